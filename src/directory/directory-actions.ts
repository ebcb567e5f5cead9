export { countByStatus, type DirectoryFigures, findDirectoryEntryOf } from './directory-store.ts';
