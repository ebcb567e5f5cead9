import { partnershipServices } from '../partnership/partnership.ts';
import { serviceLabels } from '../partnership/partnership-content.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { EditConflict } from '../uswds/edit-conflict.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { sharingChoices } from './agreement-terms.ts';
import { builderContent as content, fieldWords, sharingLabels, stepWords } from './builder-content.ts';
import { BuilderQuestion } from './builder-field.tsx';
import { BuilderFrame } from './builder-frame.tsx';
import { otherOf, type StepPlace } from './builder-place.ts';
import {
  type Answers,
  answerList,
  answerText,
  type BuilderStep,
  builderSteps,
  stepFields,
} from './builder-step.ts';
import type { StepConflict } from './draft-step.ts';
import { fixedSharingClauses } from './memorandum-content.ts';
import type { StepStates } from './step-state.ts';

export interface BuilderStepPageProps {
  readonly place: StepPlace;
  readonly step: BuilderStep;
  readonly answers: Answers;
  /** Of all parts, as they are saved. */
  readonly states: StepStates;
  /** How often the step was saved when it was shown. */
  readonly revision: number;
  readonly conflict?: StepConflict | undefined;
  readonly errors?: FormErrors | undefined;
}

/** One step of the builder: why it is there, examples, and its questions. */
export function BuilderStepPage(props: BuilderStepPageProps) {
  const { place, step, answers, states, revision, conflict, errors = noErrors } = props;
  const steps = place.steps ?? builderSteps;
  const at = steps.indexOf(step);
  const words = stepWords[step];
  const before = steps[at - 1];
  return (
    <BuilderFrame
      place={place}
      title={words.title}
      lead={words.lead}
      current={at + 1}
      states={states}
      errors={errors}
    >
      {conflict ? <EditConflict fields={conflictFields(conflict, answers)} /> : null}
      {step === 'sharing' ? <FixedWording /> : null}
      <Examples examples={words.examples} />
      <Form action={`${place.address}/${step}`} hidden={{ revision: String(revision) }}>
        {stepFields[step].map((field) => (
          <BuilderQuestion field={field} answers={answers} error={errors[field.name]} />
        ))}
        <ButtonGroup>
          <Button>{content.save}</Button>
          {at < builderSteps.length - 1 ? (
            <Button look="outline" name="next" value="whole">
              {content.saveAndRead}
            </Button>
          ) : null}
          {before ? (
            <ButtonLink look="outline" href={`${place.address}/${before}`}>
              {content.back}
            </ButtonLink>
          ) : null}
          <ButtonLink look="plain" href={place.out}>
            {content.out}
          </ButtonLink>
        </ButtonGroup>
      </Form>
      <p class="om-quiet">{content.stepLead(otherOf(place))}</p>
    </BuilderFrame>
  );
}

function Examples({ examples }: { examples: readonly string[] }) {
  return (
    <details class="om-details" open>
      <summary>{content.example}</summary>
      <ul class="usa-list">
        {examples.map((example) => (
          <li>{example}</li>
        ))}
      </ul>
    </details>
  );
}

function FixedWording() {
  return (
    <section>
      <h2>{content.fixedHeading}</h2>
      <ul class="usa-list">
        {fixedSharingClauses.map((clause) => (
          <li>{clause}</li>
        ))}
      </ul>
    </section>
  );
}

function conflictFields({ fields, now }: StepConflict, typed: Answers) {
  return fields.map((name) => ({
    label: fieldWords[name]?.label ?? name,
    yours: shown(typed, name),
    now: shown(now, name),
  }));
}

/** An answer as a person reads it. */
function shown(answers: Answers, name: string): string {
  if (name === 'services') {
    return partnershipServices
      .filter((value) => answerList(answers, name).includes(value))
      .map((value) => serviceLabels[value])
      .join(', ');
  }
  if (name === 'sharing') {
    return sharingChoices
      .filter((value) => answerList(answers, name).includes(value))
      .map((value) => sharingLabels[value])
      .join('; ');
  }
  return answerText(answers, name);
}
