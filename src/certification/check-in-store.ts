import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { PersonId, Transaction } from '../database/acting.ts';
import type { CertificateNumber } from './certificate.ts';
import type { CheckIn } from './check-in.ts';

/** The check-ins given for a certificate, the newest first. */
export async function listCheckIns(tx: Transaction, number: CertificateNumber): Promise<readonly CheckIn[]> {
  const rows = await tx
    .selectFrom('certificate_check_in as i')
    .innerJoin('certificate as c', (join) =>
      join.onRef('c.agency_id', '=', 'i.agency_id').onRef('c.id', '=', 'i.certificate_id'),
    )
    .select([
      'i.year',
      'i.given_on',
      'i.given_by',
      'i.note',
      'i.sworn',
      'i.advanced',
      'i.trained',
      'i.outstanding',
    ])
    .where('c.number', '=', number)
    .orderBy('i.year', 'desc')
    .execute();
  return rows.map((row) => ({
    year: row.year,
    on: row.given_on as CalendarDate,
    by: row.given_by as PersonId,
    note: row.note,
    figures: {
      sworn: row.sworn,
      advanced: row.advanced,
      trained: row.trained,
      outstanding: row.outstanding,
    },
  }));
}

/** Keeps a check-in; false when that year's was given already. */
export async function insertCheckIn(
  tx: Transaction,
  number: CertificateNumber,
  { year, on, by, note, figures }: CheckIn,
): Promise<boolean> {
  const { agency_id, id } = await tx
    .selectFrom('certificate')
    .select(['agency_id', 'id'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const kept = await tx
    .insertInto('certificate_check_in')
    .values({ agency_id, certificate_id: id, year, given_on: on, given_by: by, note, ...figures })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return kept.numInsertedOrUpdatedRows === 1n;
}
