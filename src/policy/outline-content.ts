import { type PolicyElementCode, policyElements } from '../campaign-rules/policy-element.ts';

/** Questions that a section of a policy answers, in our own words: prompts for writing, and no text to copy. */
export const outlinePrompts: Readonly<Record<PolicyElementCode, readonly string[]>> = {
  purpose: [
    'What shall be different for people in crisis because this policy exists?',
    'Say that a safe end comes first, and that calming a person comes before force.',
    'Name the state law on emergency detention that sets the limits. Ask your counsel for the citation.',
  ],
  definitions: [
    'Explain “crisis” so that an officer, a dispatcher and a family read it the same way.',
    'Explain the words of your state law that officers use, such as the name of the hold.',
    'Leave out words that the policy does not use.',
  ],
  'signs-of-crisis': [
    'List what officers may see and hear: in speech, in behavior, in the surroundings.',
    'Say plainly that officers notice signs and do not diagnose.',
    'Mention conditions that can look like a crisis, such as low blood sugar, head injury, autism or dementia.',
  ],
  'risk-assessment': [
    'What does an officer look at before acting: weapons, threats, past harm, who else is there, what the person can still control?',
    'How does the answer change the speed of the response?',
    'When is the risk looked at again?',
  ],
  dispatch: [
    'Which questions does the call taker ask, and where is the script kept?',
    'How does a call get to a trained officer, and what happens when none is on duty?',
    'What does the call taker tell officers on the way?',
  ],
  'on-scene': [
    'When is a second unit asked for, and what does each officer do?',
    'How do distance, cover and time help? Who speaks, and in what manner?',
    'What do officers avoid, such as crowding, sudden moves or empty promises?',
  ],
  disengagement: [
    'When may officers step back or leave because staying makes things worse?',
    'Who agrees to it, who is told, and how is a later contact arranged?',
    'How is the decision written down?',
  ],
  'specialist-response': [
    'Whom can officers call: a trained officer, a mobile team, a clinician by phone or tablet, a negotiator?',
    'At what hours, at which number, and how soon do they come?',
    'When does a supervisor have to come to the scene?',
  ],
  'custody-and-transport': [
    'Which law allows custody for evaluation, and which form goes with it?',
    'Which facility receives people, and what if it is full?',
    'Who drives, in what, with which restraints if any, and when does an ambulance come?',
    'How does the handover at the facility work?',
  ],
  referral: [
    'What is offered to a person who is not held, and to the family?',
    'Which numbers do officers hand out, including 988?',
    'Who follows up, and within how many days?',
  ],
  documentation: [
    'Which report is written for every contact, also when nothing came of it?',
    'Which facts can be counted later without naming anyone?',
    'Who reads the counts, and how often?',
  ],
  training: [
    'Who takes which course, and within what time after being hired?',
    'How often is it refreshed?',
    'Which staff who are not sworn are trained, such as dispatchers?',
  ],
  'partner-roles': [
    'Name each partner and what it does: answers calls, receives people, teaches, advises.',
    'Who is the contact on each side, day and night?',
    'How often do the partners meet, and what do they look at together?',
  ],
  'safety-and-review': [
    'How are officers kept safe during such a call?',
    'Which calls are looked at afterwards, by whom, and within what time?',
    'What becomes of what is learned?',
  ],
};

export const outlineContent = {
  title: 'Response to People in Mental Health Crisis',
  standing: 'First draft',
  intro: [
    'This outline has a section for every element of the campaign’s checklist. It holds questions, not answers: what is right depends on your state’s law, your partners and your people.',
    'Work on it with your counsel and your partners. Put your own text in place of the questions, and delete what does not apply.',
  ],
  factsHeading: 'First page',
  facts: [
    'Policy number',
    'Issued on',
    'In effect from',
    'Next review',
    'Amends or cancels',
    'Accreditation standards',
    'Signature of the executive',
  ],
  toWrite: 'Write this section here.',
  checklistHeading: 'Checklist',
  checklistLead: 'Fill this in when the draft stands, then upload it with the policy.',
  columns: ['Element', 'Page or section', 'Covered, partly, missing, or does not apply'],
  fileName: (agency: string) => `Policy outline, ${agency}.docx`,
} as const;

/** All that an untouched outline says: whatever of it is left in a document is no text of the agency. */
export const outlineTexts: readonly string[] = [
  outlineContent.title,
  outlineContent.standing,
  ...outlineContent.intro,
  outlineContent.factsHeading,
  ...outlineContent.facts,
  outlineContent.toWrite,
  outlineContent.checklistHeading,
  outlineContent.checklistLead,
  ...outlineContent.columns,
  ...policyElements.flatMap(({ code, title, explanation }) => [title, explanation, ...outlinePrompts[code]]),
];
