import { dayIn, longDate } from '../calendar/calendar-date.ts';
import type { PolicyElement } from '../campaign-rules/policy-element.ts';
import type { PartnerPlace } from '../identity/viewer.ts';
import { PartnerPage } from '../partnership/partner-page.tsx';
import type { Partnership } from '../partnership/partnership.ts';
import { PartnershipNav } from '../partnership/partnership-nav.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { checklistContent } from './checklist-content.ts';
import { CommentList } from './comment-list.tsx';
import { InlineForm } from './inline-form.tsx';
import { partnerReviewContent } from './partner-review-content.ts';
import type { AgencyPolicy, ElementAnswer } from './policy.ts';
import { longestComment, type PolicyComment } from './policy-comment.ts';
import { statusLabels } from './policy-content.ts';
import { DoneNotice, PolicyFactsList, PolicyTag } from './policy-facts.tsx';
import type { PolicyLife } from './policy-life.ts';

const content = partnerReviewContent.partner;

export interface PartnerPolicyPageProps {
  readonly partner: PartnerPlace;
  readonly partnership: Partnership;
  /** Undefined while the agency has opened nothing. */
  readonly shown:
    | {
        readonly policy: AgencyPolicy;
        readonly versions: readonly AgencyPolicy[];
        readonly life: PolicyLife;
        readonly elements: readonly PolicyElement[];
        readonly answers: readonly ElementAnswer[];
        readonly comments: readonly PolicyComment[];
      }
    | undefined;
  readonly typed?: { readonly element: string; readonly text: string } | undefined;
  readonly errors?: FormErrors | undefined;
  readonly notice: string | undefined;
}

/** A version that the agency opened to its partners: document, checklist, and what this partner says about it. */
export function PartnerPolicyPage(props: PartnerPolicyPageProps) {
  const { partner, partnership, shown, errors = noErrors } = props;
  const base = `/partner/${partner.id}/partnerships/${partnership.id}`;
  const isOpen = shown?.life === 'partner-review';
  const replacedAt = isOpen ? shown?.policy.documentReplacedAt : undefined;
  return (
    <PartnerPage
      partner={partner}
      title={content.title(partnership.agency.name)}
      lead={shown ? (isOpen ? content.lead : content.closedLead) : undefined}
      status={shown ? <PolicyTag life={shown.life} /> : undefined}
      notice={<DoneNotice code={props.notice} />}
      errors={errors}
      trail={[{ label: partnership.agency.name, href: base }]}
    >
      <PartnershipNav base={base} current="policy" />
      {shown ? (
        <>
          {replacedAt ? (
            <Alert kind="warning">
              {content.documentReplaced(longDate(dayIn(partnership.agency.timeZone, replacedAt)))}
            </Alert>
          ) : null}
          <Section heading={checklistContent.factsHeading}>
            <PolicyFactsList
              policy={shown.policy}
              documentHref={`${base}/policy/${shown.policy.id}/document`}
            />
          </Section>
          <Section heading={checklistContent.checklistHeading}>
            {shown.elements.map((element, place) => (
              <CommentedElement
                {...props}
                element={element}
                number={place + 1}
                action={isOpen ? `${base}/policy/comments` : undefined}
                policy={shown.policy}
                answer={shown.answers.find(({ code }) => code === element.code)}
                comments={shown.comments.filter(({ code }) => code === element.code)}
                errors={errors}
              />
            ))}
          </Section>
          <Versions versions={shown.versions} current={shown.policy} base={base} />
        </>
      ) : (
        <EmptyState heading={content.nothing} icon="document">
          {content.nothingText}
        </EmptyState>
      )}
    </PartnerPage>
  );
}

interface CommentedElementProps {
  readonly partnership: Partnership;
  readonly policy: AgencyPolicy;
  readonly element: PolicyElement;
  readonly number: number;
  readonly answer: ElementAnswer | undefined;
  readonly comments: readonly PolicyComment[];
  /** Where a comment is sent; undefined when none can be written any more. */
  readonly action: string | undefined;
  readonly typed?: { readonly element: string; readonly text: string } | undefined;
  readonly errors: FormErrors;
}

function CommentedElement(props: CommentedElementProps) {
  const { element, number, answer, comments, action, typed, errors } = props;
  const name = `comment-${element.code}`;
  const isTyped = typed?.element === element.code;
  return (
    <Section heading={`${number}. ${element.title}`} level={3} id={`element-${element.code}`}>
      <p>{element.explanation}</p>
      <p>
        <strong>{content.agencySays}:</strong>{' '}
        {answer ? statusLabels[answer.status] : checklistContent.noAnswer}
        {answer?.reference ? `, ${answer.reference}` : ''}
        {answer?.notes ? `. ${answer.notes}` : ''}
        {answer?.isToCheck ? `. ${checklistContent.toCheck}.` : ''}
      </p>
      {comments.length > 0 ? (
        <CommentList
          comments={comments}
          timeZone={props.partnership.agency.timeZone}
          isAdopted={props.policy.state.is !== 'draft'}
        />
      ) : null}
      {action ? (
        <details open={isTyped}>
          <summary>{content.comment(element.title)}</summary>
          <InlineForm action={action} hidden={{ element: element.code, version: props.policy.id }}>
            <TextArea
              name={name}
              label={content.comment(element.title)}
              hint={content.commentHint}
              value={isTyped ? typed.text : ''}
              error={errors[name]}
              rows={4}
              maxlength={longestComment}
            />
            <ButtonGroup>
              <Button>{content.submit}</Button>
            </ButtonGroup>
          </InlineForm>
        </details>
      ) : null}
    </Section>
  );
}

function Versions(props: {
  readonly versions: readonly AgencyPolicy[];
  readonly current: AgencyPolicy;
  readonly base: string;
}) {
  const others = props.versions.filter(({ id }) => id !== props.current.id);
  if (others.length === 0) return null;
  return (
    <Section heading={content.versions}>
      <ul class="usa-list">
        {others.map(({ id, title, number }) => (
          <li>
            <a class="usa-link" href={`${props.base}/policy?version=${id}`}>
              {number === '' ? title : `${title} (${number})`}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
