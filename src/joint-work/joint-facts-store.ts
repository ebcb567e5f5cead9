import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { PartnershipId, Side } from '../partnership/partnership.ts';
import type { JointWorkFacts } from './joint-work-facts.ts';

interface DayRow {
  readonly partnership_id: string;
  readonly kind: string;
  readonly side: string | null;
  readonly day: string;
  readonly in_place: boolean | null;
  readonly is_same_liaison: boolean | null;
}

/** The days of all joint work of an agency, by partnership; those without any are missing. One query. */
export async function listJointWork(
  tx: Transaction,
  agency: AgencyId,
): Promise<ReadonlyMap<PartnershipId, JointWorkFacts>> {
  const { rows } = await sql<DayRow>`
    select partnership_id, kind, side, day::text as day, in_place, is_same_liaison
    from joint_work_days(${agency}) order by day desc, kind, side`.execute(tx);
  const grouped = Map.groupBy(rows, (row) => row.partnership_id as PartnershipId);
  return new Map([...grouped].map(([partnership, own]) => [partnership, factsOf(own)]));
}

function factsOf(rows: readonly DayRow[]): JointWorkFacts {
  const days = (kind: string) =>
    rows.filter((row) => row.kind === kind).map(({ day }) => day as CalendarDate);
  return {
    meetingsHeld: days('held'),
    meetingsPlanned: days('planned'),
    trainings: days('training'),
    openActionsDue: days('open-action'),
    checkIns: rows
      .filter(({ kind }) => kind === 'check-in')
      .map((row) => ({
        side: row.side as Side,
        startsOn: row.day as CalendarDate,
        liaison: row.is_same_liaison ? (row.in_place ? 'in-place' : 'gone') : 'changed-since',
      })),
  };
}
