import { type CalendarDate, dayIn, longDate } from '../calendar/calendar-date.ts';
import { reviewTiming } from '../calendar/review-day.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { ProgressBar } from '../uswds/progress-bar.tsx';
import { Section } from '../uswds/section.tsx';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import { NoPolicyPart } from './no-policy-part.tsx';
import { OpenComments } from './open-comments.tsx';
import { partnerReviewContent } from './partner-review-content.ts';
import type { AgencyPolicy } from './policy.ts';
import type { AdoptionAsked } from './policy-actions.ts';
import { policyContent as content } from './policy-content.ts';
import { DoneNotice, PolicyFactsList } from './policy-facts.tsx';
import { PolicyHistory } from './policy-history.tsx';

export interface PolicyPageProps {
  readonly agency: AgencyPlace;
  readonly draft: AgencyPolicy | undefined;
  readonly adopted: AgencyPolicy | undefined;
  readonly versions: readonly AgencyPolicy[];
  /** The draft's checklist: how many elements are settled, of how many. */
  readonly progress: { readonly settled: number; readonly of: number };
  /** Of the draft: comments that are not settled, and whether there is a partner to ask. */
  readonly commentsOpen: number;
  /** Of them, those without an answer. */
  readonly commentsWaiting: number;
  readonly hasActivePartner: boolean;
  /** When the executive was asked last to adopt the draft. */
  readonly asked: AdoptionAsked | undefined;
  readonly today: CalendarDate;
  readonly notice: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** The agency's policy: the draft, the version in force, and every version there was. */
export function PolicyPage(props: PolicyPageProps) {
  const { agency, draft, adopted, versions, errors } = props;
  const base = `/workspace/${agency.slug}/policy`;
  const mayChange = agency.roles.includes('coordinator');
  const upload = mayChange ? (
    <ButtonLink href={`${base}/new`}>
      {versions.length === 0 ? content.upload : content.uploadNext}
    </ButtonLink>
  ) : undefined;
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={content.title}
      lead={content.lead}
      notice={<DoneNotice code={props.notice} />}
      errors={errors}
      actions={draft || versions.length === 0 ? undefined : upload}
    >
      {versions.length === 0 ? (
        <EmptyState
          heading={content.empty.heading}
          icon="document"
          actions={
            <>
              {upload}
              <ButtonLink look="outline" href={`${base}/outline.docx`}>
                {content.outline}
              </ButtonLink>
            </>
          }
        >
          <p>{content.empty.text}</p>
          <p>{content.empty.outline}</p>
        </EmptyState>
      ) : null}
      <NoPolicyPart agency={agency} versions={versions} draft={draft} />
      {draft ? <DraftSection {...props} draft={draft} base={base} mayChange={mayChange} /> : null}
      {adopted ? <AdoptedSection {...props} adopted={adopted} base={base} mayChange={mayChange} /> : null}
      {versions.length > 0 ? <PolicyHistory versions={versions} today={props.today} base={base} /> : null}
    </WorkspacePage>
  );
}

export interface PartProps extends PolicyPageProps {
  readonly base: string;
  readonly mayChange: boolean;
}

