import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Transaction } from '../database/acting.ts';
import { shownName } from '../person-name/person-name.ts';
import { type AcknowledgmentLink, linkState } from './acknowledgment-link.ts';

interface LinkRow {
  readonly agency_name: string;
  readonly time_zone: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly suffix: string;
  readonly title: string;
  readonly number: string;
  readonly effective_on: CalendarDate | null;
  readonly file_name: string;
  readonly media_type: string;
  readonly size: number;
  readonly sha256: string;
  readonly is_expired: boolean;
  readonly is_used: boolean;
  readonly is_asked: boolean;
  readonly is_in_effect: boolean;
  readonly acknowledged_on: CalendarDate | null;
  readonly rescinded_on: CalendarDate | null;
}

/** What the holder of a link is shown. The database itself looks it up: the caller may act for nobody. */
export async function findLink(
  tx: Transaction,
  hash: Buffer,
  at: Date,
): Promise<AcknowledgmentLink | undefined> {
  const { rows } = await sql<LinkRow>`
    select agency_name, time_zone, given_name, family_name, suffix, title, number, effective_on, file_name, media_type,
      size, sha256, is_expired, is_used, is_asked, is_in_effect, acknowledged_on, rescinded_on
    from acknowledgment_link_shown(${hash}, ${at})`.execute(tx);
  const [row] = rows;
  return row && linkFrom(row);
}

/** Whether a link went to the acting person: by their account on the roster, or by the address it has for them. */
export async function isOwnLink(tx: Transaction, hash: Buffer): Promise<boolean> {
  const { rows } = await sql<{ own: boolean }>`select is_own_acknowledgment_link(${hash}) as own`.execute(tx);
  return rows[0]?.own === true;
}

/** Writes the acknowledgment a link is for. Answers false when it no longer can, or another act came first. */
export async function insertByLink(
  tx: Transaction,
  hash: Buffer,
  typedName: string,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql<{ written: boolean }>`
    select acknowledge_by_link(${hash}, ${typedName}, ${at}) as written`.execute(tx);
  return rows[0]?.written === true;
}

function linkFrom(row: LinkRow): AcknowledgmentLink {
  const { family_name: family, given_name: given, suffix } = row;
  return {
    agency: { name: row.agency_name, timeZone: row.time_zone },
    person: shownName({ family, given, middle: '', suffix }),
    policy: { title: row.title, number: row.number, effectiveOn: row.effective_on ?? undefined },
    document: { name: row.file_name, mediaType: row.media_type, size: row.size, sha256: row.sha256 },
    state: linkState({
      acknowledgedOn: row.acknowledged_on ?? undefined,
      isAsked: row.is_asked,
      isInEffect: row.is_in_effect,
      rescindedOn: row.rescinded_on ?? undefined,
      isUsed: row.is_used,
      isExpired: row.is_expired,
    }),
  };
}
