import { runProgram } from './run-program.mjs';
import { setUp } from './set-up.mjs';

await setUp();
runProgram(['serve', '--demo', ...process.argv.slice(2)]);
