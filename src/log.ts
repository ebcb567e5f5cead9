import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** One JSON line an event on standard error, so that standard output stays for what a command was asked for. */
export function createLog(
  config: Pick<Config, 'logLevel'>,
  destination: { write(line: string): void } = pino.destination({ dest: 2, sync: false }),
): Logger {
  return pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: errorWithoutData },
    },
    destination,
  );
}

/**
 * What failed and where, without what people typed: PostgreSQL puts a row's values into `detail` and `where`, which
 * stay out, and a value it can't read or doesn't take into the message, which is cut there.
 */
function errorWithoutData(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const constraint = 'constraint' in error ? error.constraint : undefined;
  const message = isAboutData(code) ? error.message.replace(/[:"].*$/s, '…') : error.message;
  const cause = error.cause === undefined ? undefined : errorWithoutData(error.cause);
  return { type: error.name, message, code, constraint, stack: framesOf(error), cause };
}

/** Classes 22 and 23 of PostgreSQL's codes: a value that can't be read, a value that a rule forbids. */
function isAboutData(code: unknown): boolean {
  return typeof code === 'string' && /^2[23][0-9A-Z]{3}$/.test(code);
}

/** The stack begins with the message; only the lines of code follow it. */
function framesOf({ stack }: Error): string | undefined {
  return stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
