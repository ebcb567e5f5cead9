import { sql } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { ClassDay } from './class-day.ts';
import type { ClassPlan, ClassSessionId } from './class-session.ts';

export async function insertSession(
  tx: Transaction,
  agency: AgencyId,
  plan: ClassPlan,
  by: PersonId,
): Promise<ClassSessionId> {
  const { id } = await tx
    .insertInto('class_session')
    .values({ agency_id: agency, state: 'scheduled', scheduled_by: by, ...columnsOf(plan) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertDays(tx, agency, id, plan.days);
  return id as ClassSessionId;
}

/** Writes what was changed. Days that attendance was taken of must stay among them. */
export async function updateSession(
  tx: Transaction,
  agency: AgencyId,
  id: ClassSessionId,
  plan: ClassPlan,
): Promise<void> {
  await tx
    .updateTable('class_session')
    .set(columnsOf(plan))
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .deleteFrom('class_day')
    .where('agency_id', '=', agency)
    .where('session_id', '=', id)
    .where(
      'day',
      'not in',
      plan.days.map(({ day }) => day),
    )
    .execute();
  await insertDays(tx, agency, id, plan.days);
}

/** Writes where a session stands, and whose act brought it there. */
export async function updateState(
  tx: Transaction,
  agency: AgencyId,
  id: ClassSessionId,
  change:
    | { readonly to: 'completed'; readonly by: PersonId }
    | { readonly to: 'cancelled'; readonly by: PersonId; readonly reason: string }
    /** With the reason for which a completed one was opened again; without, a cancelled one takes place after all. */
    | { readonly to: 'scheduled'; readonly reason?: string },
): Promise<void> {
  const now = sql<Date>`now()`;
  await tx
    .updateTable('class_session')
    .set({
      state: change.to,
      completed_by: change.to === 'completed' ? change.by : null,
      completed_at: change.to === 'completed' ? now : null,
      cancelled_by: change.to === 'cancelled' ? change.by : null,
      cancelled_at: change.to === 'cancelled' ? now : null,
      cancel_reason: change.to === 'cancelled' ? change.reason : null,
      ...(change.to === 'scheduled' && change.reason !== undefined && { reopen_reason: change.reason }),
    })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirstOrThrow();
}

async function insertDays(tx: Transaction, agency: AgencyId, id: string, days: readonly ClassDay[]) {
  await tx
    .insertInto('class_day')
    .values(
      days.map(({ day, startsAt, endsAt }) => ({
        agency_id: agency,
        session_id: id,
        day,
        starts_at: startsAt,
        ends_at: endsAt,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'session_id', 'day']).doUpdateSet((expression) => ({
        starts_at: expression.ref('excluded.starts_at'),
        ends_at: expression.ref('excluded.ends_at'),
      })),
    )
    .execute();
}

function columnsOf(plan: ClassPlan) {
  const days = plan.days.map(({ day }) => day).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) throw new Error('A class without a day can not be kept.');
  return {
    course_title: plan.course,
    hours: String(plan.hours),
    place: plan.place,
    seats: plan.seats,
    instructors: [...plan.instructors],
    partnership_id: plan.partnership ?? null,
    provider: plan.provider,
    starts_on: first,
    ends_on: last,
  };
}
