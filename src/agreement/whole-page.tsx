import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { builderContent } from './builder-content.ts';
import type { Whole } from './builder-form.ts';
import { BuilderFrame } from './builder-frame.tsx';
import { type BuilderPlace, otherOf } from './builder-place.ts';
import { builderSteps } from './builder-step.ts';
import { draftContent } from './draft-content.ts';
import { memorandumSections } from './memorandum-content.ts';
import { SignerFields, type TypedSigner } from './signer-fields.tsx';
import type { StepStates } from './step-state.ts';
import { WholeReading } from './whole-reading.tsx';

const content = builderContent.whole;

export interface WholePageProps {
  readonly place: BuilderPlace;
  readonly whole: Whole;
  readonly states: StepStates;
  readonly typed: TypedSigner & { readonly representativeEmail: string };
  readonly hasDraft: boolean;
  readonly errors?: FormErrors | undefined;
}

/** The last step: the agreement as the other side will read it, and the word of who proposes it. */
export function WholePage(props: WholePageProps) {
  const { place, whole, states, errors } = props;
  return (
    <BuilderFrame
      place={place}
      title={content.title}
      lead={content.lead}
      current={builderSteps.length + 1}
      states={states}
      errors={errors}
    >
      <WholeReading
        address={place.address}
        steps={place.steps ?? builderSteps}
        whole={
          whole.isComplete
            ? { isComplete: true, sections: memorandumSections(whole.terms, place.names) }
            : whole
        }
        words={{ missing: content.missingHeading, change: content.change }}
      >
        <ButtonGroup>
          <ButtonLink look="plain" href={place.out}>
            {builderContent.out}
          </ButtonLink>
        </ButtonGroup>
        {props.hasDraft ? (
          <ButtonGroup>
            <ButtonLink look="plain" href={`${place.address}/discard`}>
              {draftContent.discard}
            </ButtonLink>
          </ButtonGroup>
        ) : null}
      </WholeReading>
      {whole.isComplete ? <Proposing {...props} /> : null}
    </BuilderFrame>
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
