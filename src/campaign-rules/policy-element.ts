export type PolicyElementCode =
  | 'purpose'
  | 'definitions'
  | 'signs-of-crisis'
  | 'risk-assessment'
  | 'dispatch'
  | 'on-scene'
  | 'disengagement'
  | 'specialist-response'
  | 'custody-and-transport'
  | 'referral'
  | 'documentation'
  | 'training'
  | 'partner-roles'
  | 'safety-and-review';

/** One thing a leading-practice policy covers. Codes are stored with agencies' answers and never change. */
export interface PolicyElement {
  readonly code: PolicyElementCode;
  readonly title: string;
  /** What to look for in the agency's policy, for the person going through the checklist. */
  readonly explanation: string;
}

/** The campaign names no fixed contents of a policy: this checklist is this program's reading of model policies. */
export const policyElements: readonly PolicyElement[] = [
  {
    code: 'purpose',
    title: 'Purpose and goal',
    explanation:
      'The policy says what it is for: ending crisis calls safely by calming them, within the state law on when a person may be held.',
  },
  {
    code: 'definitions',
    title: 'Definitions',
    explanation: 'Words such as “crisis”, “mental health condition” and “emergency custody” are explained.',
  },
  {
    code: 'signs-of-crisis',
    title: 'Signs of a crisis',
    explanation: 'Staff learn what a crisis can look like. They recognize signs; they do not diagnose.',
  },
  {
    code: 'risk-assessment',
    title: 'Risk assessment',
    explanation: 'Staff weigh the danger to the person, to others and to themselves before they act.',
  },
  {
    code: 'dispatch',
    title: 'Call taking and dispatch',
    explanation: 'Call takers ask set questions, and calls that sound like a crisis go to trained officers.',
  },
  {
    code: 'on-scene',
    title: 'Response on scene',
    explanation:
      'Officers ask for backup, stay calm, keep their distance and take the time that a safe ending needs.',
  },
  {
    code: 'disengagement',
    title: 'Disengagement',
    explanation: 'The policy says when officers may step back and leave, and how they write that down.',
  },
  {
    code: 'specialist-response',
    title: 'Calling for special help',
    explanation: 'The policy says when to call a trained officer, a clinician or a supervisor, and how.',
  },
  {
    code: 'custody-and-transport',
    title: 'Custody and transport',
    explanation:
      'The policy names the law for emergency custody, the facility that receives people, and how they get there.',
  },
  {
    code: 'referral',
    title: 'Referral without custody',
    explanation: 'Staff know where to refer a person who is not taken into custody, and how to follow up.',
  },
  {
    code: 'documentation',
    title: 'Documentation',
    explanation:
      'Every crisis contact is written down in a set way, so that it can be counted and learned from.',
  },
  {
    code: 'training',
    title: 'Training and refreshers',
    explanation: 'The policy says who is trained in what, by when, and how often they refresh it.',
  },
  {
    code: 'partner-roles',
    title: 'Role of the partners',
    explanation: 'The policy names the mental health partners and says what they do.',
  },
  {
    code: 'safety-and-review',
    title: 'Officer safety and after-action review',
    explanation: 'Officers are kept safe during the call, and hard calls are looked at again afterwards.',
  },
];
