import { sql } from 'kysely';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { PersonId, Transaction } from '../database/acting.ts';
import type { SetAside, SetAsideInRound } from './set-aside.ts';
import type { Decision, Submission } from './submission.ts';

type Of = Pick<Submission, 'agency' | 'id'>;

interface SetAsideRow {
  readonly people: readonly PersonId[];
  readonly requirements: readonly Requirement[];
  readonly proofs: number;
  readonly is_given_back: boolean;
}

/** Sets aside what people with ties decided in an open round; the database finds them. Undefined where nobody has ties. */
export async function updateSetAside(tx: Transaction, { agency, id }: Of): Promise<SetAside | undefined> {
  const { rows } = await sql<SetAsideRow>`
    select people, requirements, proofs, is_given_back
    from set_tied_decisions_aside(${agency}::uuid, ${id}::uuid)`.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const { is_given_back: isGivenBack, ...aside } = row;
  return { ...aside, isGivenBack };
}

/** Whether somebody with ties to the agency decided a part of what counts in the round. */
export async function hasTiedDeciders(tx: Transaction, { agency, id }: Of): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from tied_deciders(${agency}::uuid, ${id}::uuid)) as has`.execute(tx);
  return rows[0]?.has === true;
}

/** What was set aside in a round until now: of each requirement what counted last. Acts for the campaign. */
export async function listSetAside(tx: Transaction, { agency, id }: Of): Promise<SetAsideInRound> {
  const decisions = await tx
    .selectFrom('review_decision')
    .distinctOn(['requirement', 'set_aside_at'])
    .select(['requirement', 'decision', 'comment', 'decided_at', 'set_aside_at'])
    .where('agency_id', '=', agency)
    .where('submission_id', '=', id)
    .where('set_aside_at', 'is not', null)
    .orderBy('requirement')
    .orderBy('set_aside_at')
    .orderBy('seq', 'desc')
    .execute();
  const proofs = await tx
    .selectFrom('sample_decision')
    .select(sql<number>`count(distinct place)::int`.as('count'))
    .where('agency_id', '=', agency)
    .where('submission_id', '=', id)
    .where('set_aside_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return {
    decisions: decisions.flatMap((row) =>
      row.requirement && row.set_aside_at
        ? {
            requirement: row.requirement as Requirement,
            decision: row.decision as Decision,
            comment: row.comment,
            decidedAt: row.decided_at,
            setAsideAt: row.set_aside_at,
          }
        : [],
    ),
    proofs: proofs.count,
  };
}
