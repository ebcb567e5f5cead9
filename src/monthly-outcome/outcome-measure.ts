/** What is counted each month. */
export type OutcomeMeasure =
  | 'mental-health-calls'
  | 'trained-officer'
  | 'provider-present'
  | 'uses-of-force'
  | 'officer-injuries'
  | 'subject-injuries'
  | 'transports'
  | 'arrests'
  | 'involuntary-commitments'
  | 'referrals'
  | 'follow-ups'
  | 'repeat-encounters';

export interface MeasureFacts {
  readonly measure: OutcomeMeasure;
  readonly label: string;
  /** What is counted, so that two people count alike. */
  readonly explanation: string;
  /** Who advises agencies to count it. */
  readonly source: string;
}

const toolkit = 'BJA Police-Mental Health Collaboration Toolkit';
const framework = 'CSG Justice Center, Police-Mental Health Collaborations framework';
const both = `${toolkit}; ${framework}`;

/** The measure that rates are per 100 of. */
export const callsMeasure = 'mental-health-calls' satisfies OutcomeMeasure;

/** All measures in the order of forms and tables. How each is counted in detail is local discretion. */
export const outcomeMeasures: readonly MeasureFacts[] = [
  {
    measure: 'mental-health-calls',
    label: 'Calls with a mental health part',
    explanation:
      'Calls and stops where the officer or dispatcher saw signs of a mental health crisis. Count a call once.',
    source: both,
  },
  {
    measure: 'trained-officer',
    label: 'Answered by a trained officer',
    explanation: 'Of those calls: how many a CIT, CRIT or equally trained officer came to.',
    source: both,
  },
  {
    measure: 'provider-present',
    label: 'Provider on scene',
    explanation:
      'Of those calls: how many a clinician, mobile crisis team or peer worker joined, in person or by video.',
    source: both,
  },
  {
    measure: 'uses-of-force',
    label: 'Uses of force',
    explanation: 'Times that force was used on those calls, as your policy defines and reports it.',
    source: both,
  },
  {
    measure: 'officer-injuries',
    label: 'Injuries of officers',
    explanation: 'Officers who were hurt on those calls. A scratch that nobody reports is not counted.',
    source: both,
  },
  {
    measure: 'subject-injuries',
    label: 'Injuries of subjects',
    explanation: 'People in crisis who were hurt after the officers came.',
    source: both,
  },
  {
    measure: 'transports',
    label: 'Transports to care',
    explanation: 'People taken to a hospital, crisis center or other care, by whoever drove them.',
    source: both,
  },
  {
    measure: 'arrests',
    label: 'Arrests',
    explanation: 'People who were arrested or taken to jail from those calls.',
    source: both,
  },
  {
    measure: 'involuntary-commitments',
    label: 'Involuntary commitments',
    explanation: 'People held for an emergency evaluation against their will, under your state’s law.',
    source: framework,
  },
  {
    measure: 'referrals',
    label: 'Referrals',
    explanation: 'Times that a person was linked to a service without being taken into custody.',
    source: both,
  },
  {
    measure: 'follow-ups',
    label: 'Follow-ups',
    explanation: 'Later visits or calls to see how a person is doing, alone or with a partner.',
    source: framework,
  },
  {
    measure: 'repeat-encounters',
    label: 'Repeat encounters',
    explanation:
      'Of those calls: how many were about a person you had met on such a call in the last 12 months.',
    source: both,
  },
];

const labels = new Map(outcomeMeasures.map(({ measure, label }) => [measure, label]));

export function measureLabel(measure: OutcomeMeasure): string {
  return labels.get(measure) ?? measure;
}

export function isOutcomeMeasure(text: string): text is OutcomeMeasure {
  return outcomeMeasures.some(({ measure }) => measure === text);
}
