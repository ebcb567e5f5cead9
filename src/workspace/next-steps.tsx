import type { CalendarDate } from '../calendar/calendar-date.ts';
import { hasEnded } from '../certification/certificate-standing.ts';
import type { CertificateTasks } from '../certification/certificate-tasks.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { type Pledge, termOf } from '../pledge/pledge.ts';
import { outstandingSentence } from '../requirement/outstanding-content.ts';
import { openStates, type SubmissionState } from '../review/submission.ts';
import { ButtonLink } from '../uswds/button.tsx';
import { Section } from '../uswds/section.tsx';
import { type Standing, sectionFor } from './standing.ts';
import type { WaitingForAgency } from './waiting-for-agency.ts';
import { waitingSteps } from './waiting-steps-content.ts';
import { workspaceContent } from './workspace-content.ts';
import { sectionPath } from './workspace-section.ts';

const content = workspaceContent.next;

interface NextStepsProps {
  readonly place: AgencyPlace;
  readonly pledge: Pledge | undefined;
  readonly standing: Standing;
  readonly waiting: WaitingForAgency;
  /** How far the review under this pledge is. */
  readonly review: SubmissionState | undefined;
  readonly today: CalendarDate;
}

interface Step {
  readonly text: string;
  readonly href?: string | undefined;
  readonly link?: string;
}

/** What is to be done: the pledge's own step, what others wait for, what is outstanding; each with the way to it. */
export function NextSteps({ place, pledge, standing, waiting, review, today }: NextStepsProps) {
  const mayOpen = place.roles.some((role) => role !== 'staff');
  const steps: readonly Step[] = [
    ...pledgeSteps(place, pledge, today, review),
    ...(mayOpen ? waitingSteps(place, waiting, today) : []),
    ...workSteps(place, standing),
  ];
  const lead = leadOf(pledge, standing, review, waiting);
  return (
    <Section heading={content.heading} id="next">
      {lead ? <Lead place={place} lead={lead} mayOpen={mayOpen} /> : null}
      {!lead && steps.length === 0 ? <p>{content.nothing}</p> : null}
      {!mayOpen && steps.length > 0 ? <p>{content.staff}</p> : null}
      {steps.length > 0 ? (
        <ol class="usa-list">
          {steps.map(({ text, href, link }) => (
            <li>
              {text}{' '}
              {mayOpen && href ? (
                <a class="usa-link" href={href}>
                  {link}
                </a>
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
    </Section>
  );
}

type LeadName = keyof typeof content.lead;

/** What stands above all single steps: the campaign's word, or that the work can go there. */
function leadOf(
  pledge: Pledge | undefined,
  standing: Standing,
  review: SubmissionState | undefined,
  { certificate, proofs }: Pick<WaitingForAgency, 'certificate' | 'proofs'>,
): LeadName | undefined {
  if (pledge?.state.is !== 'active') return undefined;
  if (review === 'returned') return 'returned';
  if (review && openStates.includes(review)) return proofs > 0 ? 'proof-wanted' : 'in-review';
  const isReady = standing.outstanding.length === 0;
  if (certificate) return certifiedLead(certificate, isReady);
  // Also when nothing is outstanding by the records: what the reviewers asked for is not among them.
  if (review === 'closed') return 'closed';
  return isReady ? 'ready' : undefined;
}

/** Only a certificate that counts, and that nobody means to take away, is one to keep. */
function certifiedLead({ standing, announced }: CertificateTasks, isReady: boolean): LeadName {
  if (hasEnded(standing) && isReady) return 'again';
  if (standing.is !== 'valid') return standing.is;
  return announced ? 'contested' : 'certified';
}

function Lead({ place, lead, mayOpen }: { place: AgencyPlace; lead: LeadName; mayOpen: boolean }) {
  const { text, link } = content.lead[lead];
  const isDue = lead === 'ready' || lead === 'again' || lead === 'returned' || lead === 'proof-wanted';
  return (
    <>
      <p>{text}</p>
      {mayOpen ? (
        <ButtonLink href={leadHref(place, lead)} look={isDue ? 'primary' : 'outline'}>
          {link}
        </ButtonLink>
      ) : null}
    </>
  );
}

/** What ended is read on the page of the certificate; everything else on that of the review. */
function leadHref({ slug }: AgencyPlace, lead: LeadName): string {
  switch (lead) {
    case 'suspended':
    case 'revoked':
    case 'lapsed':
    case 'withdrawn':
    case 'contested':
      return `/workspace/${slug}/certification`;
    case 'proof-wanted':
      return `/workspace/${slug}/review/sample`;
    default:
      return sectionPath(slug, 'review');
  }
}

function pledgeSteps(
  place: AgencyPlace,
  pledge: Pledge | undefined,
  today: CalendarDate,
  review: SubmissionState | undefined,
): readonly Step[] {
  if (!pledge) return [];
  const words = content.pledge;
  const base = sectionPath(place.slug, 'pledge');
  const open = { href: base, link: words.open };
  switch (pledge.state.is) {
    case 'awaiting-signature':
      return place.roles.includes('executive')
        ? [{ text: words.sign, href: `${base}/sign`, link: words.open }]
        : [{ text: words.waitForSignature(pledge.executive.name), ...open }];
    case 'awaiting-acceptance':
      return [{ text: words.waitForCampaign, ...open }];
    case 'returned':
      return [{ text: words.change, ...open }];
    case 'withdrawn':
      return [{ text: words.again, ...open }];
    case 'active': {
      const term = termOf(pledge);
      const isLate = review !== 'approved' && term !== undefined && today > term.limitOn;
      return isLate ? [{ text: content.late, href: `${base}/extend`, link: content.extend }] : [];
    }
  }
}

function workSteps(place: AgencyPlace, { rules, outstanding }: Standing): readonly Step[] {
  const links: Readonly<Record<string, string>> = content.go;
  const steps = outstanding.map((one): Step => {
    const section = sectionFor(one);
    return {
      text: outstandingSentence(rules, one),
      href: sectionPath(place.slug, section),
      link: links[section] ?? section,
    };
  });
  // Both training requirements ask for the same roster: it is one thing to do.
  return steps.filter(({ text }, index) => steps.findIndex((step) => step.text === text) === index);
}
