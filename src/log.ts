import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** One JSON line an event on standard error, so that standard output stays for what a command was asked for. */
export function createLog(config: Pick<Config, 'logLevel'>): Logger {
  return pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: errorWithoutData },
    },
    pino.destination({ dest: 2, sync: false }),
  );
}

/** PostgreSQL puts a row's values into `detail` and `where`; they may be personal data and stay out of the log. */
function errorWithoutData(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const constraint = 'constraint' in error ? error.constraint : undefined;
  return { type: error.name, message: error.message, code, constraint, stack: error.stack };
}
