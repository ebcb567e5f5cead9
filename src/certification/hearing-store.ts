import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { CertificateNumber } from './certificate.ts';
import type { Measure } from './certificate-standing.ts';
import type { HeardMeasure, HearingNotice } from './hearing.ts';

/** Measures that wait for their decision after the agency was heard, the longest first. For the campaign and the program. */
export async function listHeardMeasures(tx: Transaction, now: Date): Promise<readonly HeardMeasure[]> {
  const { rows } = await sql<{
    agency_id: AgencyId;
    name: string;
    number: CertificateNumber;
    place: number;
    measure: Measure;
    by_person: PersonId | null;
    heard_on: CalendarDate;
    has_answer: boolean;
    today: CalendarDate;
  }>`
    select * from (
      select c.agency_id, a.name, c.number, e.place, e.measure, e.by_person,
        least(e.answer_by + 1, r.answered_on) as heard_on, r.answered_on is not null as has_answer,
        (${now}::timestamptz at time zone a.time_zone)::date as today
      from certificate c
      join agency a on a.id = c.agency_id
      join lateral (
        select * from certificate_event e
        where e.agency_id = c.agency_id and e.certificate_id = c.id
          and e.act in ('announced', 'dropped', 'suspended', 'revoked')
        order by e.place desc limit 1) e on e.act = 'announced'
      left join lateral (
        select min(o.happened_on) as answered_on from certificate_event o
        where o.agency_id = c.agency_id and o.certificate_id = c.id and o.act = 'answered' and o.place > e.place) r on true
      where coalesce(certificate_standing_act(c.agency_id, c.id), '') not in ('revoked', 'lapsed', 'withdrawn')
    ) heard
    where heard_on <= today
    order by heard_on, number`.execute(tx);
  return rows.map((row) => ({
    agency: row.agency_id,
    agencyName: row.name,
    number: row.number,
    place: Number(row.place),
    measure: row.measure,
    announcedBy: row.by_person ?? undefined,
    heardOn: row.heard_on,
    hasAnswer: row.has_answer,
    today: row.today,
  }));
}

/** False when it was given before, or decided a moment ago: then nothing is written. */
export async function insertCertificateNotice(
  tx: Transaction,
  { number, place }: Pick<HeardMeasure, 'number' | 'place'>,
  notice: HearingNotice,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into certificate_notice (agency_id, certificate_id, place, notice, given_at)
    select c.agency_id, c.id, ${place}, ${notice}, ${at} from certificate c
    where c.number = ${number} and not exists (
      select from certificate_event e where e.agency_id = c.agency_id and e.certificate_id = c.id
        and e.place > ${place} and e.act in ('dropped', 'suspended', 'revoked'))
    on conflict do nothing
    returning notice`.execute(tx);
  return rows.length > 0;
}
