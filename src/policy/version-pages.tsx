import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { PolicyElement } from '../campaign-rules/policy-element.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { ButtonLink } from '../uswds/button.tsx';
import { Checkbox } from '../uswds/checkbox.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { type ConflictField, EditConflict } from '../uswds/edit-conflict.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { type Standing, StatusTag } from '../uswds/tag.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { adoptContent } from './adoption-content.ts';
import { changesContent } from './changes-content.ts';
import { checklistContent as content } from './checklist-content.ts';
import { type Answering, CommentList } from './comment-list.tsx';
import { OpenComments } from './open-comments.tsx';
import { partnerReviewContent } from './partner-review-content.ts';
import type { AdoptionObstacles, AgencyPolicy, ElementAnswer, ElementStatus } from './policy.ts';
import type { PolicyComment } from './policy-comment.ts';
import { statusLabels, unsettledLabels } from './policy-content.ts';
import { DoneNotice, PolicyFactsList, PolicyTag } from './policy-facts.tsx';
import { Buttons } from './policy-form-pages.tsx';
import { mayBeFromToday, type PolicyLife } from './policy-life.ts';

const standings: Readonly<Record<ElementStatus, Standing>> = {
  covered: 'done',
  partly: 'progress',
  missing: 'attention',
  'not-applicable': 'neutral',
};

interface VersionProps {
  readonly agency: AgencyPlace;
  readonly policy: AgencyPolicy;
  readonly elements: readonly PolicyElement[];
  readonly answers: readonly ElementAnswer[];
}

export interface VersionPageProps extends VersionProps {
  readonly life: PolicyLife;
  readonly comments: readonly PolicyComment[];
  /** Undefined for who only reads. */
  readonly answering: Answering | undefined;
  /** What somebody else answered meanwhile, where it differs. */
  readonly conflict?: readonly ConflictField[] | undefined;
  /** The version to compare with, where there is one before. */
  readonly changesHref: string | undefined;
  readonly notice?: string | undefined;
}

/** One version with how it answers the checklist and what partners say about it. */
export function VersionPage(props: VersionPageProps) {
  const { agency, policy, elements, comments, answering, conflict = [] } = props;
  const commented = elements.filter(({ code }) => comments.some((comment) => comment.code === code));
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={content.readTitle(policy.title)}
      status={<PolicyTag life={props.life} />}
      notice={<DoneNotice code={props.notice} />}
      errors={answering?.errors ?? noErrors}
      trail={[sectionLink(agency, 'policy')]}
      actions={
        props.changesHref ? (
          <ButtonLink href={props.changesHref} look="outline">
            {changesContent.link}
          </ButtonLink>
        ) : undefined
      }
    >
      {conflict.length > 0 ? <EditConflict fields={conflict} /> : null}
      <VersionContent {...props} />
      {policy.sharedAt || comments.length > 0 ? (
        <Section heading={partnerReviewContent.commentsHeading} id="comments">
          {comments.length === 0 ? <p>{partnerReviewContent.none}</p> : null}
          {commented.map((element) => (
            <Section heading={element.title} level={3}>
              <CommentList
                comments={comments.filter(({ code }) => code === element.code)}
                timeZone={agency.timeZone}
                isAdopted={policy.state.is !== 'draft'}
                answering={answering}
              />
            </Section>
          ))}
        </Section>
      ) : null}
    </WorkspacePage>
  );
}

function VersionContent({ agency, policy, elements, answers }: VersionProps) {
  return (
    <>
      <Section heading={content.factsHeading}>
        <PolicyFactsList
          policy={policy}
          documentHref={`/workspace/${agency.slug}/policy/versions/${policy.id}/document`}
        />
      </Section>
      <Section heading={content.checklistHeading}>
        <AnswersTable elements={elements} answers={answers} />
      </Section>
    </>
  );
}

