export { countByStatus, type DirectoryFigures, findDirectorySlug } from './directory-store.ts';
