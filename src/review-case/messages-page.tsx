import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { CampaignRole } from '../identity/viewer.ts';
import { campaignReviewContent } from '../review/review-content.ts';
import type { Submission } from '../review/submission.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { messageContent as content } from './message-content.ts';
import { MessageThread } from './message-thread.tsx';
import { type ReviewMessage, type ReviewThread, reviewThreads } from './review-message.ts';

export interface MessagesPageProps {
  readonly roles: readonly CampaignRole[];
  readonly agencyName: string;
  readonly submission: Submission;
  readonly threads: Readonly<Record<ReviewThread, readonly ReviewMessage[]>>;
  readonly hasTies: boolean;
  /** What was typed and refused, by thread. */
  readonly typed: Partial<Readonly<Record<ReviewThread, string>>>;
  readonly errors?: FormErrors;
  readonly notice: string | undefined;
}

/** Both threads of a case: what the agency reads, and what it never sees. */
export function MessagesPage(props: MessagesPageProps) {
  const { submission, agencyName, hasTies, errors = noErrors } = props;
  const base = `/campaign/reviews/${submission.id}`;
  return (
    <CampaignPage
      roles={props.roles}
      here="/campaign/reviews"
      title={content.title}
      above={agencyName}
      errors={errors}
      notice={<SuccessNotice>{props.notice}</SuccessNotice>}
      trail={[
        { label: campaignReviewContent.queueTitle, href: '/campaign/reviews' },
        { label: agencyName, href: base },
      ]}
    >
      {hasTies ? <Alert kind="warning">{content.tied}</Alert> : null}
      {reviewThreads.map((thread) =>
        hasTies && thread === 'internal' ? null : (
          <ThreadSection {...props} thread={thread} errors={errors} />
        ),
      )}
      <p>
        <a class="usa-link" href={base}>
          {content.file}
        </a>
      </p>
    </CampaignPage>
  );
}

/** The form's name for the text of a thread. */
export function threadField(thread: ReviewThread): string {
  return `text-${thread}`;
}

function ThreadSection(props: MessagesPageProps & { readonly thread: ReviewThread }) {
  const { submission, thread, threads, typed, hasTies, errors = noErrors } = props;
  const words = content.threads[thread];
  const name = threadField(thread);
  return (
    <Section heading={words.heading} id={thread}>
      <p>{words.lead}</p>
      <MessageThread messages={threads[thread]} timeZone="UTC" none={words.none} />
      {hasTies ? null : (
        <Form action={`/campaign/reviews/${submission.id}/messages`} hidden={{ thread }}>
          <TextArea name={name} label={words.label} value={typed[thread]} error={errors[name]} required />
          <ButtonGroup>
            <Button look={thread === 'shared' ? 'primary' : 'outline'}>{words.send}</Button>
          </ButtonGroup>
        </Form>
      )}
    </Section>
  );
}
