export {
  countByStatus,
  type DirectoryFigures,
  findDirectoryEntry,
  findDirectoryEntryOf,
  listDirectoryPartners,
} from './directory-store.ts';
