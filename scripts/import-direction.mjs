// Prints every import of src that runs against `routes → actions → rules | store`. Runs under the pinned Node.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importViolations } from '../src/testing/architecture/import-direction.ts';
import { root } from './paths.mjs';

const src = join(root, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(src, path), 'utf8') }));
const violations = importViolations(files);
for (const { path, line, sentence } of violations) console.error(`src/${path}:${line}  ${sentence}`);
if (violations.length > 0) {
  console.error(
    `\n${violations.length} imports run in the wrong direction; CONTRIBUTING.md says why there is one.`,
  );
  process.exitCode = 1;
}
