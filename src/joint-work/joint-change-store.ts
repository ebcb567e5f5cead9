import type { Transaction } from '../database/acting.ts';
import type { Partnership, Side } from '../partnership/partnership.ts';
import type { JointAct } from './joint-act.ts';
import type { JointChange } from './joint-change.ts';

export async function insertChange(
  tx: Transaction,
  { partnership, side, person, personName, now }: JointAct,
  change: { readonly subject: string; readonly act: string; readonly fields: readonly string[] },
): Promise<void> {
  await tx
    .insertInto('joint_change')
    .values({
      agency_id: partnership.agency.id,
      partnership_id: partnership.id,
      subject_id: change.subject,
      at: now,
      side,
      person_id: person,
      person_name: personName,
      act: change.act,
      fields: [...change.fields],
    })
    .execute();
}

/** What happened to one thing, the latest first. */
export async function listChanges(
  tx: Transaction,
  { agency, id }: Pick<Partnership, 'agency' | 'id'>,
  subject: string,
): Promise<readonly JointChange[]> {
  const rows = await tx
    .selectFrom('joint_change')
    .select(['at', 'side', 'person_name', 'act', 'fields'])
    .where('agency_id', '=', agency.id)
    .where('partnership_id', '=', id)
    .where('subject_id', '=', subject)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map(({ at, side, person_name, act, fields }) => ({
    at,
    side: side as Side,
    personName: person_name,
    act,
    fields,
  }));
}
