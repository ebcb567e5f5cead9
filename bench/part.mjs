import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const runs = {
  roster: () => import('./imports.mjs').then((module) => module.measureRoster),
  training: () => import('./imports.mjs').then((module) => module.measureTraining),
  exports: () => import('./exports.mjs').then((module) => module.measureExports),
  reading: () => import('./reading.mjs').then((module) => module.measureReading),
  matching: () => import('./matching.mjs').then((module) => module.measureMatching),
  coverage: () => import('./coverage.mjs').then((module) => module.measureCoverage),
  check: () => import('./check.mjs').then((module) => module.measureCheck),
  pages: () => import('./pages.mjs').then((module) => module.measurePages),
  groups: () => import('./groups.mjs').then((module) => module.measureGroups),
  certificates: () => import('./certificates.mjs').then((module) => module.measureCertificates),
  credentials: () => import('./credentials.mjs').then((module) => module.measureCredentials),
};

/** As the thread has in which the program imports (src/job-thread-host.ts): a third of its 192 MB. */
const roomForYoung = ['--max-semi-space-size=64'];

/** Runs one part in a process of its own and answers its lines of the report. */
export function runPart(name, task) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [name], {
      execArgv: [...process.execArgv, ...roomForYoung],
    });
    child.send(task);
    child.once('message', (results) => {
      child.disconnect();
      resolve(results);
    });
    child.once('exit', (code) => reject(new Error(`The part ${name} ended with ${code}.`)));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const name = process.argv[2];
  process.once('message', async (task) => {
    const measure = await runs[name]();
    process.send(await measure(task));
  });
}
