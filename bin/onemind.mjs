#!/usr/bin/env node
import { runProgram } from '../scripts/run-program.mjs';
import { setUp } from '../scripts/set-up.mjs';

await setUp();
runProgram(process.argv.slice(2));
