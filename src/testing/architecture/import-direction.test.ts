import { expect, test } from 'vitest';
import { importViolations } from './import-direction.ts';
import { importsOf } from './source-imports.ts';

function violationsOf(...files: (readonly [path: string, text: string])[]): readonly string[] {
  return importViolations(files.map(([path, text]) => ({ path, text }))).map(
    ({ path, line, sentence }) => `${path}:${line} ${sentence}`,
  );
}

test('a slice in the proper order has no violation', () => {
  expect(
    violationsOf(
      ['pledge/pledge.ts', "import type { Brand } from '../brand.ts';\nimport { z } from 'zod';\n"],
      [
        'pledge/pledge-store.ts',
        "import { sql } from 'kysely';\nimport type { Pledge } from './pledge.ts';\n",
      ],
      [
        'pledge/pledge-actions.ts',
        "import { findPledge } from './pledge-store.ts';\nimport { a } from './pledge.ts';\n",
      ],
      [
        'pledge/pledge-routes.tsx',
        "import { Hono } from 'hono';\nimport { takePledge } from './pledge-actions.ts';\n",
      ],
      [
        'pledge/pledge-pages.tsx',
        "import { Page } from '../uswds/page.tsx';\nimport { words } from './pledge-content.ts';\n",
      ],
    ),
  ).toEqual([]);
});

test.each([
  ['a rule that asks a store', 'pledge/pledge.ts', "import { findPledge } from './pledge-store.ts';"],
  [
    'a rule that asks a store for a type',
    'pledge/pledge.ts',
    "import type { Row } from './pledge-store.ts';",
  ],
  [
    'a rule that opens the database',
    'pledge/pledge.ts',
    "import { connect } from '../database/database.ts';",
  ],
  ['a rule that reads files', 'pledge/pledge.ts', "import { readFile } from 'node:fs/promises';"],
  ['a page that acts', 'pledge/pledge-pages.tsx', "import { takePledge } from './pledge-actions.ts';"],
  ['a page that asks a store', 'pledge/pledge-pages.tsx', "import { findPledge } from './pledge-store.ts';"],
  [
    'an action that knows its route',
    'pledge/pledge-actions.ts',
    "import { routes } from './pledge-routes.tsx';",
  ],
  [
    'another slice’s store',
    'review/review-actions.ts',
    "import { findPledge } from '../pledge/pledge-store.ts';",
  ],
  ['SQL in an action', 'pledge/pledge-actions.ts', "import { sql } from 'kysely';"],
  ['the driver in a route', 'pledge/pledge-routes.tsx', "import pg from 'pg';"],
  [
    'the web in an action',
    'pledge/pledge-actions.ts',
    "import { HTTPException } from 'hono/http-exception';",
  ],
  ['the web in a store', 'pledge/pledge-store.ts', "import type { Context } from 'hono';"],
  [
    'test code in production',
    'pledge/pledge-store.ts',
    "import { createTestDatabase } from '../testing/test-database.ts';",
  ],
  ['a way out of src', 'pledge/pledge-actions.ts', "import { root } from '../../scripts/paths.mjs';"],
])('%s is a violation', (_what, path, line) => {
  expect(violationsOf([path, `// Why this is here.\n${line}\n`])).toEqual([
    expect.stringMatching(`^${path}:2 `),
  ]);
});

test('tests may reach everything', () => {
  expect(
    violationsOf(['pledge/pledge.test.ts', "import { findPledge } from '../review/review-store.ts';\n"]),
  ).toEqual([]);
});

test('files that import each other are named in a circle', () => {
  const circle = violationsOf(
    ['pledge/a.ts', "import { b } from './b.ts';\n"],
    ['pledge/b.ts', "import { c } from '../roster/c.ts';\n"],
    ['roster/c.ts', "import { a } from '../pledge/a.ts';\n"],
  );
  expect(circle).toEqual([expect.stringContaining('pledge/a.ts → pledge/b.ts → roster/c.ts → pledge/a.ts')]);
});

test('a circle through types alone is none', () => {
  expect(
    violationsOf(
      ['pledge/a.ts', "import { b } from './b.ts';\n"],
      ['pledge/b.ts', "import type { A } from './a.ts';\nimport { type C } from './a.ts';\n"],
    ),
  ).toEqual([]);
});

test('imports are found in all their forms, with their lines', () => {
  const text = [
    "import 'one';",
    "import two, { type A } from 'two';",
    'import {',
    '  type B,',
    '  type C,',
    "} from 'three';",
    "export { d } from 'four';",
    "export * as e from 'five';",
    "const six = await import('six');",
    "export const words = 'taken from';",
    "import type { F } from 'seven';",
  ].join('\n');
  expect(importsOf(text)).toEqual([
    { from: 'one', line: 1, isType: false },
    { from: 'two', line: 2, isType: false },
    { from: 'three', line: 3, isType: true },
    { from: 'four', line: 7, isType: false },
    { from: 'five', line: 8, isType: false },
    { from: 'six', line: 9, isType: false },
    { from: 'seven', line: 11, isType: true },
  ]);
});
