import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { ConflictField } from '../uswds/edit-conflict.tsx';
import { renewContent, signedContent } from './agreement-content.ts';
import type { AgreementTerms } from './agreement-terms.ts';
import { type AgreementVersion, agreedVersion, waitingVersion } from './agreement-version.ts';
import { builderContent } from './builder-content.ts';

type Versions = readonly AgreementVersion[];
type Dates = Pick<AgreementTerms['arrangement'], 'termStartsOn' | 'termEndsOn' | 'reviewOn'>;

/** Where a renewal differs from what was proposed or agreed since its form was opened. Nothing, when it says the same. */
export function renewalConflict(
  yours: Dates & { readonly note: string },
  versions: Versions,
): readonly ConflictField[] {
  const dates = nowOf(versions)?.terms.arrangement;
  const day = (name: keyof Dates) => ({
    label: renewContent[name],
    yours: dayText(yours[name]),
    now: dayText(dates?.[name]),
  });
  return differing([
    day('termStartsOn'),
    day('termEndsOn'),
    day('reviewOn'),
    noteField(yours.note, versions),
  ]);
}

/** The same for a signed document that was sent. Its name is always told: two papers may have the same one. */
export function signedConflict(
  yours: { readonly file: string; readonly note: string },
  versions: Versions,
): readonly ConflictField[] {
  const document = nowOf(versions)?.document?.name ?? '';
  const file = { label: signedContent.file, yours: yours.file, now: document };
  return [file, ...differing([noteField(yours.note, versions)])];
}

/** A note belongs to its proposal: there is one to compare only while another proposal waits. */
function noteField(yours: string, versions: Versions): ConflictField {
  return { label: builderContent.whole.note, yours, now: waitingVersion(versions)?.note ?? yours };
}

function nowOf(versions: Versions): AgreementVersion | undefined {
  return waitingVersion(versions) ?? agreedVersion(versions);
}

function differing(fields: readonly ConflictField[]): readonly ConflictField[] {
  return fields.filter(({ yours, now }) => yours !== now);
}

function dayText(day: CalendarDate | undefined): string {
  return day ? longDate(day) : '';
}
