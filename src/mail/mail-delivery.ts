import { createTransport, type Transporter } from 'nodemailer';
import type { Logger } from 'pino';
import { actingAs } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import type { Metrics } from '../http/metrics.ts';
import { lockNextMessage, markDelivered, markFailed, type WaitingMessage } from './mail-store.ts';

export interface MailDelivery {
  /** Looks for waiting messages soon. */
  wake(): void;
  stop(): Promise<void>;
}

const pollMilliseconds = 15_000;

/** Delivers what waits in the outbox over SMTP, retrying with growing pauses; several processes share the work. */
export function startMailDelivery(deps: {
  readonly db: Database;
  readonly smtpUrl: string;
  readonly from: string;
  readonly log: Logger;
  readonly metrics: Metrics;
}): MailDelivery {
  const transport = createTransport(deps.smtpUrl);
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const deliverAll = async () => {
    while (!stopped && (await deliverNext(deps, transport))) {
      // One message a turn, until none is due.
    }
  };
  const run = () => {
    clearTimeout(timer);
    running ??= deliverAll()
      .catch((error: unknown) => deps.log.error({ err: error }, 'mail delivery paused'))
      .finally(() => {
        running = undefined;
        if (!stopped) timer = setTimeout(run, pollMilliseconds);
      });
  };
  run();
  return {
    wake: run,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
      transport.close();
    },
  };
}

/** Delivers one message inside the transaction that locks it; answers false when none is due. */
async function deliverNext(
  deps: { db: Database; from: string; log: Logger; metrics: Metrics },
  transport: Transporter,
): Promise<boolean> {
  return actingAs(deps.db, { as: 'system' }, async (tx) => {
    const message = await lockNextMessage(tx);
    if (!message) return false;
    try {
      await transport.sendMail(envelopeOf(message, deps.from));
      await markDelivered(tx, message.id);
      deps.metrics.mail.inc({ outcome: 'delivered' });
    } catch (error) {
      await markFailed(tx, message, error instanceof Error ? error.message : String(error));
      deps.metrics.mail.inc({ outcome: 'failed' });
      deps.log.warn(
        { mail: message.id, kind: message.kind, attempts: message.attempts + 1 },
        'mail not delivered',
      );
    }
    return true;
  });
}

function envelopeOf(message: WaitingMessage, from: string) {
  return { from, to: message.recipient, subject: message.subject, text: message.text };
}
