import type { Agency } from '../agency/agency.ts';
import { regionName } from '../agency/region.ts';
import type { AuditEvent } from '../audit/audit.ts';
import { addMonths, type CalendarDate } from '../calendar/calendar-date.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyMember } from '../identity/membership.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { CertifiedNote } from '../pledge/certified-note.tsx';
import { type Pledge, termOf } from '../pledge/pledge.ts';
import type { PledgeCertificate } from '../pledge/pledge-certificate-actions.ts';
import { PledgeStateTag } from '../pledge/pledge-facts.tsx';
import { PledgeReason } from '../pledge/pledge-pages.tsx';
import { deadline } from '../pledge/pledge-term.ts';
import type { RequirementStatus } from '../requirement/requirement.ts';
import { reasonSentence, stateLabels } from '../requirement/requirement-content.ts';
import type { ReviewProgress } from '../review/submission.ts';
import { Card, CardGroup } from '../uswds/card.tsx';
import { FigureList } from '../uswds/figure-list.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { ActivityTimeline } from './activity-timeline.tsx';
import { NextSteps } from './next-steps.tsx';
import type { Standing } from './standing.ts';
import { StandingNotice } from './standing-notice.tsx';
import type { WaitingForAgency } from './waiting-for-agency.ts';
import { workspaceContent as content, deadlineText, stateStandings } from './workspace-content.ts';
import { WorkspacePage } from './workspace-page.tsx';
import { sectionPath, type WorkspaceSection } from './workspace-section.ts';

/** Lines under “Lately”. */
const eventsShown = 12;

export interface OverviewPageProps {
  readonly place: AgencyPlace;
  readonly agency: Agency;
  readonly pledge: Pledge | undefined;
  /** Issued under this pledge: then its term no longer runs. */
  readonly certificate: PledgeCertificate | undefined;
  readonly standing: Standing;
  /** What waits for the agency beside the requirements. */
  readonly waiting: WaitingForAgency;
  readonly review: ReviewProgress | undefined;
  readonly members: readonly AgencyMember[];
  readonly events: readonly AuditEvent[];
  readonly today: CalendarDate;
  readonly notice: string | undefined;
}

/** The workspace's home: where the agency stands, what to do next, how much time is left, and who did what lately. */
export function OverviewPage(props: OverviewPageProps) {
  const { place, pledge, certificate, standing, notice } = props;
  const worth = props.waiting.certificate?.standing;
  // On its first day after the term, before the program has written that down.
  const hasLapsed = worth?.is === 'lapsed';
  return (
    <WorkspacePage
      agency={place}
      here="overview"
      title={content.title}
      status={
        pledge ? (
          <PledgeStateTag
            state={pledge.state.is}
            certified={certificate?.standing.is === 'valid' && !hasLapsed}
          />
        ) : undefined
      }
      notice={<SuccessNotice>{notice}</SuccessNotice>}
    >
      <StandingNotice place={place} standing={worth} />
      {pledge ? <PledgeReason pledge={pledge} /> : null}
      {hasLapsed ? null : <CertifiedNote certificate={certificate} />}
      {certificate ? null : <Days pledge={pledge} today={props.today} />}
      <NextSteps
        place={place}
        pledge={pledge}
        standing={standing}
        waiting={props.waiting}
        review={props.review?.state}
        today={props.today}
      />
      <Requirements place={place} standing={standing} review={props.review} />
      <Lately events={props.events} timeZone={place.timeZone} />
      <AgencyFacts {...props} />
    </WorkspacePage>
  );
}

function Days({ pledge, today }: { pledge: Pledge | undefined; today: CalendarDate }) {
  const term = pledge && termOf(pledge);
  if (!pledge || !term) return null;
  const limit = deadline(term.limitOn, today);
  const target = deadline(term.targetOn, today);
  const { longestMonths } = campaignRules(pledge.rulesVersion).term;
  const isMoved = term.limitOn !== addMonths(term.takenOn, longestMonths);
  const shown = term.targetOn === term.limitOn ? [] : [{ day: target, what: content.days.target }];
  const figures = [...shown, { day: limit, what: isMoved ? content.days.limitMoved : content.days.limit }];
  return (
    <Section heading={content.days.heading} id="time">
      <FigureList
        figures={figures.map(({ day, what }) => ({
          number: day.is === 'today' ? 0 : day.days,
          label: deadlineText(day, what),
        }))}
      />
    </Section>
  );
}

