import { sql } from 'kysely';
import type { Transaction } from '../database/acting.ts';
import { wordPatterns } from '../database/word-patterns.ts';
import type { EquivalentProgram } from './course-proposal.ts';

/** A course the campaign accepted in place of CIT, CRIT or MHFA, as everybody may read it. */
export interface RegisteredCourse {
  readonly title: string;
  readonly code: string;
  /** '' for the course at any provider. */
  readonly provider: string;
  readonly program: EquivalentProgram;
  /** Hours of the full course, while they are known. */
  readonly hours: number | undefined;
  readonly validityMonths: number | undefined;
  readonly reason: string;
  readonly acceptedAt: Date;
}

export interface RegisterQuery {
  /** Words in the title, the code or the provider. */
  readonly search: string;
  readonly program: EquivalentProgram | undefined;
  readonly sort: 'title' | 'accepted';
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** One page of the register and how many courses the question finds. */
export async function listRegisteredCourses(
  tx: Transaction,
  query: RegisterQuery,
): Promise<{ readonly courses: readonly RegisteredCourse[]; readonly total: number }> {
  let found = tx
    .selectFrom('course_decision')
    .where('program', 'in', ['advanced-equivalent', 'base-equivalent']);
  if (query.program) found = found.where('program', '=', query.program);
  for (const pattern of wordPatterns(query.search)) {
    found = found.where(sql<boolean>`lower(title || ' ' || code || ' ' || provider) like ${`%${pattern}`}`);
  }
  const { total } = await found
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const by = query.sort === 'title' ? sql`title collate "und-x-icu"` : sql`decided_at`;
  const rows = await found
    .select([
      'title',
      'code',
      'provider',
      'program',
      'required_hours',
      'validity_months',
      'reason',
      'decided_at',
    ])
    .orderBy(by, query.descending ? 'desc' : 'asc')
    .orderBy('place')
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  return {
    total,
    courses: rows.map((row) => ({
      title: row.title,
      code: row.code,
      provider: row.provider,
      program: row.program as EquivalentProgram,
      hours: row.required_hours === null ? undefined : Number(row.required_hours),
      validityMonths: row.validity_months ?? undefined,
      reason: row.reason,
      acceptedAt: row.decided_at,
    })),
  };
}
