import type { AgencyPlace } from '../identity/viewer.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import type { CaseFile } from './case-file.ts';
import { caseFileContent as content } from './case-file-content.ts';
import { CaseAppeals, CaseRounds } from './case-rounds.tsx';
import { messageContent } from './message-content.ts';
import { MessageThread } from './message-thread.tsx';

export interface AgencyCasePageProps {
  readonly agency: AgencyPlace;
  readonly file: CaseFile;
  readonly mayWrite: boolean;
  readonly text: string;
  readonly errors?: FormErrors;
  readonly notice: string | undefined;
}

/** A case as its agency reads it: the rounds, the messages, and all of it to take along. */
export function AgencyCasePage(props: AgencyCasePageProps) {
  const { agency, file, mayWrite, text, errors = noErrors } = props;
  const base = `/workspace/${agency.slug}/review`;
  const words = messageContent.agency;
  return (
    <WorkspacePage
      agency={agency}
      here="review"
      title={content.title}
      lead={content.lead}
      errors={errors}
      notice={<SuccessNotice>{props.notice}</SuccessNotice>}
      trail={[{ label: content.review, href: base }]}
    >
      <p>{content.downloadHint}</p>
      <ButtonLink look="outline" href={`${base}/cases/${file.caseId}/case.zip`}>
        {content.download}
      </ButtonLink>
      <Section heading={words.heading} id="messages">
        <p>{words.lead}</p>
        <MessageThread messages={file.messages} timeZone={agency.timeZone} none={words.none} />
        {mayWrite ? (
          <Form action={`${base}/cases/${file.caseId}`}>
            <TextArea name="text" label={words.label} value={text} error={errors.text} required />
            <ButtonGroup>
              <Button>{words.send}</Button>
            </ButtonGroup>
          </Form>
        ) : null}
      </Section>
      <CaseRounds file={file} />
      <CaseAppeals file={file} />
    </WorkspacePage>
  );
}
