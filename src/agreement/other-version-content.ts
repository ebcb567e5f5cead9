import type { ConflictField } from '../uswds/edit-conflict.tsx';
import type { OtherVersionField, TypedOtherVersion } from './other-version-form.ts';
import { otherVersionFields } from './other-version-form.ts';

export const otherVersionContent = {
  title: 'Answer with another version',
  lead: 'Change only what is not right, or upload another signed document. The rest stays as it was proposed. The other side confirms it; until then nothing changes.',
  file: 'Signed document',
  fileHint: (name: string) => `Now: ${name}. Choose a file only to put another one in its place.`,
  fileMissing: 'Choose a file only if you have another signed document.',
  dates: 'Term and review',
  contacts: { agency: 'Liaison of the agency', partner: 'Liaison of the partner' },
  submit: 'Propose this version',
  writeHeading: 'Would you rather write the agreement here?',
  writeText:
    'We lead you through it step by step, from the first step on. What is known already is filled in: the purpose, the services, the contacts and the dates.',
  write: 'Write it step by step',
  fields: {
    termStartsOn: 'First day of the term',
    termEndsOn: 'Last day of the term',
    reviewOn: 'Next review',
    agencyContactName: 'Name of the agency’s liaison',
    agencyContactEmail: 'Email of the agency’s liaison',
    agencyContactPhone: 'Phone of the agency’s liaison',
    partnerContactName: 'Name of the partner’s liaison',
    partnerContactEmail: 'Email of the partner’s liaison',
    partnerContactPhone: 'Phone of the partner’s liaison',
  } satisfies Readonly<Record<OtherVersionField, string>>,
  termEndsHint: 'Leave it empty if it runs until a side ends it.',
} as const;

/** Where what was typed differs from what was proposed or agreed since the form was opened. */
export function otherVersionConflict(
  yours: TypedOtherVersion,
  now: Readonly<Record<OtherVersionField, string>>,
): readonly ConflictField[] {
  const fields = otherVersionFields.map((name) => ({
    label: otherVersionContent.fields[name],
    yours: yours[name],
    now: now[name],
  }));
  return fields.filter((field) => field.yours !== field.now);
}
