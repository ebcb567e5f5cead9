import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds package.json: where migrations, templates and built styles lie, from `src` and from `dist`. */
export const packageRoot: string = findUp(import.meta.dirname);

function findUp(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error('No package.json above the program: the installation is incomplete.');
  return findUp(parent);
}