interface RequirementsProps {
  readonly place: AgencyPlace;
  readonly standing: Standing;
  /** What the reviewers sent back, or an appeal found met, whatever the facts say of it. */
  readonly review: ReviewProgress | undefined;
}

/** One card a requirement, so that the four stand side by side. */
function Requirements({ place, standing, review }: RequirementsProps) {
  const returned: readonly Requirement[] = review?.returned ?? [];
  const titles = new Map(standing.rules.requirements.map(({ requirement, title }) => [requirement, title]));
  return (
    <Section heading={content.requirements} id="requirements">
      <CardGroup columns={2}>
        {standing.statuses.map((status) => (
          <Card
            heading={titles.get(status.requirement) ?? status.requirement}
            href={requirementHref(place, status)}
            status={<RequirementTag status={status} review={review} />}
            actions={
              returned.includes(status.requirement) && mayOpenSections(place) ? (
                <a class="usa-link" href={sectionPath(place.slug, 'review')}>
                  {content.returned.answer}
                  <span class="usa-sr-only">: {titles.get(status.requirement)}</span>
                </a>
              ) : undefined
            }
          >
            <ul class="usa-list">
              {status.reasons.map((reason) => (
                <li>{reasonSentence(standing.rules, reason)}</li>
              ))}
            </ul>
          </Card>
        ))}
      </CardGroup>
    </Section>
  );
}

function RequirementTag({
  status: { requirement, state },
  review,
}: {
  status: RequirementStatus;
  review: ReviewProgress | undefined;
}) {
  if (review?.returned.includes(requirement)) {
    return <StatusTag standing="attention">{content.returned.label}</StatusTag>;
  }
  if (review?.allowed.includes(requirement) && review.state !== 'closed' && state === 'met') {
    return <StatusTag standing="done">{content.allowedOnAppeal}</StatusTag>;
  }
  return <StatusTag standing={stateStandings[state]}>{stateLabels[state]}</StatusTag>;
}

const requirementSections: Readonly<Record<RequirementStatus['requirement'], WorkspaceSection>> = {
  partnership: 'partnerships',
  policy: 'policy',
  'advanced-training': 'training',
  'everyone-trained': 'training',
};

/** A staff member sees where the agency stands, but the sections behind are not theirs to open. */
function mayOpenSections(place: AgencyPlace): boolean {
  return place.roles.some((role) => role !== 'staff');
}

function requirementHref(place: AgencyPlace, { requirement }: RequirementStatus): string | undefined {
  return mayOpenSections(place) ? sectionPath(place.slug, requirementSections[requirement]) : undefined;
}

function Lately({ events, timeZone }: { events: readonly AuditEvent[]; timeZone: string }) {
  return (
    <Section heading={content.activity.heading} id="activity">
      {events.length === 0 ? (
        <p class="om-quiet">{content.activity.empty}</p>
      ) : (
        <ActivityTimeline events={events} timeZone={timeZone} seenBy="agency" most={eventsShown} />
      )}
    </Section>
  );
}

function AgencyFacts({ place, agency, members, standing }: OverviewPageProps) {
  const words = content.facts;
  const nameOf = (role: AgencyMember['role']) => {
    const member = members.find((one) => one.role === role);
    return member ? member.name || member.email : words.nobody;
  };
  return (
    <Section heading={words.heading} id="agency">
      <SummaryList
        facts={[
          { term: words.place, detail: `${agency.city}, ${regionName(agency.region)}` },
          { term: words.coordinator, detail: nameOf('coordinator') },
          { term: words.executive, detail: nameOf('executive') },
          { term: words.ori, detail: agency.ori },
          { term: words.rules, detail: standing.rules.title },
        ]}
      />
      {place.roles.includes('coordinator') || place.roles.includes('executive') ? (
        <a class="usa-link" href={sectionPath(place.slug, 'settings')}>
          {words.change}
        </a>
      ) : null}
    </Section>
  );
}
