import type { PolicyElement } from '../campaign-rules/policy-element.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { ButtonLink } from '../uswds/button.tsx';
import { type ConflictField, EditConflict } from '../uswds/edit-conflict.tsx';
import { noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { type Standing, StatusTag } from '../uswds/tag.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { changesContent } from './changes-content.ts';
import { checklistContent as content } from './checklist-content.ts';
import { type Answering, CommentList } from './comment-list.tsx';
import { partnerReviewContent } from './partner-review-content.ts';
import type { AgencyPolicy, ElementAnswer, ElementStatus } from './policy.ts';
import type { PolicyComment } from './policy-comment.ts';
import { statusLabels } from './policy-content.ts';
import { DoneNotice, PolicyFactsList, PolicyTag } from './policy-facts.tsx';
import type { PolicyLife } from './policy-life.ts';

const standings: Readonly<Record<ElementStatus, Standing>> = {
  covered: 'done',
  partly: 'progress',
  missing: 'attention',
  'not-applicable': 'neutral',
};

export interface VersionProps {
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

export function VersionContent({ agency, policy, elements, answers }: VersionProps) {
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