export function AnswersTable({ elements, answers }: Pick<VersionProps, 'elements' | 'answers'>) {
  const byCode = new Map(answers.map((answer) => [answer.code, answer]));
  const rows = elements.map((element) => ({ element, answer: byCode.get(element.code) }));
  return (
    <Table
      caption={content.checklistHeading}
      captionHidden
      rows={rows}
      columns={[
        { heading: content.columns.element, rowHeader: true, cell: ({ element }) => element.title },
        {
          heading: content.columns.status,
          cell: ({ answer }) =>
            answer?.isToCheck ? (
              <StatusTag standing="attention">{content.toCheck}</StatusTag>
            ) : answer ? (
              <StatusTag standing={standings[answer.status]}>{statusLabels[answer.status]}</StatusTag>
            ) : (
              <span class="om-quiet">{content.noAnswer}</span>
            ),
        },
        { heading: content.columns.reference, cell: ({ answer }) => answer?.reference || '–' },
        { heading: content.columns.notes, cell: ({ answer }) => answer?.notes || '–' },
      ]}
    />
  );
}

export interface AdoptPageProps extends VersionProps {
  /** What is left to settle; undefined when the executive can adopt. */
  readonly obstacles: AdoptionObstacles | undefined;
  /** Comments of partners that are neither answered nor settled. */
  readonly commentsWaiting: number;
  readonly today: CalendarDate;
  readonly typed: {
    readonly name: string;
    readonly on: string;
    readonly isFromToday: boolean;
    readonly overComments: string;
  };
  readonly errors?: FormErrors | undefined;
}

/** The executive reads the draft and adopts it by typed name, or is told what is left to settle. */
export function AdoptPage(props: AdoptPageProps) {
  const { agency, policy, obstacles, typed, errors = noErrors } = props;
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={adoptContent.title}
      lead={adoptContent.lead}
      errors={errors}
      trail={[sectionLink(agency, 'policy')]}
    >
      {obstacles ? <Obstacles obstacles={obstacles} /> : null}
      <OpenComments agency={agency} draft={policy} count={props.commentsWaiting} />
      <VersionContent {...props} />
      {obstacles ? null : (
        <Form
          action={`/workspace/${agency.slug}/policy/draft/adopt`}
          hidden={{ revision: String(policy.revision) }}
        >
          <TextField
            name="name"
            label={adoptContent.name}
            hint={adoptContent.nameHint}
            value={typed.name}
            error={errors.name}
            autocomplete="name"
            maxlength={200}
            required
          />
          <DateField
            name="on"
            label={adoptContent.on}
            value={typed.on}
            error={errors.on}
            max={props.today}
            required
          />
          <EffectiveDay {...props} />
          {props.commentsWaiting > 0 ? (
            <TextArea
              name="overComments"
              label={adoptContent.overComments}
              hint={adoptContent.overCommentsHint}
              value={typed.overComments}
              error={errors.overComments}
              rows={3}
              maxlength={2000}
              required
            />
          ) : null}
          <Buttons agency={agency} submit={adoptContent.submit} />
        </Form>
      )}
    </WorkspacePage>
  );
}

/** From when the policy will be in effect; of a day gone by, that it can't be, with the choice of today. */
function EffectiveDay({ policy, today, typed }: AdoptPageProps) {
  const { effectiveOn } = policy;
  if (effectiveOn === undefined) return null;
  if (effectiveOn >= today) {
    return (
      <p>
        {policy.title}: in effect from {longDate(effectiveOn)}.
      </p>
    );
  }
  return (
    <>
      <Alert kind="info">{adoptContent.backdated(longDate(effectiveOn))}</Alert>
      {mayBeFromToday(policy, today) ? (
        <Checkbox
          name="isFromToday"
          label={adoptContent.fromToday(longDate(today))}
          checked={typed.isFromToday}
        />
      ) : null}
    </>
  );
}

function Obstacles({ obstacles }: { obstacles: AdoptionObstacles }) {
  return (
    <Alert kind="warning" heading={adoptContent.outstandingHeading}>
      <p>{adoptContent.outstanding}</p>
      <ul class="usa-list">
        {obstacles.isEffectiveDateMissing ? <li>{adoptContent.effectiveMissing}</li> : null}
        {obstacles.unsettled.map(({ element, why }) => (
          <li>
            {element.title}: {unsettledLabels[why]}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
