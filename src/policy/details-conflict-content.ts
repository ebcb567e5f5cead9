import { longDate } from '../calendar/calendar-date.ts';
import type { ConflictField } from '../uswds/edit-conflict.tsx';
import { typedDate } from '../uswds/typed-date.ts';
import { formContent } from './draft-facts-content.ts';
import type { AgencyPolicy } from './policy.ts';
import { type TypedDetails, typedFromDetails } from './policy-form-content.ts';

const words = ['title', 'number', 'amends', 'accreditation'] as const;
const days = ['issuedOn', 'effectiveOn', 'reviewOn'] as const;

/** The facts of a draft, and its document where one was sent, in which what a person typed differs from what is kept now. */
export function detailsConflict(
  typed: TypedDetails,
  sentDocument: string | undefined,
  now: AgencyPolicy,
): readonly ConflictField[] {
  const kept = typedFromDetails(now);
  const fields = [
    ...words.map((name) => ({ label: formContent[name], yours: typed[name].trim(), now: kept[name] })),
    ...days.map((name) => ({
      label: formContent[name],
      yours: inWords(typed[name]),
      now: inWords(kept[name]),
    })),
    { label: formContent.document, yours: sentDocument ?? now.document.name, now: now.document.name },
  ];
  return fields.filter(({ yours, now }) => yours !== now);
}

/** However a day was typed, it is the same day; what is none stays as it was typed. */
function inWords(text: string): string {
  const day = typedDate(text);
  return day ? longDate(day) : text.trim();
}
