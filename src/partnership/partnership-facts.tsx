import { type CalendarDate, dayIn, longDate } from '../calendar/calendar-date.ts';
import { type Fact, SummaryList } from '../uswds/summary-list.tsx';
import { type Standing, StatusTag } from '../uswds/tag.tsx';
import type {
  Arrangement,
  Confirmation,
  Contact,
  Partnership,
  PartnershipStateName,
  Side,
} from './partnership.ts';
import { partnerContent, serviceLabels, stateLabels, factTerms as terms } from './partnership-content.ts';

const standings: Readonly<Record<PartnershipStateName, Standing>> = {
  proposed: 'waiting',
  active: 'done',
  declined: 'attention',
  ended: 'neutral',
};

/** The state as one side reads it: what waits for the partner waits for its reader there. */
export function PartnershipTag({ state, side }: { state: PartnershipStateName; side: Side }) {
  const waitsForReader = state === 'proposed' && side === 'partner';
  return (
    <StatusTag standing={waitsForReader ? 'attention' : standings[state]}>
      {waitsForReader ? partnerContent.waitingTag : stateLabels[state]}
    </StatusTag>
  );
}

/** What the partnership is about, the same for both sides. */
export function PartnershipFactsList({
  partnership,
  agreementHref,
}: {
  partnership: Partnership;
  /** Where the agreement can be downloaded. */
  agreementHref: string;
}) {
  const { arrangement } = partnership;
  const facts: readonly Fact[] = [
    { term: terms.purpose, detail: <p class="om-written">{arrangement.purpose}</p> },
    { term: terms.services, detail: <Services arrangement={arrangement} /> },
    { term: terms.agencyContact, detail: <ContactLines contact={arrangement.agencyContact} /> },
    { term: terms.partnerContact, detail: <ContactLines contact={arrangement.partnerContact} /> },
    {
      term: terms.agreement,
      detail: partnership.agreement ? (
        <a class="usa-link" href={agreementHref}>
          {terms.download} {partnership.agreement.name}
        </a>
      ) : undefined,
    },
    { term: terms.term, detail: termText(arrangement) },
    { term: terms.review, detail: arrangement.reviewOn && longDate(arrangement.reviewOn) },
    ...stateFacts(partnership),
  ];
  return <SummaryList facts={facts} />;
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

/** True once the agreement's last day is over while both sides still hold to it. */
export function isTermOver({ state, arrangement }: Partnership, today: CalendarDate): boolean {
  return state.is === 'active' && arrangement.termEndsOn !== undefined && arrangement.termEndsOn < today;
}
