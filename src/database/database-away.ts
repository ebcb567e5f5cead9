const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
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
  if ('syscall' in error && error.syscall === 'open') return false;
  if ('code' in error && typeof error.code === 'string' && awayCodes.has(error.code)) return true;
  if (awayMessages.test(error.message)) return true;
  return error.cause !== undefined && isDatabaseAway(error.cause);
}
