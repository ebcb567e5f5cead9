import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Transaction } from '../database/acting.ts';
import type { MailMessage } from '../database/schema.ts';
import type { MailAttachment } from './mail.ts';
import { messagesPerPage, type OutboxQuery } from './outbox-query.ts';

export interface WaitingMessage {
  readonly id: string;
  readonly kind: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly attachment: MailAttachment | null;
  /** With the one under way. */
  readonly attempts: number;
}

const attemptsAtMost = 12;

/** Longer than a mail server may take to answer: until then nobody else tries the same message. */
const claimMinutes = 5;

/**
 * Claims the next message that is due: it counts as tried, and is due again if nothing is heard of it. Deliverers that
 * ask at the same moment get different messages.
 */
export async function claimNextMessage(tx: Transaction): Promise<WaitingMessage | undefined> {
  const { rows } = await sql<WaitingMessage>`update mail_message m
    set attempts = m.attempts + 1, next_attempt_at = now() + make_interval(mins => ${claimMinutes})
    from (select id from mail_message
          where sent_at is null and next_attempt_at <= now() and attempts < ${attemptsAtMost}
          order by next_attempt_at limit 1 for update skip locked) as due
    where m.id = due.id
    returning m.id, m.kind, m.recipient, m.subject, coalesce(m.body_text, '') as text, m.attachment,
      m.attempts`.execute(tx);
  return rows[0];
}

/** The words go once the message is out: they may hold a sign-in link. */
export async function markDelivered(tx: Transaction, id: string): Promise<void> {
  await tx
    .updateTable('mail_message')
    .set({ sent_at: sql`now()`, body_text: null, attachment: null, last_error: null })
    .where('id', '=', id)
    .execute();
}

/** Tries again after 1, 2, 4 … minutes, at most 6 hours apart. The words go with the last try, for the same reason. */
export async function markFailed(tx: Transaction, message: WaitingMessage, error: string): Promise<void> {
  const minutes = Math.min(2 ** (message.attempts - 1), 360);
  await tx
    .updateTable('mail_message')
    .set({
      next_attempt_at: sql`now() + make_interval(mins => ${minutes})`,
      last_error: error.slice(0, 500),
      ...(message.attempts >= attemptsAtMost ? { body_text: null, attachment: null } : {}),
    })
    .where('id', '=', message.id)
    .where('sent_at', 'is', null)
    .execute();
}

export interface OutboxMessage {
  readonly id: string;
  readonly kind: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly attachment: MailAttachment | undefined;
  readonly createdAt: Date;
}

/** The newest messages, whoever they are to. */
export async function listOutbox(tx: Transaction, limit: number): Promise<readonly OutboxMessage[]> {
  const rows = await tx
    .selectFrom('mail_message')
    .select(outboxColumns)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(outboxMessageOf);
}

/** One page of the outbox that development mode shows, the newest first, and how many messages there are in all. */
export async function pageOutbox(
  tx: Transaction,
  { recipient, page }: OutboxQuery,
): Promise<{ readonly messages: readonly OutboxMessage[]; readonly total: number }> {
  const part = `%${recipient.replace(/[\\%_]/g, '\\$&')}%`;
  const found = tx.selectFrom('mail_message').where('recipient', 'ilike', part);
  const rows = await found
    .select(outboxColumns)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(messagesPerPage)
    .offset((page - 1) * messagesPerPage)
    .execute();
  const { total } = await found
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { messages: rows.map(outboxMessageOf), total };
}

const outboxColumns = [
  'id',
  'kind',
  'recipient',
  'subject',
  'body_text',
  'attachment',
  'created_at',
] as const;

function outboxMessageOf({ id, kind, recipient, subject, ...row }: OutboxRow): OutboxMessage {
  return {
    id,
    kind,
    recipient,
    subject,
    text: row.body_text ?? '',
    attachment: row.attachment === null ? undefined : keptAttachment.parse(row.attachment),
    createdAt: row.created_at,
  };
}

type OutboxRow = Pick<Selectable<MailMessage>, (typeof outboxColumns)[number]>;

/** Written by `postMails` alone. */
const keptAttachment = z.object({ name: z.string(), type: z.string(), text: z.string() });
