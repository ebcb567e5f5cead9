/** Imports as other slices and the command line reach them. */
export { findImport, listImports } from './file-import-store.ts';
