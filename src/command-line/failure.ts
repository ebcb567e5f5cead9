import { ConfigError } from '../config.ts';
import { isDatabaseAway } from '../database/database-away.ts';
import { MigrationError } from '../database/migrate.ts';
import { UnwalledRole } from '../database/role-check.ts';
import { PortUnavailable } from '../port-unavailable.ts';
import { SigningKeyError } from '../signing-key/signing-key.ts';
import { UsageError } from './usage.ts';

/**
 * What to tell the person at the terminal about a command that failed: one clear line for what can be mended there,
 * the whole story for a fault of the program.
 */
export function failureText(error: unknown): string {
  if (error instanceof UsageError || isParseArgsError(error)) {
    return `onemind: ${error.message}\nType "onemind help" to see what can be asked.`;
  }
  if (
    error instanceof ConfigError ||
    error instanceof MigrationError ||
    error instanceof PortUnavailable ||
    error instanceof SigningKeyError ||
    error instanceof UnwalledRole
  ) {
    return `onemind: ${error.message}`;
  }
  const database = databaseRefusal(error);
  if (database) return `onemind: ${database}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Why a database that the operator named doesn't let us in. */
function databaseRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? error.code : undefined;
  switch (code) {
    case '28P01':
    case '28000':
      return 'The database refuses the user or password of DATABASE_URL. Check both.';
    case '3D000':
      return 'The database that DATABASE_URL names does not exist. Create it first.';
    case '42501':
      return `The database does not let this user do what is needed (${error.message}). See the rights that DATABASE_URL's user needs in src/settings.ts.`;
  }
  if (!isDatabaseAway(error)) return undefined;
  return `The database can't be reached (${error.message === '' ? code : error.message}). Start it, or check DATABASE_URL.`;
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
