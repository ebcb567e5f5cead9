import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import type { NoticeDue } from './agreement-standing.ts';

/** An active agreement with a date that is near or past, and the notices that were given about it. */
export interface NearAgreement {
  readonly agency: AgencyId;
  readonly partnership: PartnershipId;
  readonly timeZone: string;
  readonly termEndsOn: CalendarDate | undefined;
  readonly reviewOn: CalendarDate | undefined;
  readonly given: readonly NoticeDue[];
}

/** Those with a date up to `until` about which the last word has not been said yet. Acts for the program. */
export async function listNearAgreements(
  tx: Transaction,
  until: CalendarDate,
): Promise<readonly NearAgreement[]> {
  const { rows } = await sql<{
    agency_id: string;
    id: string;
    time_zone: string;
    term_ends_on: string | null;
    review_on: string | null;
    given: readonly NoticeDue[];
  }>`
    select p.agency_id, p.id, a.time_zone, p.term_ends_on, p.review_on,
           coalesce(jsonb_agg(jsonb_build_object('notice', n.notice, 'aboutDay', n.about_day))
                    filter (where n.notice is not null), '[]') as given
    from partnership p
    join agency a on a.id = p.agency_id
    left join agreement_notice n on n.agency_id = p.agency_id and n.partnership_id = p.id
      and n.about_day in (p.term_ends_on, p.review_on)
    where p.state = 'active' and (p.term_ends_on <= ${until} or p.review_on <= ${until})
    group by p.agency_id, p.id, a.time_zone
    having not bool_or(coalesce(n.notice = 'lapsed' and n.about_day = p.term_ends_on, false))`.execute(tx);
  return rows.map((row) => ({
    agency: row.agency_id as AgencyId,
    partnership: row.id as PartnershipId,
    timeZone: row.time_zone,
    termEndsOn: (row.term_ends_on as CalendarDate | null) ?? undefined,
    reviewOn: (row.review_on as CalendarDate | null) ?? undefined,
    given: row.given,
  }));
}

/** False when it was given before: then nothing is written. */
export async function insertNotice(
  tx: Transaction,
  of: Pick<NearAgreement, 'agency' | 'partnership'>,
  { notice, aboutDay }: NoticeDue,
  at: Date,
): Promise<boolean> {
  const row = await tx
    .insertInto('agreement_notice')
    .values({
      agency_id: of.agency,
      partnership_id: of.partnership,
      notice,
      about_day: aboutDay,
      given_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('notice')
    .executeTakeFirst();
  return row !== undefined;
}
