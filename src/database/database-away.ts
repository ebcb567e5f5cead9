import { DatabaseSilent } from './impatient-pool.ts';

/** Node's codes of a connection that fails or breaks, and PostgreSQL's of a server that starts, stops, is full or too slow. */
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
]);

const awayMessages =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|client was closed/i;

/** Whether an error means that the database can't be reached just now, as against a fault in a query. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DatabaseSilent) return true;
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && awayCodes.has(code)) return true;
  // A missing Unix socket is a server that doesn't run; any other missing path is a fault of ours.
  if (code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect') return true;
  if (awayMessages.test(error.message)) return true;
  return error.cause !== undefined && isDatabaseAway(error.cause);
}
