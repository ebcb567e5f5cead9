import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinnedNode, root } from './paths.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs the built program under the pinned Node in place of this process: same input and output, same signals, same
 * exit status. However this process ends, even by `kill -9`, the program notices and stops cleanly.
 */
export function runProgram(args) {
  const stopWithParent = pathToFileURL(join(root, 'scripts', 'stop-with-parent.mjs')).href;
  const child = spawn(
    pinnedNode,
    ['--enable-source-maps', '--import', stopWithParent, join(root, 'dist', 'main.js'), ...args],
    { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
  );
  // A signal sent to this process alone (by npm, a service manager, kill) has to be passed on. Ctrl-C reaches the
  // whole process group, so the program gets it twice, which it takes for one.
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  const watch = process.env.npm_lifecycle_event ? watchParent(() => child.kill('SIGTERM')) : undefined;
  child.once('error', (error) => {
    process.stderr.write(`onemind: ${pinnedNode} does not run (${error.message}).\n`);
    process.exit(2);
  });
  child.once('exit', (code, signal) => {
    clearInterval(watch);
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}

/** npm killed without a chance to pass a signal on leaves this process to another parent. */
function watchParent(stop) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
  return watch.unref();
}
