import { agreementKinds } from '../files/document-intake.ts';
import { documentSizeLimit } from '../files/file-kind.ts';
import { EndForm } from '../partnership/end-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { type ConflictField, EditConflict } from '../uswds/edit-conflict.tsx';
import { FileField } from '../uswds/file-field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { declineContent, renewContent, signedContent } from './agreement-content.ts';
import { AgreementFrame } from './agreement-frame.tsx';
import { type AgreementPlace, otherName } from './agreement-place.ts';
import type { AgreementVersion } from './agreement-version.ts';
import { builderContent } from './builder-content.ts';
import { SignerFields, type TypedSigner } from './signer-fields.tsx';

export interface TypedRenewal extends TypedSigner {
  readonly termStartsOn: string;
  readonly termEndsOn: string;
  readonly reviewOn: string;
}

interface ProposalPageProps<Typed> {
  readonly place: AgreementPlace;
  readonly typed: Typed;
  readonly errors?: FormErrors | undefined;
  /** What the other side or a colleague proposed or agreed while the form was open. */
  readonly conflict?: readonly ConflictField[] | undefined;
}

export interface RenewPageProps extends ProposalPageProps<TypedRenewal> {
  /** The version that waits for an answer, on either side. */
  readonly waiting: AgreementVersion | undefined;
}

/**
 * Goes on as before: a new term and review day for the other side to confirm. What the other side proposed is answered
 * first; what the own side proposed is set aside.
 */
export function RenewPage({ place, typed, errors = noErrors, conflict, waiting }: RenewPageProps) {
  if (waiting && waiting.side !== place.reader.side)
    return <AnswerFirstPage {...{ place, waiting, conflict }} />;
  return (
    <AgreementFrame
      place={place}
      title={renewContent.title}
      lead={renewContent.lead}
      errors={errors}
      isBeneath
    >
      {conflict ? <EditConflict fields={conflict} /> : null}
      {waiting ? (
        <Alert kind="warning" heading={renewContent.setsAside.heading(waiting.number)}>
          {renewContent.setsAside.text(otherName(place), waiting.number)}
        </Alert>
      ) : null}
      <Form
        action={`${place.base}/agreement/renew`}
        hidden={{ revision: String(place.partnership.revision) }}
      >
        <DateField
          name="termStartsOn"
          label={renewContent.termStartsOn}
          value={typed.termStartsOn}
          error={errors.termStartsOn}
          required
        />
        <DateField
          name="termEndsOn"
          label={renewContent.termEndsOn}
          hint={renewContent.termEndsHint}
          value={typed.termEndsOn}
          error={errors.termEndsOn}
        />
        <DateField
          name="reviewOn"
          label={renewContent.reviewOn}
          value={typed.reviewOn}
          error={errors.reviewOn}
          required
        />
        <Proposing place={place} typed={typed} errors={errors} submit={renewContent.submit} />
      </Form>
    </AgreementFrame>
  );
}

/** In place of the renewal, while the other side's version waits. */
function AnswerFirstPage({
  place,
  waiting,
  conflict,
}: Pick<RenewPageProps, 'place' | 'conflict'> & { readonly waiting: AgreementVersion }) {
  const words = renewContent.answerFirst;
  return (
    <AgreementFrame place={place} title={renewContent.title} isBeneath>
      {conflict ? <EditConflict fields={conflict} /> : null}
      <Alert kind="warning" heading={words.heading(otherName(place), waiting.number)}>
        <p>{words.text}</p>
        <ButtonLink href={`${place.base}/agreement/versions/${waiting.number}`}>
          {words.link(waiting.number)}
        </ButtonLink>
      </Alert>
    </AgreementFrame>
  );
}

/** The paper that both sides signed, as the next version with the same terms. */
export function SignedPage({
  place,
  typed,
  errors = noErrors,
  conflict,
  waiting,
}: ProposalPageProps<TypedSigner> & Pick<RenewPageProps, 'waiting'>) {
  return (
    <AgreementFrame
      place={place}
      title={signedContent.title}
      lead={signedContent.lead}
      errors={errors}
      isBeneath
    >
      {conflict ? <EditConflict fields={conflict} /> : null}
      {waiting ? (
        <Alert kind="warning" heading={signedContent.setsAside.heading(waiting.number)}>
          {signedContent.setsAside.text(waiting.number)}
        </Alert>
      ) : null}
      <Form
        action={`${place.base}/agreement/signed`}
        multipart
        hidden={{ revision: String(place.partnership.revision) }}
      >
        <FileField
          name="file"
          label={signedContent.file}
          accept={agreementKinds.suffixes}
          megabytes={documentSizeLimit / 1_048_576}
          error={errors.file}
        />
        <Proposing place={place} typed={typed} errors={errors} submit={signedContent.submit} />
      </Form>
    </AgreementFrame>
  );
}

function Proposing({
  place,
  typed,
  errors,
  submit,
}: {
  place: AgreementPlace;
  typed: TypedSigner;
  errors: FormErrors;
  submit: string;
}) {
  return (
    <>
      <SignerFields typed={typed} errors={errors} />
      <p>{builderContent.whole.proposeText(otherName(place))}</p>
      <ButtonGroup>
        <Button>{submit}</Button>
        <ButtonLink look="plain" href={`${place.base}/agreement/versions`}>
          Go back without a change
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}

/** The agency says no to a version of its partner, with the reason. */
export function DeclineVersionPage({
  place,
  reason,
  errors,
}: {
  place: AgreementPlace;
  reason: string;
  errors?: FormErrors | undefined;
}) {
  return (
    <AgreementFrame place={place} title={declineContent.title} errors={errors} isBeneath>
      <EndForm
        action={`${place.base}/agreement/decline`}
        revision={place.partnership.revision}
        reason={reason}
        text={declineContent.text(otherName(place))}
        submit={declineContent.submit}
        back={`${place.base}/agreement/versions`}
        errors={errors}
      />
    </AgreementFrame>
  );
}
