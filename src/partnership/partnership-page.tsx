import type { CalendarDate } from '../calendar/calendar-date.ts';
import { dayIn, longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { type NamedGroup, UnderGroup } from '../joint-agreement/under-group.tsx';
import type { PartnerAtAgencyDomain } from '../partner-organization/agency-mail-domain.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { AgencyDomainAlert } from './agency-domain-alert.tsx';
import { DueAlert } from './due-alert.tsx';
import { GoesOnAlert } from './goes-on-alert.tsx';
import type { Partnership, PartnershipId, Side } from './partnership.ts';
import { enderName } from './partnership-content.ts';
import { detailContent as content, noticeFor } from './partnership-detail-content.ts';
import { PartnershipFactsList, PartnershipTag } from './partnership-facts.tsx';
import { PartnershipNav } from './partnership-nav.tsx';
import type { PartnershipOnDay } from './partnership-on-day.ts';
import { TermGapAlert } from './term-gap-alert.tsx';

export function DoneNotice({ code }: { code: string | undefined }) {
  return <SuccessNotice>{noticeFor(code)}</SuccessNotice>;
}

export interface PartnershipPageProps {
  readonly agency: AgencyPlace;
  readonly partnership: PartnershipOnDay;
  /** The group that the partnership stands under, if any. */
  readonly group: NamedGroup | undefined;
  /** The partnership with the same partner that goes on, where this one is over: after a merge, or proposed anew. */
  readonly goesOnIn: PartnershipId | undefined;
  /** Set when who answers for the partner has an address at the agency's own mail domain. */
  readonly atDomain: PartnerAtAgencyDomain | undefined;
  readonly today: CalendarDate;
  readonly mayChange: boolean;
  readonly notice: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** One partnership, for the agency's people. */
export function PartnershipPage(props: PartnershipPageProps) {
  const { agency, partnership, group, today, mayChange, notice, errors } = props;
  const base = `/workspace/${agency.slug}/partnerships/${partnership.id}`;
  return (
    <WorkspacePage
      agency={agency}
      here="partnerships"
      title={partnership.partner.name}
      status={<PartnershipTag partnership={partnership} today={today} side="agency" />}
      notice={<DoneNotice code={notice} />}
      errors={errors}
      trail={[sectionLink(agency, 'partnerships')]}
    >
      <PartnershipNav base={base} current="overview" />
      <UnderGroup group={group} groups={`/workspace/${agency.slug}/groups`} />
      <StateAlerts partnership={partnership} today={today} base={base} mayChange={mayChange} />
      <TermGapAlert partnership={partnership} today={today} base={base} mayChange={mayChange} />
      <GoesOnAlert
        other={partnership.partner.name}
        href={props.goesOnIn && `/workspace/${agency.slug}/partnerships/${props.goesOnIn}`}
      />
      <AgencyDomainAlert atDomain={props.atDomain} />
      <Section heading={content.facts}>
        <PartnershipFactsList partnership={partnership} agreementHref={`${base}/agreement`} />
      </Section>
      {mayChange && !props.goesOnIn ? (
        <Changes partnership={partnership} base={base} agency={agency} />
      ) : null}
    </WorkspacePage>
  );
}

interface StateAlertsProps {
  readonly partnership: PartnershipOnDay;
  readonly today: CalendarDate;
  readonly base: string;
  readonly mayChange: boolean;
}

function StateAlerts({ partnership, today, base, mayChange }: StateAlertsProps) {
  const { state, agency, partner, agreement, isWritten } = partnership;
  const isLive = state.is === 'proposed' || state.is === 'active';
  // A version that was declined or taken back may come again: then what to do is said above.
  const isInTalks = state.is === 'proposed' && !partnership.waitingFor;
  return (
    <>
      {partnership.waitingFor === 'partner' ? (
        <WaitingAlert partnership={partnership} base={base} mayChange={mayChange} />
      ) : null}
      {partnership.waitingFor === 'agency' ? (
        <VersionsAlert
          heading={content.answerWaits.heading(partner.name)}
          text={content.answerWaits.text}
          link={content.answerWaits.link}
          base={base}
        />
      ) : null}
      {isInTalks ? <InTalksAlert side="agency" other={partner.name} base={base} /> : null}
      {state.is === 'declined' ? (
        <Alert kind="warning" heading={content.declined.heading(partner.name)}>
          <Words on={content.declined.on(longDate(dayIn(agency.timeZone, state.at)))} words={state.reason} />
        </Alert>
      ) : null}
      {state.is === 'ended' ? (
        <Alert kind="info" heading={content.ended.heading(enderName(state.by, { agency, partner }))}>
          <Words on={content.ended.on(longDate(dayIn(agency.timeZone, state.at)))} words={state.reason} />
        </Alert>
      ) : null}
      {isLive && !agreement && !isWritten && !isInTalks ? (
        <Alert kind="warning" heading={content.agreementMissing.heading}>
          {content.agreementMissing.text}
        </Alert>
      ) : null}
      <DueAlert {...{ partnership, today, base, mayChange }} side="agency" />
    </>
  );
}

/** Leads to the agreement's own page, where versions are answered. */
export function VersionsAlert({
  heading,
  text,
  link,
  base,
}: {
  heading: string;
  text: string;
  link: string;
  base: string;
}) {
  return (
    <Alert kind="info" heading={heading}>
      <p>{text}</p>
      <ButtonLink look="outline" href={`${base}/agreement/versions`}>
        {link}
      </ButtonLink>
    </Alert>
  );
}

/** A version was declined or taken back before anything was agreed: what this side can do. */
export function InTalksAlert({ side, other, base }: { side: Side; other: string; base: string }) {
  const { heading, text, link } = content.inTalks;
  return <VersionsAlert heading={heading} text={text[side](other)} link={link} base={base} />;
}

/** Somebody's own words under the day they were written. */
export function Words({ on, words }: { on: string; words: string }) {
  return (
    <>
      {on}
      <blockquote class="om-written">{words}</blockquote>
    </>
  );
}

function WaitingAlert({ partnership, base, mayChange }: Omit<StateAlertsProps, 'today'>) {
  const { partner, agency, state, proposedAt, representativeEmail } = partnership;
  const asked = partner.isClaimed
    ? content.waiting.representatives
    : (representativeEmail ?? content.waiting.representatives);
  return (
    <Alert kind="info" heading={content.waiting.heading(partner.name)}>
      <p>{content.waiting.text(asked, longDate(dayIn(agency.timeZone, proposedAt)))}</p>
      {state.is === 'active' ? <p>{content.waiting.changed}</p> : null}
      {mayChange ? (
        <ActionForm action={`${base}/ask-again`} look="outline">
          {content.again}
        </ActionForm>
      ) : null}
    </Alert>
  );
}

function Changes({
  partnership,
  base,
  agency,
}: {
  partnership: Partnership;
  base: string;
  agency: AgencyPlace;
}) {
  const { state, partner } = partnership;
  if (state.is === 'declined' || state.is === 'ended') {
    return (
      <ButtonGroup>
        <ButtonLink href={`/workspace/${agency.slug}/partnerships/new/${partner.id}`}>
          {content.proposeAgain}
        </ButtonLink>
      </ButtonGroup>
    );
  }
  return (
    <ButtonGroup>
      <ButtonLink href={`${base}/edit`}>{content.edit}</ButtonLink>
      <ButtonLink look="plain" href={`${base}/end`}>
        {state.is === 'active' ? content.end : content.takeBack}
      </ButtonLink>
    </ButtonGroup>
  );
}
