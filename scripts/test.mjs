import { setUp } from './set-up.mjs';
import { steps } from './test-steps.mjs';

/** `npm test` runs every step; `npm test -- unit src/roster` one of them, with words for its tool. */
const say = (words) => process.stderr.write(`onemind: ${words}\n`);
const names = Object.keys(steps);
const words = process.argv.slice(2);
const firstOther = words.findIndex((word) => !names.includes(word));
const chosen = firstOther === -1 ? words : words.slice(0, firstOther);
const toolArguments = words.slice(chosen.length);
if (toolArguments.length > 0 && chosen.length !== 1) {
  say(`Name one of ${names.join(', ')} first, then the words for it: npm test -- unit src/roster`);
  process.exit(2);
}

await setUp();
const results = [];
for (const name of chosen.length > 0 ? chosen : names) {
  say(`${name} …`);
  results.push(steps[name](toolArguments, say));
}
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`\nnpm test: ${results.map((result) => result.ran).join(', ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