function DraftSection(props: PartProps & { readonly draft: AgencyPolicy }) {
  const { agency, draft, adopted, progress, base, mayChange, asked } = props;
  const isReady = progress.settled === progress.of && draft.effectiveOn !== undefined;
  const mayAdopt = agency.roles.includes('executive');
  return (
    <Section heading={`${content.draftHeading}: ${draft.title}`} id="draft">
      <ProgressBar
        label={content.progressLabel}
        value={progress.settled}
        max={progress.of}
        text={content.progress(progress.settled, progress.of)}
      />
      <p>
        {isReady
          ? mayAdopt
            ? content.askTextOwn
            : content.askText
          : content.notReady(progress.of - progress.settled, draft.effectiveOn !== undefined, mayAdopt)}
      </p>
      {adopted ? <p>{content.supersedes}</p> : null}
      {isReady && asked ? <p>{content.asked(longDate(dayIn(agency.timeZone, asked.at)), asked.by)}</p> : null}
      {isReady ? <OpenComments agency={agency} draft={draft} count={props.commentsWaiting} /> : null}
      <ButtonGroup>
        {mayChange ? (
          <ButtonLink href={`${base}/draft/checklist`} look={isReady ? 'outline' : undefined}>
            {content.checklist}
          </ButtonLink>
        ) : null}
        {mayAdopt && isReady ? <ButtonLink href={`${base}/draft/adopt`}>{content.adopt}</ButtonLink> : null}
        {mayChange && !mayAdopt && isReady ? (
          <ActionForm action={`${base}/draft/ask`} look={asked ? 'outline' : undefined}>
            {asked ? content.askAgain : content.ask}
          </ActionForm>
        ) : null}
        {mayChange ? (
          <ButtonLink href={`${base}/draft/details`} look="plain">
            {content.details}
          </ButtonLink>
        ) : null}
      </ButtonGroup>
      <PartnerReview {...props} />
      <PolicyFactsList policy={draft} documentHref={`${base}/versions/${draft.id}/document`} />
    </Section>
  );
}

/** Offered, and never in the way of adoption: partner review is the agency's choice. */
function PartnerReview(props: PartProps & { readonly draft: AgencyPolicy }) {
  const { agency, draft, base, mayChange, hasActivePartner, commentsOpen } = props;
  const words = partnerReviewContent;
  if (!draft.sharedAt) {
    return (
      <Section heading={words.heading} level={3}>
        <p>{hasActivePartner ? words.offer : words.noPartner}</p>
        {mayChange && hasActivePartner ? (
          <ActionForm action={`${base}/draft/share`} look="outline">
            {words.share}
          </ActionForm>
        ) : null}
      </Section>
    );
  }
  return (
    <Section heading={words.heading} level={3}>
      <p>
        {words.since(longDate(dayIn(agency.timeZone, draft.sharedAt)))} {words.open(commentsOpen)}
      </p>
      <ButtonGroup>
        <ButtonLink href={`${base}/versions/${draft.id}#comments`} look="outline">
          {words.read}
        </ButtonLink>
        {mayChange ? (
          <ActionForm action={`${base}/draft/unshare`} look="plain">
            {words.end}
          </ActionForm>
        ) : null}
      </ButtonGroup>
    </Section>
  );
}

function AdoptedSection(props: PartProps & { readonly adopted: AgencyPolicy }) {
  const { adopted, today, base, mayChange } = props;
  const timing = reviewTiming(adopted.reviewOn, today);
  const reviewOn = adopted.reviewOn ? longDate(adopted.reviewOn) : '';
  const notYet =
    adopted.effectiveOn && adopted.effectiveOn > today ? longDate(adopted.effectiveOn) : undefined;
  return (
    <Section
      heading={`${content.adoptedHeading}: ${adopted.title}`}
      id="adopted"
      actions={
        <>
          <ButtonLink href={`${base}/acknowledgments`} look="outline">
            {content.acknowledgments}
          </ButtonLink>
          {mayChange ? (
            <ButtonLink href={`${base}/review`} look="outline">
              {content.review}
            </ButtonLink>
          ) : null}
          {props.agency.roles.includes('executive') ? (
            <ButtonLink href={`${base}/rescind`} look="plain">
              {content.rescind}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      {notYet ? <Alert kind="info">{content.notInEffect(notYet)}</Alert> : null}
      {timing === 'due' ? <Alert kind="info">{content.reviewDue(reviewOn)}</Alert> : null}
      {timing === 'overdue' ? <Alert kind="warning">{content.reviewOverdue(reviewOn)}</Alert> : null}
      <PolicyFactsList policy={adopted} documentHref={`${base}/versions/${adopted.id}/document`} />
    </Section>
  );
}
