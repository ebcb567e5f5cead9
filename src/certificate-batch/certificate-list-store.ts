import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CertificateNumber } from '../certification/certificate.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { inReadingOrder } from '../database/reading-order.ts';
import type { CertificateFilter, ListedCertificate, ListSort } from './certificate-batch.ts';

export interface ListQuery extends CertificateFilter {
  readonly sort: ListSort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** One page of all certificates that match; one query. */
export async function listIssuedCertificates(
  tx: Transaction,
  query: ListQuery,
): Promise<{
  readonly total: number;
  readonly ended: number;
  readonly certificates: readonly ListedCertificate[];
}> {
  const direction = query.descending ? 'desc' : 'asc';
  const column = { certified: 'c.certified_on', agency: 'c.agency_name', number: 'c.number' } as const;
  const rows = await matching(tx, query)
    .select(['c.number', 'c.agency_name', 'c.place', 'c.certified_on'])
    .select(sql<boolean>`is_valid_certificate(c.agency_id, c.id)`.as('is_valid'))
    .select(sql<number>`count(*) over ()`.as('total'))
    .select(endedAmong(query).as('ended'))
    .orderBy(column[query.sort], (order) =>
      (query.sort === 'agency' ? inReadingOrder(order) : order)[direction](),
    )
    .orderBy('c.number', direction)
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  return {
    total: rows[0]?.total ?? 0,
    ended: rows[0]?.ended ?? 0,
    certificates: rows.map((row) => ({
      number: row.number as CertificateNumber,
      agencyName: row.agency_name,
      place: row.place,
      certifiedOn: row.certified_on as CalendarDate,
      isValid: row.is_valid,
    })),
  };
}

/** The numbers of all that match, by agency's name as a mailing is sorted, at most `limit`. */
export async function listMatchingNumbers(
  tx: Transaction,
  filter: CertificateFilter,
  limit: number,
): Promise<readonly CertificateNumber[]> {
  const rows = await matching(tx, filter)
    .select('c.number')
    .orderBy('c.agency_name', inReadingOrder)
    .orderBy('c.number')
    .limit(limit)
    .execute();
  return rows.map(({ number }) => number as CertificateNumber);
}

/** Those of these numbers that were issued, in the order given, each with its agency. */
export async function listIssuedAmong(
  tx: Transaction,
  numbers: readonly string[],
): Promise<readonly { readonly number: CertificateNumber; readonly agency: AgencyId }[]> {
  if (numbers.length === 0) return [];
  const rows = await tx
    .selectFrom('certificate')
    .select(['number', 'agency_id'])
    .where('number', 'in', numbers)
    .orderBy(sql`array_position(${[...numbers]}::text[], number)`)
    .execute();
  return rows.map((row) => ({
    number: row.number as CertificateNumber,
    agency: row.agency_id as AgencyId,
  }));
}

/** How many of all that match don't count today; asked of each only where the filter doesn't say it. */
function endedAmong({ standing }: CertificateFilter) {
  if (standing === 'valid') return sql<number>`0`;
  if (standing === 'ended') return sql<number>`count(*) over ()`;
  return sql<number>`count(*) filter (where not is_valid_certificate(c.agency_id, c.id)) over ()`;
}

function matching(tx: Transaction, filter: CertificateFilter) {
  let rows = tx.selectFrom('certificate as c').innerJoin('agency as a', 'a.id', 'c.agency_id');
  if (filter.search !== '') {
    const pattern = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where((is) =>
      is.or([is('c.agency_name', 'ilike', pattern), is('c.number', 'ilike', pattern)]),
    );
  }
  if (filter.region !== '') rows = rows.where('a.region', '=', filter.region);
  if (filter.from) rows = rows.where('c.certified_on', '>=', filter.from);
  if (filter.until) rows = rows.where('c.certified_on', '<=', filter.until);
  if (filter.standing === 'all') return rows;
  const valid = sql<boolean>`is_valid_certificate(c.agency_id, c.id)`;
  return rows.where(filter.standing === 'valid' ? valid : sql<boolean>`not ${valid}`);
}
