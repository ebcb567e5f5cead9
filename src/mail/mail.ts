import { sql } from 'kysely';
import type { Transaction } from '../database/acting.ts';
import { isFictionalAddress } from './fictional-address.ts';

/** A short text that goes along as a file: a meeting for a calendar. */
export interface MailAttachment {
  /** The file's name, without a path. */
  readonly name: string;
  /** Its media type with parameters: `text/calendar; charset=utf-8; method=REQUEST`. */
  readonly type: string;
  readonly text: string;
}

/** A message to one person. The words are finished: plain text, and the same as HTML when it helps. */
export interface MailMessage {
  /** What the message is for, so that deliveries can be counted: `sign-in`, `partnership-proposed`. */
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachment?: MailAttachment | undefined;
}

/**
 * Leaves the message in the outbox within the caller's transaction: it is delivered only if that commits. A fictional
 * address gets none: its message stays in the outbox for good, also where a mail server is set.
 */
export function postMail(tx: Transaction, message: MailMessage): Promise<void> {
  return postMails(tx, [message]);
}

/** The same for any number of messages, in one statement. */
export async function postMails(tx: Transaction, messages: readonly MailMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.insertInto('mail_message').values(messages.map(rowOf)).execute();
}

function rowOf(message: MailMessage) {
  return {
    kind: message.kind,
    recipient: message.to,
    subject: message.subject,
    body_text: message.text,
    attachment: message.attachment ? JSON.stringify(message.attachment) : null,
    ...(isFictionalAddress(message.to) && { next_attempt_at: sql<Date>`'infinity'::timestamptz` }),
  };
}
