import { type Month, monthAfter, monthOf, monthsFrom } from '../monthly-outcome/month.ts';
import { decideSetting } from '../monthly-outcome/outcome-actions.ts';
import { impossibleCounts } from '../monthly-outcome/outcome-bounds.ts';
import type { CountedCell } from '../monthly-outcome/outcome-counts.ts';
import { takeCountsIn } from '../monthly-outcome/outcome-import-actions.ts';
import type { OutcomeMeasure } from '../monthly-outcome/outcome-measure.ts';
import { asAgency, type DemoAgency } from './demo-pledge.ts';
import { dayBefore, type Stage, value } from './demo-stage.ts';

/** Per 100 calls at first and in the end, in a demonstration where things slowly move. */
const per100: Readonly<Record<Exclude<OutcomeMeasure, 'mental-health-calls'>, readonly [number, number]>> = {
  'trained-officer': [24, 66],
  'provider-present': [6, 27],
  'uses-of-force': [9, 6],
  'officer-injuries': [3, 2],
  'subject-injuries': [4, 3],
  transports: [38, 41],
  arrests: [17, 12],
  'involuntary-commitments': [15, 13],
  referrals: [12, 31],
  'follow-ups': [8, 26],
  'repeat-encounters': [29, 22],
};

/** Follow-ups were not counted before somebody began to. */
const monthsWithoutFollowUps = 5;

/**
 * Monthly counts from the year before the pledge up to last month, as a file of totals would have brought them: `calls` a
 * month, a little up and down. `shares`: the agency lets the campaign add its years up.
 */
export async function outcomes(
  stage: Stage,
  made: DemoAgency,
  wanted: { readonly pledged: number; readonly calls: number; readonly shares: boolean },
): Promise<void> {
  const first = monthAfter(monthOf(dayBefore(stage, wanted.pledged)), -12);
  const last = monthAfter(monthOf(dayBefore(stage, 0)), -1);
  const months = monthsFrom(first, last);
  const cells = months.flatMap((month, at) =>
    countedMonth(month, at, at / Math.max(1, months.length - 1), wanted.calls),
  );
  await asAgency(stage, made, async (tx) => {
    value(await takeCountsIn(tx, made.agency.id, { cells, revision: 0 }));
    if (!wanted.shares) return;
    const setting = { sharesWithCampaign: true, baseline: undefined, revision: 0 };
    value(await decideSetting(tx, made.agency.id, setting));
  });
}

function countedMonth(month: Month, at: number, progress: number, usual: number): readonly CountedCell[] {
  const calls = Math.max(1, Math.round(usual * (1 + wave(at) / 6)));
  const counts = {
    'mental-health-calls': calls,
    ...Object.fromEntries(
      Object.entries(per100).map(([measure, [from, to]], place) => {
        const rate = from + (to - from) * progress;
        return [measure, Math.max(0, Math.round((calls * rate * (1 + wave(at + place * 5) / 5)) / 100))];
      }),
    ),
  };
  if (impossibleCounts(counts).length > 0) throw new Error('The demonstration counts more than there was.');
  const entries = Object.entries(counts) as [OutcomeMeasure, number][];
  return entries
    .filter(([measure]) => measure !== 'follow-ups' || at >= monthsWithoutFollowUps)
    .map(([measure, count]) => ({ month, measure, count }));
}

/** Up and down between -1 and 1, the same at every start of the demonstration. */
function wave(at: number): number {
  return Math.sin(at * 1.7) * 0.6 + Math.sin(at * 0.5 + 1) * 0.4;
}
