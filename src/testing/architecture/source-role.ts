/** What a file of `src` is for, as its name and folder say. */
export type SourceRole =
  | 'test'
  | 'program' // wires everything together: main, app, server, config …
  | 'ground' // what the slices stand on: database, identity, http, uswds, mail …
  | 'store'
  | 'actions'
  | 'routes'
  | 'pages'
  | 'content' // words for people: pages' texts, forms' questions, mail
  | 'access'
  | 'command'
  | 'rules';

const groundFolders = new Set([
  'assets',
  'audit',
  'browser',
  'chart',
  'check',
  'command-line',
  'database',
  'demo',
  'document-text',
  'documents',
  'files',
  'http',
  'identity',
  'jobs',
  'mail',
  'pdf-signature',
  'signing-key',
  'spreadsheet',
  'table-export',
  'uswds',
]);

/** Root files that know nothing of the machine and may be used by rules. */
const pureRootFiles = new Set(['brand.ts', 'outcome.ts']);

const bySuffix: readonly (readonly [RegExp, SourceRole])[] = [
  [/-store\.ts$/, 'store'],
  [/-actions\.ts$/, 'actions'],
  [/-routes\.tsx?$/, 'routes'],
  [/-(content|form|mail)\.ts$/, 'content'],
  [/-access\.ts$/, 'access'],
  [/-command\.ts$/, 'command'],
  [/\.tsx$/, 'pages'],
];

/** `path` is relative to `src`, with slashes. Whatever else lies in a slice's folder states rules. */
export function roleOf(path: string): SourceRole {
  if (/\.test\.tsx?$|\/test-[^/]*$/.test(path) || path.startsWith('testing/')) return 'test';
  if (!path.includes('/')) return pureRootFiles.has(path) ? 'rules' : 'program';
  const suffix = bySuffix.find(([pattern]) => pattern.test(path))?.[1];
  if (groundFolders.has(folderOf(path))) return suffix === 'store' ? 'store' : 'ground';
  return suffix ?? 'rules';
}

export function folderOf(path: string): string {
  return path.slice(0, path.indexOf('/') + 1).replace('/', '');
}
