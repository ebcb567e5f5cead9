import { fieldWords, stepWords } from '../agreement/builder-content.ts';
import { BuilderFrame } from '../agreement/builder-frame.tsx';
import type { StepPlace } from '../agreement/builder-place.ts';
import { MemorandumText } from '../agreement/memorandum-text.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import type { JointGroup } from './joint-agreement.ts';
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
  readonly typed: TypedWord;
  readonly errors?: FormErrors | undefined;
}

/** The last step: the agreement as everybody will read it, and the word of the agency that leads. */
export function JointWholePage({ place, group, whole, typed, errors = noErrors }: JointWholePageProps) {
  return (
    <BuilderFrame
      place={place}
      title={content.wholeTitle}
      lead={content.wholeLead}
      current={sharedSteps.length + 1}
      errors={errors}
    >
      {whole.isComplete ? (
        <MemorandumText sections={jointSections(whole.terms, group)} level={2} />
      ) : (
        <Alert kind="warning" heading={content.missing}>
          <ul class="usa-list">
            {whole.missing.map(({ step, field }) => (
              <li>
                <a class="usa-link" href={`${place.address}/${step}#field-${field}`}>
                  {fieldWords[field]?.label ?? field}
                </a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <Section heading={content.steps}>
        <ul class="usa-list">
          {sharedSteps.map((step) => (
            <li>
              <a class="usa-link" href={`${place.address}/${step}`}>
                {stepWords[step].title}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      {whole.isComplete ? (
        <Section heading={content.sendHeading}>
          <p>{content.sendText}</p>
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
