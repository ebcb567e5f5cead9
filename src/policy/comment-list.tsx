import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { type Standing, StatusTag } from '../uswds/tag.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { InlineForm } from './inline-form.tsx';
import { partnerReviewContent as content } from './partner-review-content.ts';
import { type CommentFate, commentFate, longestComment, type PolicyComment } from './policy-comment.ts';

/** What one needs to answer: where, and what was typed into which answer. */
export interface Answering {
  /** `/workspace/elm-fork/policy/comments` */
  readonly action: string;
  readonly typed: { readonly id: string; readonly text: string } | undefined;
  readonly errors: FormErrors;
}

export interface CommentListProps {
  readonly comments: readonly PolicyComment[];
  readonly timeZone: string;
  /** Whether the version they are about is adopted: then what became of each is said. */
  readonly isAdopted: boolean;
  /** Undefined for who only reads. */
  readonly answering?: Answering | undefined;
}

/** Comments on one element, each with its answer. */
export function CommentList({ comments, timeZone, isAdopted, answering }: CommentListProps) {
  const day = ({ at }: { readonly at: Date }) => longDate(dayIn(timeZone, at));
  return (
    <ul class="om-comments">
      {comments.map((comment) => (
        <li id={`comment-${comment.id}`}>
          <p class="om-quiet">
            {content.wrote(comment.said.name, comment.partner.name, day(comment.said))}{' '}
            <Fate fate={commentFate(comment, isAdopted)} />
          </p>
          <blockquote class="om-written">{comment.said.text}</blockquote>
          {comment.answer ? (
            <div class="om-comments__answer">
              <p class="om-quiet">{content.answered(comment.answer.name, day(comment.answer))}</p>
              <p class="om-written">{comment.answer.text}</p>
            </div>
          ) : null}
          {comment.adoptedOver ? (
            <p>{content.adoptedOver(day(comment.adoptedOver), comment.adoptedOver.reason)}</p>
          ) : null}
          {answering ? <Acts comment={comment} {...answering} /> : null}
        </li>
      ))}
    </ul>
  );
}

const standings: Readonly<Record<CommentFate, Standing>> = {
  settled: 'done',
  open: 'progress',
  answered: 'neutral',
  'adopted-over': 'attention',
};

function Fate({ fate }: { readonly fate: CommentFate }) {
  return <StatusTag standing={standings[fate]}>{content.fates[fate]}</StatusTag>;
}

function Acts({ comment, action, typed, errors }: Answering & { readonly comment: PolicyComment }) {
  const { id, answer, settledAt } = comment;
  const isTyped = typed?.id === id;
  const name = `answer-${id}`;
  return (
    <>
      {settledAt ? null : (
        <details open={isTyped || answer === undefined}>
          <summary>{answer ? content.answerChange : content.answer}</summary>
          <InlineForm
            action={`${action}/${id}/answer`}
            hidden={{ shownAt: String(answer?.at.getTime() ?? 0) }}
          >
            <TextArea
              name={name}
              label={content.answer}
              value={isTyped ? typed.text : (answer?.text ?? '')}
              error={errors[name]}
              rows={3}
              maxlength={longestComment}
            />
            <ButtonGroup>
              <Button look="outline">{content.submitAnswer}</Button>
            </ButtonGroup>
          </InlineForm>
        </details>
      )}
      <ActionForm
        action={`${action}/${id}/${settledAt ? 'reopen' : 'settle'}`}
        look="plain"
        about={comment.said.name}
      >
        {settledAt ? content.reopen : content.settle}
      </ActionForm>
    </>
  );
}
