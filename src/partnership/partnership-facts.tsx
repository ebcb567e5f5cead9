import { type AgreementStanding, agreementStanding } from '../agreement/agreement-standing.ts';
import { type CalendarDate, dayIn, longDate } from '../calendar/calendar-date.ts';
import { type Fact, SummaryList } from '../uswds/summary-list.tsx';
import { type Standing, StatusTag } from '../uswds/tag.tsx';
import type { AgreedTerms, Arrangement, Confirmation, Contact, Partnership, Side } from './partnership.ts';
import {
  beginsLabel,
  betweenTermsLabel,
  serviceLabels,
  stateLabels,
  factTerms as terms,
  waitingLabel,
} from './partnership-content.ts';
import type { PartnershipOnDay } from './partnership-on-day.ts';

const standings: Readonly<Record<AgreementStanding, Standing>> = {
  proposed: 'waiting',
  active: 'done',
  'due-for-review': 'attention',
  lapsed: 'attention',
  declined: 'attention',
  ended: 'neutral',
};

/** Where it stands today, and whose answer is awaited, as one side reads it. */
export function PartnershipTag({
  partnership,
  today,
  side,
}: {
  partnership: PartnershipOnDay;
  today: CalendarDate;
  side: Side;
}) {
  const { waitingFor, gap, arrangement } = partnership;
  const standing = agreementStanding(partnership, today);
  const { termStartsOn } = arrangement;
  const begins = standing === 'active' && termStartsOn && termStartsOn > today ? termStartsOn : undefined;
  return (
    <>
      {begins ? (
        <StatusTag standing="waiting">{beginsLabel(longDate(begins))}</StatusTag>
      ) : (
        <StatusTag standing={standings[standing]}>{stateLabels[standing]}</StatusTag>
      )}
      {gap && gap.from <= today ? (
        <>
          {' '}
          <StatusTag standing="attention">{betweenTermsLabel}</StatusTag>
        </>
      ) : null}
      {waitingFor ? (
        <>
          {' '}
          <StatusTag standing={waitingFor === side ? 'attention' : 'waiting'}>
            {waitingLabel(waitingFor, side)}
          </StatusTag>
        </>
      ) : null}
    </>
  );
}

/** What the partnership is about, the same for both sides. */
export function PartnershipFactsList({
  partnership,
  agreementHref,
}: {
  partnership: PartnershipOnDay;
  /** Where the agreement can be downloaded. */
  agreementHref: string;
}) {
  const { arrangement, agreedAhead } = partnership;
  const facts: readonly Fact[] = [
    { term: terms.purpose, detail: <p class="om-written">{arrangement.purpose}</p> },
    { term: terms.services, detail: <Services arrangement={arrangement} /> },
    { term: terms.agencyContact, detail: <ContactLines contact={arrangement.agencyContact} /> },
    { term: terms.partnerContact, detail: <ContactLines contact={arrangement.partnerContact} /> },
    {
      term: terms.agreement,
      detail: agreementLink(partnership, agreementHref),
    },
    { term: terms.term, detail: termText(arrangement) },
    ...agreedAhead.map((next) => ({
      term: terms.nextTerm,
      detail: <NextTerm next={next} agreementHref={agreementHref} />,
    })),
    { term: terms.review, detail: arrangement.reviewOn && longDate(arrangement.reviewOn) },
    ...stateFacts(partnership),
  ];
  return <SummaryList facts={facts} />;
}

/** What follows the term shown above it, and where its own agreement is read. */
function NextTerm({ next, agreementHref }: { next: AgreedTerms; agreementHref: string }) {
  return (
    <>
      {termText(next.arrangement)}
      <br />
      <a class="usa-link" href={`${agreementHref}/versions`}>
        {next.agreement ? `${terms.readNext} (${next.agreement.name})` : terms.readNext}
      </a>
    </>
  );
}

/** Nothing where there is no agreement yet. */
function agreementLink({ agreement, isWritten }: Partnership, href: string) {
  if (agreement) {
    return (
      <a class="usa-link" href={href}>
        {terms.download} {agreement.name}
      </a>
    );
  }
  if (!isWritten) return undefined;
  return (
    <a class="usa-link" href={`${href}/versions`}>
      {terms.readAgreement}
    </a>
  );
}

function stateFacts({ state, agency, isNamedInPublic }: Partnership): readonly Fact[] {
  if (state.is !== 'active') return [];
  return [
    { term: terms.confirmed, detail: confirmationText(state.confirmation, agency.timeZone) },
    { term: terms.naming, detail: isNamedInPublic ? terms.namedYes : terms.namedNo },
  ];
}

function Services({ arrangement }: { arrangement: Arrangement }) {
  const { services, otherServices } = arrangement;
  return (
    <ul class="usa-list usa-list--unstyled">
      {services.map((service) => (
        <li>{serviceLabels[service]}</li>
      ))}
      {otherServices ? <li>{otherServices}</li> : null}
    </ul>
  );
}

function ContactLines({ contact }: { contact: Contact }) {
  return (
    <>
      {contact.name}
      <br />
      <a class="usa-link" href={`mailto:${contact.email}`}>
        {contact.email}
      </a>
      {contact.phone ? (
        <>
          <br />
          {contact.phone}
        </>
      ) : null}
    </>
  );
}

function termText({ termStartsOn, termEndsOn }: Arrangement): string | undefined {
  const from = termStartsOn && `from ${longDate(termStartsOn)}`;
  const until = termEndsOn && `until ${longDate(termEndsOn)}`;
  const both = [from, until].filter((part) => part !== undefined).join(' ');
  if (both === '') return undefined;
  return `${both.charAt(0).toUpperCase()}${both.slice(1)}${until ? '' : ', with no end date'}`;
}

function confirmationText({ name, title, at }: Confirmation, timeZone: string): string {
  return `${[name, title].filter((part) => part !== '').join(', ')}, on ${longDate(dayIn(timeZone, at))}`;
}
