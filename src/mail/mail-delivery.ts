import { createTransport, type Transporter } from 'nodemailer';
import type { Logger } from 'pino';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import type { Metrics } from '../http/metrics.ts';
import { claimNextMessage, markDelivered, markFailed, type WaitingMessage } from './mail-store.ts';

export interface MailDelivery {
  /** Looks for waiting messages soon. */
  wake(): void;
  /** Ends after the message under way. */
  stop(): Promise<void>;
}

export interface DeliveryDeps {
  readonly db: Database;
  readonly smtpUrl: string;
  readonly from: string;
  /** The host part of message ids: the site's. */
  readonly host: string;
  readonly log: Logger;
  readonly metrics: Metrics;
}

const pollMilliseconds = 15_000;

/** A mail server that hangs is given up before its message's claim runs out. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

/** Delivers what waits in the outbox over SMTP, retrying with growing pauses; several processes share the work. */
export function startMailDelivery(deps: DeliveryDeps): MailDelivery {
  const transport = createTransport({ url: deps.smtpUrl, ...patience });
  let stopped = false;
  let woken = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const deliverAll = async () => {
    do {
      woken = false;
      while (!stopped && (await deliverNext(deps, transport))) {
        // One message a turn, until none is due.
      }
      // A message posted while the last look was under way may have been missed by it.
    } while (woken && !stopped);
  };
  const run = () => {
    clearTimeout(timer);
    woken = true;
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

/**
 * Delivers one message; answers false when none is due. The message is claimed in a transaction of its own, so that no
 * connection waits for a mail server. A process that dies between the server's "250" and the mark leaves a message that
 * goes out a second time, with the same Message-ID: better twice than never.
 */
async function deliverNext(deps: DeliveryDeps, transport: Transporter): Promise<boolean> {
  const asSystem = <Result>(work: (tx: Transaction) => Promise<Result>) =>
    actingAs(deps.db, { as: 'system' }, work);
  const message = await asSystem(claimNextMessage);
  if (!message) return false;
  const failure = await send(message, deps, transport);
  if (failure === undefined) {
    await asSystem((tx) => markDelivered(tx, message.id));
    deps.metrics.mail.inc({ outcome: 'delivered' });
    return true;
  }
  await asSystem((tx) => markFailed(tx, message, failure.message));
  deps.metrics.mail.inc({ outcome: 'failed' });
  deps.log.warn(
    { mail: message.id, kind: message.kind, attempts: message.attempts, ...withoutData(failure) },
    'mail not delivered',
  );
  return true;
}

async function send(
  message: WaitingMessage,
  { from, host }: DeliveryDeps,
  transport: Transporter,
): Promise<Error | undefined> {
  try {
    const { recipient: to, subject, text, attachment } = message;
    const attachments = attachment
      ? [{ filename: attachment.name, contentType: attachment.type, content: attachment.text }]
      : [];
    await transport.sendMail({ from, to, subject, text, attachments, messageId: `<${message.id}@${host}>` });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Mail servers repeat the address in their answers; the codes are enough to know what to do. */
function withoutData(error: Error): { readonly code: unknown; readonly answered: unknown } {
  return {
    code: 'code' in error ? error.code : undefined,
    answered: 'responseCode' in error ? error.responseCode : undefined,
  };
}
