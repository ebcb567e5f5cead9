import { longDate, parseCalendarDate } from '../calendar/calendar-date.ts';
import { type ActivityDetails, type ActivityWording, detailText } from '../workspace/activity.ts';

export const pledgeActivity: ActivityWording = {
  'pledge-taken': (details) =>
    `The pledge was sent to be signed, with a target of ${detailText(details, 'targetMonths')} months`,
  'pledge-signed': () => 'The executive signed the pledge',
  'pledge-sent-back': () => 'The executive sent the pledge back',
  'pledge-amended': () => 'The pledge was changed and sent to be signed',
  'pledge-accepted': (details) =>
    `The campaign accepted the pledge: the target is ${day(details, 'targetOn')}`,
  'pledge-returned': () => 'The campaign returned the pledge',
  'pledge-withdrawn': (details) =>
    detailText(details, 'by') === 'campaign'
      ? 'The campaign withdrew the pledge'
      : 'The pledge was withdrawn',
  'extension-asked': (details) => `More time was asked for, until ${day(details, 'to')}`,
  'extension-granted': (details) => `The campaign granted more time, until ${day(details, 'to')}`,
  'extension-declined': (details) => `The campaign declined more time until ${day(details, 'to')}`,
};

function day(details: ActivityDetails, name: string): string {
  const date = parseCalendarDate(detailText(details, name));
  return date ? longDate(date) : '';
}
