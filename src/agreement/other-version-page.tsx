import { agreementKinds } from '../files/document-intake.ts';
import { documentSizeLimit } from '../files/file-kind.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { type ConflictField, EditConflict } from '../uswds/edit-conflict.tsx';
import { FileField } from '../uswds/file-field.tsx';
import { Form, FormSection } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { TextField } from '../uswds/text-field.tsx';
import { AgreementFrame } from './agreement-frame.tsx';
import { type AgreementPlace, otherName } from './agreement-place.ts';
import { builderContent } from './builder-content.ts';
import { builderSteps } from './builder-step.ts';
import { otherVersionContent as content } from './other-version-content.ts';
import type { OtherVersionField, TypedOtherVersion } from './other-version-form.ts';
import { SignerFields } from './signer-fields.tsx';

export interface OtherVersionPageProps {
  readonly place: AgreementPlace;
  readonly typed: TypedOtherVersion;
  /** The name of the document that was proposed, if there is one. */
  readonly document: string | undefined;
  readonly errors?: FormErrors | undefined;
  readonly conflict?: readonly ConflictField[] | undefined;
}

/** Answers an uploaded agreement: single facts changed, or another signed paper in its place. */
export function OtherVersionPage(props: OtherVersionPageProps) {
  const { place, typed, document, errors = noErrors, conflict } = props;
  const { base } = place;
  const field = (name: OtherVersionField) => ({
    name,
    label: content.fields[name],
    value: typed[name],
    error: errors[name],
  });
  return (
    <AgreementFrame place={place} title={content.title} lead={content.lead} errors={errors} isBeneath>
      {conflict ? <EditConflict fields={conflict} /> : null}
      <Form
        action={`${base}/agreement/answer`}
        multipart
        hidden={{ revision: String(place.partnership.revision) }}
      >
        <FileField
          name="file"
          label={content.file}
          hint={document ? content.fileHint(document) : content.fileMissing}
          accept={agreementKinds.suffixes}
          megabytes={documentSizeLimit / 1_048_576}
          error={errors.file}
        />
        <FormSection heading={content.dates}>
          <DateField {...field('termStartsOn')} />
          <DateField {...field('termEndsOn')} hint={content.termEndsHint} />
          <DateField {...field('reviewOn')} />
        </FormSection>
        {(['agency', 'partner'] as const).map((side) => (
          <FormSection heading={content.contacts[side]}>
            <TextField {...field(`${side}ContactName`)} maxlength={200} required />
            <TextField {...field(`${side}ContactEmail`)} type="email" maxlength={254} required />
            <TextField {...field(`${side}ContactPhone`)} type="tel" width="lg" maxlength={40} />
          </FormSection>
        ))}
        <SignerFields typed={typed} errors={errors} />
        <p>{builderContent.whole.proposeText(otherName(place))}</p>
        <ButtonGroup>
          <Button>{content.submit}</Button>
          <ButtonLink look="plain" href={`${base}/agreement/versions`}>
            Go back without a change
          </ButtonLink>
        </ButtonGroup>
      </Form>
      <Alert kind="info" heading={content.writeHeading}>
        <p>{content.writeText}</p>
        <ButtonLink look="outline" href={`${base}/agreement/draft/${builderSteps[0]}`}>
          {content.write}
        </ButtonLink>
      </Alert>
    </AgreementFrame>
  );
}
