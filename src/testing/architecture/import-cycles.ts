import { posix } from 'node:path';
import type { SourceFile } from './import-direction.ts';
import { importsOf } from './source-imports.ts';

/** Circles among imports that remain when compiled, each as the paths in order, ending where it began. */
export function importCycles(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const targets = new Map(files.map(({ path, text }) => [path, valueImports(path, text)]));
  const finished = new Set<string>();
  const cycles: string[][] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start !== -1) {
      cycles.push([...trail.slice(start), path]);
      return;
    }
    if (finished.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    finished.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return cycles;
}

function valueImports(path: string, text: string): readonly string[] {
  return importsOf(text)
    .filter((one) => one.from.startsWith('.') && !one.isType)
    .map((one) => posix.join(posix.dirname(path), one.from));
}
