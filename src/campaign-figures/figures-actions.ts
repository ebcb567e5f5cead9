import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Transaction } from '../database/acting.ts';
import type { Grouping, QuarterReport } from './figures.ts';
import { listWaitingCases, sumUpFigures } from './figures-store.ts';
import { firstDay, lastDay, type Quarter } from './quarter.ts';

const beginning = '2000-01-01' as CalendarDate;

/** Counts a quarter. The transaction acts for the campaign. */
export async function quarterReport(
  tx: Transaction,
  quarter: Quarter,
  grouping: Grouping,
  today: CalendarDate,
): Promise<QuarterReport> {
  const end = lastDay(quarter);
  const days = { from: firstDay(quarter), until: end };
  const { all, groups } = await sumUpFigures(tx, grouping, days);
  const sinceBeginning = await sumUpFigures(tx, grouping, { from: beginning, until: end });
  return {
    quarter,
    grouping,
    isOver: end < today,
    all,
    sinceBeginning: sinceBeginning.all,
    groups,
    waiting: await listWaitingCases(tx),
  };
}
