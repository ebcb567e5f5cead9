import { type ActivityWording, detailText } from '../workspace/activity.ts';
import { monthName, parseMonth } from './month.ts';

/** What the workspace says of these acts: which months, never a count. */
export const outcomeActivity: ActivityWording = {
  'outcomes-entered': (details) => {
    const month = parseMonth(detailText(details, 'month'));
    return `Outcome counts of ${month ? monthName(month) : 'a month'} were entered or corrected`;
  },
  'outcomes-imported': (details) =>
    `Outcome counts of ${detailText(details, 'months')} months came from a file`,
  'outcomes-exported': () => 'The outcome counts were downloaded',
  'outcomes-shared': () => 'Yearly outcome totals are now shared with the campaign',
  'outcomes-no-longer-shared': () => 'Yearly outcome totals are no longer shared with the campaign',
  'outcome-baseline-chosen': () => 'The baseline of the outcome counts was chosen',
};
