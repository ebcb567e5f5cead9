import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { Select } from '../uswds/select.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { campaignReviewContent as content, ownPartWords } from './review-content.ts';
import type { ReviewPageProps } from './review-page.tsx';
import { reviewSeen, type Submission } from './submission.ts';

/** What stands at the top: take it on, look again, or that a second person decides. */
export function NextStep({ submission, partsTaken }: ReviewPageProps) {
  const base = `/campaign/reviews/${submission.id}`;
  if (submission.state === 'waiting')
    return <ActionForm action={`${base}/claim`}>{content.claim}</ActionForm>;
  if (submission.state !== 'awaiting-approval') {
    return submission.approverNote && submission.state === 'in-review' ? (
      <Alert kind="warning" heading="The second reviewer asks you to look again">
        {submission.approverNote}
      </Alert>
    ) : null;
  }
  return <Alert kind="info">{partsTaken.length > 0 ? ownPartWords(partsTaken) : content.approveBelow}</Alert>;
}

export function FinishStep({ submission }: { submission: Submission }) {
  return (
    <Section heading={content.finish}>
      <p>{content.finishHint}</p>
      <ActionForm action={`/campaign/reviews/${submission.id}/finish`}>{content.finish}</ActionForm>
    </Section>
  );
}

/** For the reviewer, also one who found a tie meanwhile; and for an administrator when the reviewer has left. */
export function HandOverStep({
  submission,
  me,
  isAdministrator,
  colleagues,
  errors = noErrors,
}: ReviewPageProps) {
  const mayGive = submission.reviewer === me || isAdministrator;
  if (submission.state !== 'in-review' || !mayGive) return null;
  const base = `/campaign/reviews/${submission.id}`;
  return (
    <Section heading={content.handOverHeading}>
      {colleagues.length === 0 ? (
        <p>{content.nobodyElse}</p>
      ) : (
        <Form action={`${base}/hand-over`}>
          <Select
            name="colleague"
            label={content.handOverLabel}
            hint={content.handOverHint}
            placeholder=""
            error={errors.colleague}
            choices={colleagues.map(({ person, name, email }) => ({ value: person, label: name || email }))}
          />
          <ButtonGroup>
            <Button look="outline">{content.handOver}</Button>
          </ButtonGroup>
        </Form>
      )}
      <ActionForm look="plain" action={`${base}/release`}>
        {content.release}
      </ActionForm>
    </Section>
  );
}

/** Beneath all that it rests on: the second reviewer certifies, or asks the first one to look again. */
export function SecondDecision(props: ReviewPageProps) {
  const { submission, partsTaken, refusedNote = '', errors = noErrors } = props;
  if (submission.state !== 'awaiting-approval' || partsTaken.length > 0) return null;
  const base = `/campaign/reviews/${submission.id}`;
  return (
    <>
      <Section heading={content.approve}>
        <p>{content.approveHint}</p>
        <ActionForm action={`${base}/approve`} hidden={{ seen: reviewSeen(submission) }}>
          {content.approve}
        </ActionForm>
      </Section>
      <Section heading={content.sendBackHeading}>
        <Form action={`${base}/send-back`}>
          <TextArea
            name="note"
            label={content.sendBackNote}
            value={refusedNote}
            error={errors.note}
            required
          />
          <ButtonGroup>
            <Button look="outline">{content.sendBack}</Button>
          </ButtonGroup>
        </Form>
      </Section>
    </>
  );
}
