import { currentRules } from '../campaign-rules/campaign-rules.ts';
import type { Question } from '../question/question.ts';
import type { DraftStep } from './draft.ts';

const { shortestMonths, longestMonths } = currentRules.term;

export const coordinatorQuestions: readonly Question[] = [
  {
    kind: 'choice',
    name: 'coordinator',
    label: 'Who runs the pledge day to day?',
    hint: 'The coordinator uploads the roster and the training records, keeps the documents and submits.',
    required: true,
    choices: [
      { value: 'me', label: 'I do' },
      {
        value: 'other',
        label: 'A colleague',
        description: 'We invite them. Until they accept, you are the coordinator.',
      },
    ],
  },
  {
    kind: 'email',
    name: 'coordinatorEmail',
    label: 'Email of the colleague',
    hint: 'Needed only when a colleague runs the pledge.',
    maxlength: 254,
  },
];

export const coordinatorErrors = {
  coordinator: 'Choose who runs the pledge day to day',
  email: 'Enter the email address of the colleague who runs the pledge',
} as const;

export const agreementQuestion: Question = {
  kind: 'agreement',
  name: 'read',
  label: 'We have read the requirements and mean to meet all of them',
  required: true,
};

interface StepWords {
  /** In the step indicator. */
  readonly label: string;
  readonly title: string;
  readonly lead: string;
}

export const draftStepWords: Readonly<Record<DraftStep, StepWords>> = {
  agency: {
    label: 'Agency',
    title: 'Which agency is it?',
    lead: 'Start with its name. We check that it has not pledged already.',
  },
  place: {
    label: 'Place',
    title: 'Where is it?',
    lead: 'The city, state and website stand in the public directory. The street address does not.',
  },
  headcount: {
    label: 'Headcount',
    title: 'How many people work there?',
    lead: 'Today’s numbers are enough. The roster you upload later tells it exactly.',
  },
  people: {
    label: 'People',
    title: 'Who signs, and who runs it?',
    lead: 'The head of the agency signs by a link we send. You can’t sign for them.',
  },
  length: {
    label: 'Length',
    title: 'How long will you take?',
    lead: `You may take ${shortestMonths} to ${longestMonths} months. You can be done earlier, and you can ask for more time later.`,
  },
  requirements: {
    label: 'Requirements',
    title: 'What you pledge to do',
    lead: 'Please read all of it. Your executive sees the same words before signing.',
  },
};

export const headcountSections = {
  sworn: 'Sworn',
  nonSworn: 'Non-sworn staff in scope',
  nonSwornLead:
    'Choose which non-sworn staff also get trained: enter how many there are. Leave a line empty when that group is not in scope. Which groups to choose is up to your agency. You can change it later.',
} as const;

export const draftContent = {
  above: 'Take the pledge',
  unnamed: 'A pledge without a name yet',
  stepsAfter: 'Check and send',
  save: 'Save and go on',
  saveAndCheck: 'Save',
  leave: 'Save and finish later',
  back: 'Go back',
  check: {
    title: 'Check your answers',
    lead: 'When you send this, we write to your executive for a signature. Then the campaign looks at it.',
    send: 'Send the pledge to be signed',
    missing: 'Still to answer',
    incomplete:
      'Some answers are missing. Open each step below that is marked, answer it, and come back here.',
  },
  known: {
    title: 'This agency is already here',
    byOri: 'An agency with this ORI has taken the pledge here already. One agency pledges once.',
    byName:
      'An agency of this name in this state has taken the pledge here already. One agency pledges once.',
    join: 'Ask to join it',
    belong: 'You belong to it: open its workspace',
    another: 'Mine is another agency',
    anotherText:
      'Two agencies in one state can share a name. Add the county to yours, such as “Franklin Police Department, Elm County”. If the ORI is the same, check it with your records unit.',
    change: 'Change the name',
    changeOri: 'Change the ORI',
  },
  delete: {
    title: 'Delete this draft?',
    text: 'What you typed will be gone. Nothing was sent to anybody.',
    button: 'Delete the draft',
    keep: 'Keep it',
  },
  tooMany: 'You have many drafts already. Go on with one of them, or delete those you do not need.',
} as const;
