import { documentSizeLimit, documentSuffixes } from '../files/file-kind.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { FileField } from '../uswds/file-field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { Evidence } from './evidence.ts';
import { evidenceContent as content } from './evidence-content.ts';

export interface EvidenceFormPageProps {
  readonly agency: AgencyPlace;
  readonly action: string;
  readonly title: string;
  readonly submit: string;
  /** Without it the form replaces a piece and keeps its title. */
  readonly asksTitle: boolean;
  readonly values: { readonly title: string; readonly note: string };
  readonly errors?: FormErrors;
}

export function EvidenceFormPage(props: EvidenceFormPageProps) {
  const { agency, action, title, submit, asksTitle, values, errors = noErrors } = props;
  const words = content.add;
  return (
    <WorkspacePage
      agency={agency}
      here="evidence"
      title={title}
      errors={errors}
      trail={[sectionLink(agency, 'evidence')]}
    >
      <Form action={action} multipart>
        {asksTitle ? (
          <TextField
            name="title"
            label={words.titleLabel}
            hint={words.titleHint}
            value={values.title}
            error={errors.title}
            required
          />
        ) : null}
        <FileField
          name="file"
          label={words.fileLabel}
          accept={documentSuffixes}
          megabytes={documentSizeLimit / 1_048_576}
          error={errors.file}
          required
        />
        <TextArea
          name="note"
          label={words.noteLabel}
          hint={words.noteHint}
          value={values.note}
          error={errors.note}
        />
        <ButtonGroup>
          <Button>{submit}</Button>
          <ButtonLink look="plain" href={`/workspace/${agency.slug}/evidence`}>
            {content.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}

export function RemoveEvidencePage({ agency, piece }: { agency: AgencyPlace; piece: Evidence }) {
  return (
    <WorkspacePage
      agency={agency}
      here="evidence"
      title={content.remove.title}
      lead={piece.title}
      trail={[sectionLink(agency, 'evidence')]}
    >
      <p>{content.remove.text}</p>
      <Form action={`/workspace/${agency.slug}/evidence/${piece.id}/remove`}>
        <ButtonGroup>
          <Button look="danger">{content.remove.submit}</Button>
          <ButtonLink look="plain" href={`/workspace/${agency.slug}/evidence`}>
            {content.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}
