import { BuilderFrame } from '../agreement/builder-frame.tsx';
import type { StepPlace } from '../agreement/builder-place.ts';
import type { StepStates } from '../agreement/step-state.ts';
import { WholeReading } from '../agreement/whole-reading.tsx';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { Todo } from './group-page.tsx';
import type { JointGroup, MissingForOpening } from './joint-agreement.ts';
import { jointContent as content } from './joint-content.ts';
import type { JointWhole } from './joint-draft-actions.ts';
import type { TypedWord } from './joint-form.ts';
import { jointSections } from './joint-sections-content.ts';
import { WordFields } from './joint-word-fields.tsx';
import { sharedSteps } from './shared-terms.ts';

export interface JointWholePageProps {
  readonly place: StepPlace;
  readonly group: JointGroup;
  readonly whole: JointWhole;
  /** What else has to be there before it can be sent. */
  readonly missing: readonly MissingForOpening[];
  readonly states: StepStates;
  readonly typed: TypedWord;
  readonly errors?: FormErrors | undefined;
}

/** The last step: the agreement as everybody will read it, and the word of the agency that leads. */
export function JointWholePage({
  place,
  group,
  whole,
  missing,
  states,
  typed,
  errors = noErrors,
}: JointWholePageProps) {
  return (
    <BuilderFrame
      place={place}
      title={content.wholeTitle}
      lead={content.wholeLead}
      current={sharedSteps.length + 1}
      states={states}
      errors={errors}
    >
      <WholeReading
        address={place.address}
        steps={sharedSteps}
        whole={whole.isComplete ? { isComplete: true, sections: jointSections(whole.terms, group) } : whole}
        words={{ missing: content.missing, change: content.steps }}
      />
      {whole.isComplete ? <Todo missing={missing} base={place.out} /> : null}
      {whole.isComplete && missing.length === 0 ? (
        <Section heading={content.sendHeading}>
          <p>{content.sendText}</p>
          <p>{content.replaces}</p>
          <Form action={place.address} hidden={{ version: String(group.version) }}>
            <TextArea
              name="note"
              label={content.note}
              value={typed.note}
              error={errors.note}
              rows={3}
              maxlength={2000}
            />
            <WordFields side="agency" typed={typed} errors={errors} />
            <ButtonGroup>
              <Button>{content.sendButton}</Button>
            </ButtonGroup>
          </Form>
        </Section>
      ) : null}
    </BuilderFrame>
  );
}
