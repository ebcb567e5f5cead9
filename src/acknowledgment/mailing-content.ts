import type { Job } from '../jobs/job.ts';

const people = (value: number) => (value === 1 ? '1 person' : `${value.toLocaleString('en-US')} people`);

const stillMissing = (count: number) =>
  `${people(count)} still ${count === 1 ? 'has' : 'have'} to acknowledge`;

/** The words of the page that sends links. */
export const mailingContent = {
  title: 'Send links by email',
  lead: 'Each person gets a link of their own. It opens the policy, a box to tick and a line for their name.',
  now: {
    heading: 'Send now',
    question: 'To whom',
    notAsked: (count: number) => `Everyone not asked yet: ${people(count)}`,
    unit: 'One unit, those not asked yet',
    reminder: (count: number) => `Remind those who have not answered: ${people(count)}`,
    reminderHint: 'Nobody gets two mails within a day.',
    unitLabel: 'Unit',
    unitHint: 'Only for “One unit”.',
    submit: 'Send the links',
    withoutAddress: (count: number) =>
      count === 1
        ? '1 person missing has no email address here. Ask them at roll call.'
        : `${people(count)} missing have no email address here. Ask them at roll call, or import a roster with work addresses.`,
    withoutLink: 'Hold a roll call',
    nobody: (missing: number) =>
      missing === 0
        ? 'Everyone has acknowledged.'
        : `Everyone with an email address was asked or has acknowledged. ${stillMissing(missing)}.`,
    noAddress: {
      heading: 'Nobody can be asked by email',
      text: (count: number) =>
        count === 1
          ? `${stillMissing(count)}, and has no email address on the roster. Ask in another way:`
          : `${stillMissing(count)}, and none of them has an email address on the roster. Ask in another way:`,
      rollCall: 'Hold a roll call',
      signOff: 'Import a sign-off list',
      roster: 'Import a roster with work addresses',
    },
  },
  own: {
    heading: 'On its own',
    newcomers: 'Send links to new staff, and to everyone when a new version is in effect',
    reminder: 'Remind after how many days',
    reminderHint: 'From 3 to 90. Leave it empty for no reminders. Nobody gets more than three.',
    reminderError: 'Enter a number of days from 3 to 90, or leave it empty',
    submit: 'Save',
  },
  latest: {
    heading: 'Last sending',
    label: 'Links sent',
    text: (mailed: number, total: number) => `${mailed.toLocaleString('en-US')} of ${people(total)}`,
    stop: 'Stop',
    states: {
      waiting: 'Waiting for its turn.',
      working: 'Sending.',
      done: 'Done.',
      refused: 'It could not be sent. Try again.',
      failed: 'Something went wrong on our side. Send again: nobody gets the same mail twice.',
      cancelled: 'Stopped. Links that were sent stay good.',
    } satisfies Record<Job['state'], string>,
  },
  errors: {
    audience: 'Choose to whom the links go',
    unit: 'Choose the unit',
  },
} as const;
