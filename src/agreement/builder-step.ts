import { partnershipServices } from '../partnership/partnership.ts';
import { type AgreementTerms, sharingChoices } from './agreement-terms.ts';

/** How a field of the builder is asked and read. */
export type FieldKind =
  | 'text'
  | 'line'
  | 'name'
  | 'email'
  | 'phone'
  | 'date'
  | 'days'
  | 'services'
  | 'sharing';

export interface BuilderField {
  readonly name: string;
  readonly kind: FieldKind;
  /** Needed before the whole can be proposed; a step is saved without it too. */
  readonly isNeeded: boolean;
}

export const builderSteps = [
  'purpose',
  'roles',
  'custody',
  'contacts',
  'training',
  'sharing',
  'term',
] as const;

export type BuilderStep = (typeof builderSteps)[number];

const needed = (name: string, kind: FieldKind) => ({ name, kind, isNeeded: true });
const optional = (name: string, kind: FieldKind) => ({ name, kind, isNeeded: false });

/** What each step asks, in the order of its page. */
export const stepFields: Readonly<Record<BuilderStep, readonly BuilderField[]>> = {
  purpose: [needed('purpose', 'text'), needed('services', 'services'), optional('otherServices', 'text')],
  roles: [needed('agencyRole', 'text'), needed('partnerRole', 'text')],
  custody: [needed('referral', 'text'), needed('custodyTransfer', 'text')],
  contacts: [
    needed('agencyContactName', 'name'),
    needed('agencyContactEmail', 'email'),
    optional('agencyContactPhone', 'phone'),
    needed('agencyAlways', 'line'),
    needed('partnerContactName', 'name'),
    needed('partnerContactEmail', 'email'),
    optional('partnerContactPhone', 'phone'),
    needed('partnerAlways', 'line'),
  ],
  training: [needed('training', 'text')],
  sharing: [needed('sharing', 'sharing'), optional('sharingNotes', 'text')],
  term: [
    needed('termStartsOn', 'date'),
    optional('termEndsOn', 'date'),
    needed('reviewOn', 'date'),
    needed('terminationDays', 'days'),
    optional('other', 'text'),
  ],
};

/** What was typed, by field: a text, or the ticked values. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

export function answerText(answers: Answers, name: string): string {
  const value = answers[name];
  return typeof value === 'string' ? value : '';
}

export function answerList(answers: Answers, name: string): readonly string[] {
  const value = answers[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value].filter((one) => one !== '') : value;
}

/** The values a group of boxes offers; none for a field that is typed. */
export function choicesOf(kind: FieldKind): readonly string[] {
  if (kind === 'services') return partnershipServices;
  return kind === 'sharing' ? sharingChoices : [];
}

/** Whether something was answered. Services may be written out instead of ticked. */
export function isAnswered({ name, kind }: BuilderField, answers: Answers): boolean {
  if (name === 'services' && answerText(answers, 'otherServices') !== '') return true;
  return choicesOf(kind).length > 0 ? answerList(answers, name).length > 0 : answerText(answers, name) !== '';
}

/** Whether two answers to a field say the same. */
export function isSameAnswer({ name, kind }: BuilderField, one: Answers, other: Answers): boolean {
  if (choicesOf(kind).length === 0) return answerText(one, name) === answerText(other, name);
  const key = (answers: Answers) => JSON.stringify([...answerList(answers, name)].sort());
  return key(one) === key(other);
}

/** Terms as the builder shows them to be gone through again. */
export function answersFrom({ arrangement, memorandum }: AgreementTerms): Answers {
  const { agencyContact, partnerContact } = arrangement;
  return {
    purpose: arrangement.purpose,
    services: arrangement.services,
    otherServices: arrangement.otherServices,
    agencyContactName: agencyContact.name,
    agencyContactEmail: agencyContact.email,
    agencyContactPhone: agencyContact.phone,
    partnerContactName: partnerContact.name,
    partnerContactEmail: partnerContact.email,
    partnerContactPhone: partnerContact.phone,
    termStartsOn: arrangement.termStartsOn ?? '',
    termEndsOn: arrangement.termEndsOn ?? '',
    reviewOn: arrangement.reviewOn ?? '',
    ...(memorandum
      ? { ...memorandum, terminationDays: String(memorandum.terminationDays) }
      : { terminationDays: '30' }),
  };
}
