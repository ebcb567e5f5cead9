import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { installDependencies } from './dependencies.mjs';
import { SetUpError } from './set-up-error.mjs';
import { withSetUpLock } from './set-up-lock.mjs';

const oldestNode = 20;

/**
 * Makes a checkout ready to run: dependencies and build, each only when something is missing or has changed. Runs
 * under the machine's own Node and needs nothing but its built-in modules. Speaks on stderr only. Ends the process
 * with one clear message when it can't.
 */
export async function setUp() {
  const say = (words) => process.stderr.write(`onemind: ${words}\n`);
  try {
    const version = Number(process.versions.node.split('.')[0]);
    if (version < oldestNode)
      throw new SetUpError(`This is Node ${process.version}; install Node ${oldestNode} or later.`);
    await withSetUpLock(say, () => {
      installDependencies(say);
      build(say);
    });
  } catch (error) {
    const isOurs = error instanceof SetUpError;
    const isDenied = ['EACCES', 'EROFS', 'EPERM'].includes(error.code);
    if (!isOurs && !isDenied) throw error;
    say(isOurs ? error.message : `This user may not write to the checkout: ${error.message}.`);
    process.exit(2);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setUp();
