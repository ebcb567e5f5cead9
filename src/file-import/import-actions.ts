/** Imports as other slices and the command line reach them. */
export { findImport } from './file-import-store.ts';
export { listImports } from './import-list-store.ts';
