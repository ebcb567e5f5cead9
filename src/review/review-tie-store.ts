import { sql } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { inReadingOrder } from '../database/reading-order.ts';
import type { DeclaredTie, ReviewTie, ReviewTieId } from './review-tie.ts';

/** What ties a person to an agency, as the database finds it; it refuses their steps by the same function. */
export async function findTies(
  tx: Transaction,
  person: PersonId,
  agency: AgencyId,
): Promise<readonly ReviewTie[]> {
  const { rows } = await sql<{ ties: readonly ReviewTie[] }>`
    select review_ties(${person}::uuid, ${agency}::uuid) as ties`.execute(tx);
  return rows[0]?.ties ?? [];
}

/** Somebody who may take a review on. */
export interface Colleague {
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
}

/** Those who review for the campaign and have no ties to the agency, by name. */
export async function listColleagues(tx: Transaction, agency: AgencyId): Promise<readonly Colleague[]> {
  const rows = await tx
    .selectFrom('campaign_membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['p.id', 'p.name', 'p.email'])
    .distinctOn(['p.name', 'p.id'])
    .where('m.ended_at', 'is', null)
    .where('m.role', 'in', ['reviewer', 'administrator'])
    .where(sql<boolean>`review_ties(m.person_id, ${agency}::uuid) = '{}'`)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute();
  return rows.map(({ id, name, email }) => ({
    person: id as PersonId,
    name: name ?? '',
    email: email ?? '',
  }));
}

/** The agency of this name, as ties are declared by name; undefined when there is none. */
export async function findAgencyNamed(tx: Transaction, name: string): Promise<AgencyId | undefined> {
  const row = await tx
    .selectFrom('agency')
    .select('id')
    .where((to) => to.or([to('slug', '=', name), to(to.fn('lower', ['name']), '=', name.toLowerCase())]))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id as AgencyId | undefined;
}

/** Undefined when one is declared already. */
export async function insertTie(
  tx: Transaction,
  tie: { readonly person: PersonId; readonly agency: AgencyId; readonly about: string; readonly at: Date },
): Promise<ReviewTieId | undefined> {
  const row = await tx
    .insertInto('review_tie')
    .values({ person_id: tie.person, agency_id: tie.agency, about: tie.about, declared_at: tie.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id as ReviewTieId | undefined;
}

/** Answers which agency it was with; undefined when there is no such tie any more. */
export async function updateTieEnded(
  tx: Transaction,
  person: PersonId,
  id: string,
  at: Date,
): Promise<AgencyId | undefined> {
  const row = await tx
    .updateTable('review_tie')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .returning('agency_id')
    .executeTakeFirst();
  return row?.agency_id as AgencyId | undefined;
}

export interface TiePage {
  readonly ties: readonly DeclaredTie[];
  readonly total: number;
}

/** What somebody declared themselves: first what stands, then what ended. */
export async function listTies(
  tx: Transaction,
  person: PersonId,
  page: { readonly limit: number; readonly offset: number },
): Promise<TiePage> {
  const rows = await tx
    .selectFrom('review_tie as t')
    .innerJoin('agency as a', 'a.id', 't.agency_id')
    .select(['t.id', 't.agency_id', 't.about', 't.declared_at', 't.ended_at', 'a.name'])
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('t.person_id', '=', person)
    .orderBy(sql`t.ended_at is not null`)
    .orderBy('a.name', inReadingOrder)
    .orderBy('t.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return {
    total: rows[0]?.total ?? 0,
    ties: rows.map((row) => ({
      id: row.id as ReviewTieId,
      agency: row.agency_id as AgencyId,
      agencyName: row.name,
      about: row.about,
      declaredAt: row.declared_at,
      endedAt: row.ended_at ?? undefined,
    })),
  };
}
