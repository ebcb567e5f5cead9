import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { CertificateNumber } from './certificate.ts';
import type { CertificateAct, CertificateEvent, Measure } from './certificate-standing.ts';

/** What happened to each of these certificates, the oldest first, as far as the acting party may know. */
export async function listCertificateEvents(
  tx: Transaction,
  numbers: readonly CertificateNumber[],
): Promise<ReadonlyMap<CertificateNumber, readonly CertificateEvent[]>> {
  const rows = await tx
    .selectFrom('certificate_event as e')
    .innerJoin('certificate as c', (join) =>
      join.onRef('c.agency_id', '=', 'e.agency_id').onRef('c.id', '=', 'e.certificate_id'),
    )
    .select(['c.number', 'e.act', 'e.measure', 'e.words', 'e.answer_by', 'e.happened_on', 'e.by_person'])
    .where('c.number', 'in', [...numbers])
    .orderBy('e.place')
    .execute();
  const events = new Map<CertificateNumber, CertificateEvent[]>(numbers.map((number) => [number, []]));
  for (const row of rows) {
    events.get(row.number as CertificateNumber)?.push({
      act: row.act as CertificateAct,
      measure: (row.measure as Measure | null) ?? undefined,
      words: row.words,
      answerBy: (row.answer_by as CalendarDate | null) ?? undefined,
      on: row.happened_on as CalendarDate,
      by: (row.by_person as PersonId | null) ?? undefined,
    });
  }
  return events;
}

/** Holds the certificate until the transaction ends: its events follow each other. False where there is none. */
export async function lockCertificate(tx: Transaction, number: CertificateNumber): Promise<boolean> {
  const { rows } = await sql`select pg_advisory_xact_lock(hashtextextended(${`certificate ${number}`}, 0))
    from certificate where number = ${number}`.execute(tx);
  return rows.length > 0;
}

/** Whether the person has a tie to the agency, of whatever kind, as the database knows ties. For the campaign. */
export async function hasTies(tx: Transaction, person: PersonId, agency: AgencyId): Promise<boolean> {
  const { rows } = await sql<{ ties: number }>`
    select cardinality(review_ties(${person}, ${agency})) as ties`.execute(tx);
  return (rows[0]?.ties ?? 0) > 0;
}

/** Adds what happens to a certificate. The database refuses what is out of order. */
export async function insertCertificateEvent(
  tx: Transaction,
  number: CertificateNumber,
  event: CertificateEvent,
): Promise<void> {
  await tx
    .insertInto('certificate_event')
    .columns([
      'agency_id',
      'certificate_id',
      'act',
      'measure',
      'words',
      'answer_by',
      'happened_on',
      'by_person',
    ])
    .expression((build) =>
      build
        .selectFrom('certificate')
        .select([
          'agency_id',
          'id',
          sql<string>`${event.act}`.as('act'),
          sql<string | null>`${event.measure ?? null}::text`.as('measure'),
          sql<string>`${event.words}`.as('words'),
          sql<string | null>`${event.answerBy ?? null}::date`.as('answer_by'),
          sql<string>`${event.on}::date`.as('happened_on'),
          sql<string | null>`${event.by ?? null}::uuid`.as('by_person'),
        ])
        .where('number', '=', number),
    )
    .executeTakeFirstOrThrow();
}

/** A certificate that ends by its own term. */
export interface EndingCertificate {
  readonly number: CertificateNumber;
  readonly validUntil: CalendarDate;
  /** Today where its agency is. */
  readonly today: CalendarDate;
}

/** Lets every certificate lapse whose last day has passed where its agency is, some at a time. Acts for the program. */
export async function insertLapses(
  tx: Transaction,
  now: Date,
  most: number,
): Promise<readonly EndingCertificate[]> {
  const { rows } = await sql<{ number: string; valid_until: string; happened_on: string }>`
    with ending as (
      select c.agency_id, c.id, c.number, c.valid_until, (${now}::timestamptz at time zone a.time_zone)::date as today
      from certificate c join agency a on a.id = c.agency_id
      where c.valid_until < (${now}::timestamptz at time zone a.time_zone)::date
        and coalesce(certificate_standing_act(c.agency_id, c.id), '') not in ('revoked', 'lapsed', 'withdrawn')
      order by c.valid_until limit ${most}
    ), lapsed as (
      insert into certificate_event (agency_id, certificate_id, act, words, happened_on)
      select agency_id, id, 'lapsed', '', today from ending
      returning certificate_id, happened_on
    )
    select e.number, e.valid_until, l.happened_on from lapsed l join ending e on e.id = l.certificate_id`.execute(
    tx,
  );
  return rows.map((row) => ({
    number: row.number as CertificateNumber,
    validUntil: row.valid_until as CalendarDate,
    today: row.happened_on as CalendarDate,
  }));
}
