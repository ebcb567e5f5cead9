import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { builderContent, fieldWords, stepWords } from './builder-content.ts';
import type { Whole } from './builder-form.ts';
import { BuilderFrame } from './builder-frame.tsx';
import { type BuilderPlace, otherOf } from './builder-place.ts';
import { builderSteps } from './builder-step.ts';
import { memorandumSections } from './memorandum-content.ts';
import { MemorandumText } from './memorandum-text.tsx';
import { SignerFields, type TypedSigner } from './signer-fields.tsx';

const content = builderContent.whole;

export interface WholePageProps {
  readonly place: BuilderPlace;
  readonly whole: Whole;
  readonly typed: TypedSigner & { readonly representativeEmail: string };
  readonly hasDraft: boolean;
  readonly errors?: FormErrors | undefined;
}

/** The last step: the agreement as the other side will read it, and the word of who proposes it. */
export function WholePage(props: WholePageProps) {
  const { place, whole, errors } = props;
  return (
    <BuilderFrame
      place={place}
      title={content.title}
      lead={content.lead}
      current={builderSteps.length + 1}
      errors={errors}
    >
      {whole.isComplete ? (
        <MemorandumText sections={memorandumSections(whole.terms, place.names)} level={2} />
      ) : (
        <Missing place={place} missing={whole.missing} />
      )}
      <Section heading={content.change}>
        <ul class="usa-list">
          {builderSteps.map((step) => (
            <li>
              <a class="usa-link" href={`${place.address}/${step}`}>
                {stepWords[step].title}
              </a>
            </li>
          ))}
        </ul>
        <ButtonGroup>
          <ButtonLink look="plain" href={place.out}>
            {builderContent.out}
          </ButtonLink>
        </ButtonGroup>
        {props.hasDraft ? (
          <ActionForm action={`${place.address}/discard`} look="plain">
            {content.discard}
          </ActionForm>
        ) : null}
      </Section>
      {whole.isComplete ? <Proposing {...props} /> : null}
    </BuilderFrame>
  );
}

function Missing({
  place,
  missing,
}: {
  place: BuilderPlace;
  missing: Extract<Whole, { isComplete: false }>['missing'];
}) {
  return (
    <Alert kind="warning" heading={content.missingHeading}>
      <ul class="usa-list">
        {missing.map(({ step, field }) => (
          <li>
            <a class="usa-link" href={`${place.address}/${step}#field-${field}`}>
              {fieldWords[field]?.label ?? field}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Proposing({ place, typed, errors = noErrors }: WholePageProps) {
  return (
    <Section heading={content.proposeHeading}>
      <p>{content.proposeText(otherOf(place))}</p>
      <Form action={place.address} hidden={{ revision: String(place.revision) }}>
        {place.asksRepresentative ? (
          <TextField
            name="representativeEmail"
            type="email"
            label={content.representativeEmail}
            hint={content.representativeHint}
            value={typed.representativeEmail}
            error={errors.representativeEmail}
            maxlength={254}
            required
          />
        ) : null}
        <SignerFields typed={typed} errors={errors} />
        <ButtonGroup>
          <Button>{content.submit}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  );
}
