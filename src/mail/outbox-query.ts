/** Which part of the outbox is looked at. */
export interface OutboxQuery {
  /** A part of the recipient's address; '' for everybody's mail. */
  readonly recipient: string;
  /** Counted from 1. */
  readonly page: number;
}

export const messagesPerPage = 25;

/** Reads the query of the address; a page that makes no sense is the first. */
export function readOutboxQuery(asked: (name: string) => string | undefined): OutboxQuery {
  const page = Number(asked('page') ?? '1');
  return {
    recipient: (asked('recipient') ?? '').trim().slice(0, 254),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}
