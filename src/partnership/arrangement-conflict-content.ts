import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { ConflictField } from '../uswds/edit-conflict.tsx';
import type { Arrangement, Contact, Partnership } from './partnership.ts';
import { serviceLabels } from './partnership-content.ts';
import { formContent as content } from './partnership-form-content.ts';

/** What a saver sent. */
interface Yours {
  readonly arrangement: Arrangement;
  readonly representativeEmail: string | undefined;
  readonly agreement: { readonly name: string } | undefined;
}

/** How it stands now: what was saved meanwhile. */
type Now = Pick<Partnership, 'arrangement' | 'representativeEmail' | 'agreement' | 'partner'>;

/**
 * Every field that two savers of the same form wrote differently, as words. Compared as they are understood, so that
 * “3/5/2026” and “March 5, 2026” are the same. A document is compared only where one was chosen: else the present one stays.
 */
export function arrangementConflict(yours: Yours, now: Now): readonly ConflictField[] {
  const [mine, theirs] = [fieldsOf(yours.arrangement), fieldsOf(now.arrangement)];
  const fields = mine.map(({ label, text }, place) => ({
    label,
    yours: text,
    now: theirs[place]?.text ?? '',
  }));
  const document = {
    label: content.agreement,
    yours: yours.agreement?.name ?? '',
    now: now.agreement?.name ?? '',
  };
  const asked = {
    label: content.representativeEmail,
    yours: yours.representativeEmail ?? '',
    now: now.representativeEmail ?? '',
  };
  return [
    ...fields,
    ...(yours.agreement ? [document] : []),
    // Nobody is asked for it any more once people speak for the organization.
    ...(now.partner.isClaimed || yours.representativeEmail === undefined ? [] : [asked]),
  ].filter((field) => field.yours !== field.now);
}

function fieldsOf(arrangement: Arrangement): readonly { readonly label: string; readonly text: string }[] {
  const { purpose, services, otherServices, agencyContact, partnerContact } = arrangement;
  return [
    { label: content.purpose, text: purpose },
    {
      label: content.services,
      text: services
        .map((service) => serviceLabels[service])
        .toSorted()
        .join(', '),
    },
    { label: content.otherServices, text: otherServices },
    { label: content.agencySection, text: contactText(agencyContact) },
    { label: content.partnerSection, text: contactText(partnerContact) },
    { label: content.termStartsOn, text: dayText(arrangement.termStartsOn) },
    { label: content.termEndsOn, text: dayText(arrangement.termEndsOn) },
    { label: content.reviewOn, text: dayText(arrangement.reviewOn) },
  ];
}

function contactText({ name, email, phone }: Contact): string {
  return [name, email, phone].filter((part) => part !== '').join(', ');
}

function dayText(day: CalendarDate | undefined): string {
  return day ? longDate(day) : '';
}
