import { policyKinds } from '../files/document-intake.ts';
import { documentSizeLimit } from '../files/file-kind.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { type ConflictField, EditConflict } from '../uswds/edit-conflict.tsx';
import { FileField } from '../uswds/file-field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { formContent as content, reviewContent } from './draft-facts-content.ts';
import { policyContent } from './policy-content.ts';
import type { TypedDetails } from './policy-form-content.ts';

export interface PolicyFormPageProps {
  readonly agency: AgencyPlace;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly action: string;
  readonly submit: string;
  /** What was shown, when a draft is changed. */
  readonly revision?: number | undefined;
  /** The document the draft has; without it one has to be chosen. */
  readonly documentName: string | undefined;
  readonly typed: TypedDetails;
  /** What somebody else saved meanwhile, where it differs. */
  readonly conflict?: readonly ConflictField[];
  readonly errors?: FormErrors | undefined;
}

/** Uploads a version, or changes the draft's facts and document. */
export function PolicyFormPage(props: PolicyFormPageProps) {
  const { agency, typed, documentName, revision, conflict = [], errors = noErrors } = props;
  const field = (name: keyof TypedDetails) => ({ name, value: typed[name], error: errors[name] });
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={props.title}
      lead={props.lead}
      errors={errors}
      trail={[sectionLink(agency, 'policy')]}
    >
      {conflict.length > 0 ? <EditConflict fields={conflict} /> : null}
      <Form
        action={props.action}
        multipart
        hidden={revision === undefined ? {} : { revision: String(revision) }}
      >
        <FileField
          name="document"
          label={content.document}
          hint={documentName ? content.documentNewer(documentName) : content.documentHint}
          accept={policyKinds.suffixes}
          megabytes={documentSizeLimit / 1_048_576}
          error={errors.document}
          required={documentName === undefined}
        />
        <TextField
          {...field('title')}
          label={content.title}
          hint={content.titleHint}
          maxlength={200}
          required
        />
        <TextField
          {...field('number')}
          label={content.number}
          hint={content.numberHint}
          width="lg"
          maxlength={100}
        />
        <TextField {...field('amends')} label={content.amends} hint={content.amendsHint} maxlength={300} />
        <TextField
          {...field('accreditation')}
          label={content.accreditation}
          hint={content.accreditationHint}
          maxlength={300}
        />
        <DateField {...field('issuedOn')} label={content.issuedOn} />
        <DateField {...field('effectiveOn')} label={content.effectiveOn} hint={content.effectiveHint} />
        <DateField {...field('reviewOn')} label={content.reviewOn} hint={content.reviewHint} />
        <Buttons agency={agency} submit={props.submit} />
      </Form>
    </WorkspacePage>
  );
}

export function NextReviewPage(props: {
  readonly agency: AgencyPlace;
  readonly reviewOn: string;
  readonly errors?: FormErrors | undefined;
}) {
  const { agency, reviewOn, errors = noErrors } = props;
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={reviewContent.title}
      lead={reviewContent.lead}
      errors={errors}
      trail={[sectionLink(agency, 'policy')]}
    >
      <Form action={`/workspace/${agency.slug}/policy/review`}>
        <DateField
          name="reviewOn"
          label={content.reviewOn}
          value={reviewOn}
          error={errors.reviewOn}
          required
        />
        <Buttons agency={agency} submit={reviewContent.submit} />
      </Form>
    </WorkspacePage>
  );
}

export function Buttons({ agency, submit }: { agency: AgencyPlace; submit: string }) {
  return (
    <ButtonGroup>
      <Button>{submit}</Button>
      <ButtonLink look="plain" href={`/workspace/${agency.slug}/policy`}>
        {policyContent.cancel}
      </ButtonLink>
    </ButtonGroup>
  );
}
