import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Transaction } from '../database/acting.ts';
import type { Figures, Grouping, QuarterReport } from './figures.ts';
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
  const [all] = await sumUpFigures(tx, 'all', days);
  const [sinceBeginning] = await sumUpFigures(tx, 'all', { from: beginning, until: end });
  return {
    quarter,
    grouping,
    isOver: end < today,
    all: all ?? nothing,
    sinceBeginning: sinceBeginning ?? nothing,
    groups: await sumUpFigures(tx, grouping, days),
    waiting: await listWaitingCases(tx),
  };
}

const nothing: Figures = {
  group: '',
  pledged: 0,
  newPledges: 0,
  withdrawn: 0,
  certified: 0,
  newCertificates: 0,
  medianDays: undefined,
  rounds: undefined,
  trained: 0,
  advanced: 0,
};
