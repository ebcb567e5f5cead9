import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { pinnedEnvironment, pinnedNode, root } from './paths.mjs';

/**
 * The parts of `npm test`, in the order in which they run. Each answers what it counted: `ran` is its part of the
 * summary, `passed` and `failed` are tests; a check without tests of its own counts as one failure when it fails.
 */
export const steps = {
  types: () => {
    const projects = ['tsconfig.json', join('src', 'browser', 'tsconfig.json')];
    const tsc = join('typescript', 'bin', 'tsc');
    const ok = projects.map((project) => runTool(tsc, ['--noEmit', '-p', project])).every(Boolean);
    return check('types', ok);
  },
  lint: () => {
    const biome = runTool(join('@biomejs', 'biome', 'bin', 'biome'), ['check', '--error-on-warnings']);
    const directions = run([join(root, 'scripts', 'import-direction.mjs')]);
    return check('lint', biome && directions);
  },
  unit: (args) => {
    const counts = runReported(
      (report) => [
        join('vitest', 'vitest.mjs'),
        ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
      ],
      countVitest,
    );
    return tests(counts, 'unit/database/route tests', '');
  },
  browser: (args, say) => {
    const chromium = findChromium(say);
    if (!chromium) return { ran: 'no browser tests (no Chromium)', passed: 0, failed: 1 };
    const counts = runReported(
      (report) => [
        join('@playwright', 'test', 'cli.js'),
        ['test', '--reporter=list,json', ...args],
        { CHROMIUM_PATH: chromium.path, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      ],
      countPlaywright,
    );
    return tests(counts, 'browser tests', ` with Chromium ${chromium.version} at ${chromium.path}`);
  },
};

function check(name, ok) {
  return ok ? { ran: name, passed: 0, failed: 0 } : { ran: `${name} (failed)`, passed: 0, failed: 1 };
}

function tests({ passed, failed, skipped }, what, where) {
  const notes = [failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`].filter(Boolean);
  const note = notes.length > 0 ? ` (${notes.join(', ')})` : '';
  return { ran: `${passed + failed} ${what}${note}${where}`, passed, failed };
}

/** A run that ends badly without saying which test failed (a crash, a broken set-up) counts as one failure. */
function runReported(commandFor, count) {
  const folder = mkdtempSync(join(tmpdir(), 'onemind-test-'));
  const report = join(folder, 'report.json');
  try {
    const ok = runTool(...commandFor(report));
    const counts = existsSync(report)
      ? count(JSON.parse(readFileSync(report, 'utf8')))
      : { passed: 0, failed: 0, skipped: 0 };
    return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countVitest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function countPlaywright({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

function runTool(tool, args, env) {
  return run([join(root, 'node_modules', tool), ...args], env);
}

function run(args, env) {
  const { status } = spawnSync(pinnedNode, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: pinnedEnvironment(env),
  });
  return status === 0;
}
