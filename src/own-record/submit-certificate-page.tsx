import { documentSizeLimit } from '../files/file-kind.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { FileField } from '../uswds/file-field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { CertificateFields } from './certificate-fields.tsx';
import { certificateKinds } from './certificate-kinds.ts';
import { ownRecordContent } from './own-record-content.ts';

const content = ownRecordContent.form;

export interface SubmitCertificatePageProps {
  readonly agency: AgencyPlace;
  readonly values: Readonly<Record<string, string>>;
  readonly errors?: FormErrors;
}

export function SubmitCertificatePage({ agency, values, errors = noErrors }: SubmitCertificatePageProps) {
  const own = `/workspace/${agency.slug}/my-training`;
  return (
    <WorkspacePage
      agency={agency}
      here="my-training"
      title={content.title}
      lead={content.lead}
      errors={errors}
      trail={[sectionLink(agency, 'my-training')]}
    >
      <Form action={`${own}/certificates/new`} multipart>
        <FileField
          name="file"
          label={content.file}
          hint={content.fileHint}
          accept={certificateKinds.suffixes}
          megabytes={documentSizeLimit / 1_048_576}
          error={errors.file}
          required
        />
        <CertificateFields values={values} errors={errors} />
        <ButtonGroup>
          <Button>{content.submit}</Button>
          <ButtonLink look="plain" href={own}>
            {content.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}
