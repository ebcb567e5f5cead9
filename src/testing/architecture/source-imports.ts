/** One import of a source file. `line` counts from 1; `isType` is one that vanishes when compiled. */
export type SourceImport = { readonly from: string; readonly line: number; readonly isType: boolean };

const clause = String.raw`(?:[\w$*\s,]|\{[^}]*\})+?`;
const statement = new RegExp(
  String.raw`^(?:import|export)\s+(?<type>type\s+)?(?:(?<names>${clause})\s*from\s+)?'(?<from>[^']+)'|\bimport\('(?<lazy>[^']+)'\)`,
  'gm',
);

/** The imports and re-exports of a TypeScript file as Biome formats it. */
export function importsOf(text: string): readonly SourceImport[] {
  return [...text.matchAll(statement)].flatMap((match) => {
    const { type, names, from, lazy } = match.groups ?? {};
    const target = from ?? lazy;
    if (target === undefined || (names === undefined && match[0].startsWith('export'))) return [];
    const line = text.slice(0, match.index).split('\n').length;
    return [{ from: target, line, isType: type !== undefined || isOnlyTypes(names) }];
  });
}

function isOnlyTypes(names: string | undefined): boolean {
  const list = names === undefined ? undefined : /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  if (list === undefined) return false;
  const parts = list.split(',').map((part) => part.trim());
  return parts.filter((part) => part !== '').every((part) => part.startsWith('type '));
}
