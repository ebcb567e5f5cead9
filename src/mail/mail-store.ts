import { sql } from 'kysely';
import type { Transaction } from '../database/acting.ts';

export interface WaitingMessage {
  readonly id: string;
  readonly kind: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly attempts: number;
}

const attemptsAtMost = 12;

/** The next message that is due, locked for this transaction; others skip it. */
export async function lockNextMessage(tx: Transaction): Promise<WaitingMessage | undefined> {
  const row = await tx
    .selectFrom('mail_message')
    .select(['id', 'kind', 'recipient', 'subject', 'body_text', 'attempts'])
    .where('sent_at', 'is', null)
    .where('next_attempt_at', '<=', sql<Date>`now()`)
    .where('attempts', '<', attemptsAtMost)
    .orderBy('next_attempt_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row && { ...row, text: row.body_text ?? '' };
}

/** The words go once the message is out: they may hold a sign-in link. */
export async function markDelivered(tx: Transaction, id: string): Promise<void> {
  await tx
    .updateTable('mail_message')
    .set({ sent_at: sql`now()`, body_text: null, last_error: null })
    .where('id', '=', id)
    .execute();
}

/** Tries again after 1, 2, 4 … minutes, at most 6 hours apart. */
export async function markFailed(tx: Transaction, message: WaitingMessage, error: string): Promise<void> {
  const minutes = Math.min(2 ** message.attempts, 360);
  await tx
    .updateTable('mail_message')
    .set({
      attempts: message.attempts + 1,
      next_attempt_at: sql`now() + make_interval(mins => ${minutes})`,
      last_error: error.slice(0, 500),
    })
    .where('id', '=', message.id)
    .execute();
}

export interface OutboxMessage {
  readonly id: string;
  readonly kind: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly createdAt: Date;
}

/** The newest messages, for the outbox that development mode shows. */
export async function listOutbox(tx: Transaction, limit: number): Promise<readonly OutboxMessage[]> {
  const rows = await tx
    .selectFrom('mail_message')
    .select(['id', 'kind', 'recipient', 'subject', 'body_text', 'created_at'])
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, text: row.body_text ?? '', createdAt: row.created_at }));
}
