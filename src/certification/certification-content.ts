import type { CalendarDate } from '../calendar/calendar-date.ts';
import { longDate } from '../calendar/calendar-date.ts';
import type { DriftLine } from './drift.ts';

export const certificationContent = {
  title: 'Certification',
  lead: 'What your certificate is worth today, and how your agency stays current.',
  none: {
    heading: 'Not certified yet',
    text: 'When your agency is certified, this page shows your certificate, what moved since, and what to do to stay current.',
    action: 'Go to the review',
  },
  certified: 'Certified',
  number: 'Certificate',
  validUntil: 'Valid until',
  certificate: 'Certificate (PDF)',
  wall: 'For the wall (PDF)',
  letter: 'Letter (PDF)',
  kit: 'Recognition kit',
  verify: 'What the public sees',
  answer: {
    heading: 'The campaign asks for your answer',
    text: (until: CalendarDate) =>
      `Nothing has changed yet, and nothing is public. You can answer until ${longDate(until)}. A second person of the campaign reads your answer and decides.`,
    over: (until: CalendarDate) =>
      `Nothing has changed yet, and nothing is public. Your time to answer ended on ${longDate(until)}, so a second person of the campaign may decide at any time. Until then you can still answer.`,
    answered:
      'Nothing has changed yet, and nothing is public. You have answered, so a second person of the campaign may decide at any time. Until then you can add to your answer.',
    means: {
      suspend: 'The campaign means to suspend your certificate:',
      revoke: 'The campaign means to revoke your certificate:',
    },
    label: 'Your answer',
    hint: 'Say what happened from your side, and what you have done about it. Do not name people.',
    missing: 'Write your answer',
    once: (until: CalendarDate) =>
      `Send it when it is complete: the campaign may decide as soon as you have answered, also before ${longDate(until)}.`,
    submit: 'Send the answer',
    add: 'Add to the answer',
  },
  drift: {
    heading: 'Then and now',
    caption: 'Your training when the certificate was issued, and today',
    columns: { figure: 'Figure', before: 'When certified', now: 'Today' },
    figures: {
      sworn: 'Sworn officers',
      advanced: 'With a crisis intervention course',
      trained: 'Trained in all',
    } satisfies Record<DriftLine['figure'], string>,
  },
  current: {
    heading: 'Staying current',
    allMet: 'Everything the rules ask for is met today.',
    leftToDo: 'By the rules of your pledge, these things are left to do today:',
    left: 'Your certificate stays as it is. By the rules of your pledge, these things would be left to do today:',
    habits: [
      { text: 'New people join: keep the roster up to date.', label: 'Roster', section: 'roster' },
      {
        text: 'Training ends: see whose course runs out.',
        label: 'What ends soon',
        section: 'training/expiring',
      },
      { text: 'Agreements and the policy have review days.', label: 'Partnerships', section: 'partnerships' },
    ],
  },
  checkIn: {
    heading: (year: number) => `Check-in after ${year === 1 ? 'one year' : `${year} years`}`,
    text: (due: CalendarDate) =>
      `Once a year the campaign asks how you stand. This one is due on ${longDate(due)}. The figures above are sent as they are today.`,
    note: 'What has changed in the last year?',
    noteHint:
      'New partners, changes to the policy, what works well, where you need help. You can leave this empty.',
    submit: 'Send the check-in',
    earlier: 'Earlier check-ins',
    nothingDue: 'This check-in was given already.',
  },
  history: 'What happened to the certificate',
  giveBack: {
    link: 'Give the certificate back',
    title: 'Give the certificate back',
    lead: 'Your agency is no longer listed as certified, and anyone who checks the certificate sees that you gave it back. This can’t be undone, but your agency can be certified again.',
    reason: 'Why you give it back',
    reasonHint: 'The campaign reads this. It is public as well. Do not name people.',
    reasonMissing: 'Write why you give it back',
    submit: 'Give it back',
    keep: 'Keep it',
  },
  notices: {
    answered: 'Your answer was sent.',
    'checked-in': 'Thank you. The check-in was sent.',
    'given-back': 'You gave the certificate back.',
  },
} as const;
