import { randomUUID } from 'node:crypto';
import { recordAudit } from '../audit/audit.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import { tokenHash } from '../identity/token.ts';
import type { Partnership, PartnershipId } from '../partnership/partnership.ts';
import {
  actingOf,
  type CalendarAddressId,
  type CalendarOf,
  type CalendarScope,
  calendarToken,
} from './calendar-address.ts';
import {
  findCalendar,
  insertCalendarAddress,
  listCalendarAddresses,
  revokeCalendarAddress,
} from './calendar-address-store.ts';
import { listSharedCalendar, type SharedMeeting } from './meeting-store.ts';

export type { SharedMeeting } from './meeting-store.ts';

/** The person's addresses, where they have made one. */
export type OwnAddresses = Readonly<Record<CalendarScope, CalendarAddressId | undefined>>;

export async function ownCalendarAddresses(
  tx: Transaction,
  of: CalendarOf,
  partnership: PartnershipId,
): Promise<OwnAddresses> {
  const known = await listCalendarAddresses(tx, of, partnership);
  return {
    partnership: known.find(({ isOfAll }) => !isOfAll)?.id,
    all: known.find(({ isOfAll }) => isOfAll)?.id,
  };
}

/** Who does what at which partnership's page. */
export interface CalendarAct {
  readonly of: CalendarOf;
  readonly partnership: Pick<Partnership, 'id' | 'agency' | 'partner'>;
  readonly scope: CalendarScope;
  readonly at: Date;
}

/** Makes an address; the one before, if there was one, stops working. */
export async function makeCalendarAddress(tx: Transaction, act: CalendarAct, secret: string): Promise<void> {
  await revokeCalendarAddress(tx, act.of, partnershipOf(act), act.at);
  const id = randomUUID() as CalendarAddressId;
  const hash = tokenHash(calendarToken(id, secret));
  await insertCalendarAddress(tx, act.of, { id, hash, partnership: partnershipOf(act), at: act.at });
  await record(tx, act, 'calendar-address-made');
}

/** Stops the address; nothing happens where there is none. */
export async function stopCalendarAddress(tx: Transaction, act: CalendarAct): Promise<void> {
  const stopped = await revokeCalendarAddress(tx, act.of, partnershipOf(act), act.at);
  if (stopped) await record(tx, act, 'calendar-address-stopped');
}

/** What a calendar program is given at an address. */
export type HeldCalendar =
  | {
      readonly works: true;
      readonly of: CalendarOf;
      readonly isOfAll: boolean;
      readonly meetings: readonly SharedMeeting[];
    }
  | { readonly works: false };

/** Undefined for an address that was never made. */
export async function calendarAt(
  app: Database,
  token: string,
  limit: number,
): Promise<HeldCalendar | undefined> {
  const found = await actingAs(app, { as: 'public' }, (tx) => findCalendar(tx, tokenHash(token)));
  if (!found?.works) return found;
  const { of, partnership } = found;
  const meetings = await actingAs(app, actingOf(of), (tx) => listSharedCalendar(tx, of, partnership, limit));
  return { works: true, of, isOfAll: partnership === undefined, meetings };
}

function partnershipOf({ scope, partnership }: CalendarAct): PartnershipId | undefined {
  return scope === 'partnership' ? partnership.id : undefined;
}

function record(tx: Transaction, { of, partnership, scope }: CalendarAct, action: string): Promise<void> {
  const chain =
    of.side === 'partner' && scope === 'all'
      ? { partner: of.partner }
      : { agency: partnership.agency.id, partner: partnership.partner.id };
  const subject =
    scope === 'partnership'
      ? { kind: 'partnership', id: partnership.id }
      : { kind: of.side, id: of.side === 'agency' ? of.agency : of.partner };
  return recordAudit(tx, chain, { action, subject, details: { side: of.side, scope } });
}
