export {
  countByStatus,
  type DirectoryFigures,
  findDirectoryEntry,
  findDirectoryEntryOf,
} from './directory-store.ts';
