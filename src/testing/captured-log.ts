import type { Logger } from 'pino';
import { createLog } from '../log.ts';

/** The program's own log, kept as text instead of written. */
export function capturedLog(): { readonly log: Logger; text(): string } {
  const lines: string[] = [];
  const log = createLog({ logLevel: 'debug' }, { write: (line) => lines.push(line) });
  return { log, text: () => lines.join('') };
}
