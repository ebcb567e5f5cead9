import type { AgencyPlace } from '../identity/viewer.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { SummaryList } from '../uswds/summary-list.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { acknowledgedWords, acknowledgmentContent } from './acknowledgment-content.ts';
import type { KeptAcknowledgment } from './correction-actions.ts';

const { correction: content, title } = acknowledgmentContent;

export interface CorrectionPageProps {
  readonly agency: AgencyPlace;
  readonly kept: KeptAcknowledgment;
  /** Of the person, as filed; '' once they are no longer on the roster. */
  readonly name: string;
  readonly reason: string;
  readonly errors?: FormErrors | undefined;
}

/** Takes one acknowledgment back, with the reason. */
export function CorrectionPage({ agency, kept, name, reason, errors = noErrors }: CorrectionPageProps) {
  const base = `/workspace/${agency.slug}/policy/acknowledgments`;
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={content.title}
      lead={content.lead}
      errors={errors}
      trail={[sectionLink(agency, 'policy'), { label: title, href: base }]}
    >
      <SummaryList
        facts={[
          { term: content.who, detail: name },
          { term: content.how, detail: acknowledgedWords(kept) },
        ]}
      />
      <Form action={`${base}/${kept.id}/correct`}>
        <TextArea
          name="reason"
          label={content.reason}
          hint={content.reasonHint}
          value={reason}
          error={errors.reason}
          maxlength={1000}
          required
        />
        <ButtonGroup>
          <Button look="danger">{content.submit}</Button>
          <ButtonLink look="plain" href={`${base}/people?standing=acknowledged`}>
            {content.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}
