import { type CalendarDate, dayIn, longDate } from '../calendar/calendar-date.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { Alert } from '../uswds/alert.tsx';
import { Section } from '../uswds/section.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { requirementContent as content } from './requirement-content.ts';

/** What others than the coordinator said themselves: each partner, and for the policy the executive. */
export function Confirmations({
  snapshot,
  requirement,
  fromAgencyDomain,
}: {
  snapshot: Snapshot;
  requirement: Requirement;
  /** Partners for whom somebody at the agency's own mail domain confirmed. */
  fromAgencyDomain: readonly string[];
}) {
  if (requirement === 'partnership') return <PartnersWord {...{ snapshot, fromAgencyDomain }} />;
  if (requirement === 'policy') return <ExecutivesWord snapshot={snapshot} />;
  return null;
}

function PartnersWord({
  snapshot,
  fromAgencyDomain,
}: {
  snapshot: Snapshot;
  fromAgencyDomain: readonly string[];
}) {
  const confirmations = snapshot.format === 2 ? snapshot.confirmations : [];
  return (
    <Section heading={content.confirmation}>
      {confirmations.length === 0 ? (
        <p class="om-quiet">{content.noConfirmation}</p>
      ) : (
        <SummaryList
          facts={confirmations.map(({ partner, name, title, at }) => ({
            term: partner,
            detail: content.confirmed(name, title, longDate(dayOf(at))),
          }))}
        />
      )}
      {fromAgencyDomain.map((partner) => (
        <Alert kind="warning" slim>
          {content.fromAgencyDomain(partner)}
        </Alert>
      ))}
    </Section>
  );
}

function ExecutivesWord({ snapshot }: { snapshot: Snapshot }) {
  const adoption = snapshot.format === 2 ? snapshot.adoption : undefined;
  if (!adoption) return null;
  return (
    <Section heading={content.adoption}>
      <p>{content.adopted(adoption.name, longDate(adoption.on))}</p>
    </Section>
  );
}

function dayOf(instant: string): CalendarDate {
  return dayIn('UTC', new Date(instant));
}
