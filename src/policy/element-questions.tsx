import type { PolicyElement } from '../campaign-rules/policy-element.ts';
import { Button } from '../uswds/button.tsx';
import { Checkbox } from '../uswds/checkbox.tsx';
import { FormSection } from '../uswds/form.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { type AcceptedPassage, longestReference, passageReference } from './accepted-passage.ts';
import { checklistContent as content } from './checklist-content.ts';
import { answerField, type TypedAnswer } from './checklist-form-content.ts';
import { elementStatuses } from './policy.ts';
import { statusLabels } from './policy-content.ts';
import type { ProposedPassage } from './reference-proposer.ts';

export interface ElementQuestionsProps {
  readonly element: PolicyElement;
  /** Its place in the checklist, from 1. */
  readonly number: number;
  readonly typed: TypedAnswer | undefined;
  /** Whether the answer that is kept is about an earlier document. */
  readonly isToCheck: boolean;
  readonly accepted: readonly AcceptedPassage[];
  /** Undefined while the document isn't read. */
  readonly proposed: readonly ProposedPassage[] | undefined;
  /** Where the buttons of passages send the whole form. */
  readonly passagesAction: string;
  readonly errors: FormErrors;
}

const choices = elementStatuses.map((value) => ({ value, label: statusLabels[value] }));

/** One element of the checklist: its passages, its answer, its reference and notes. */
export function ElementQuestions(props: ElementQuestionsProps) {
  const { element, number, typed, accepted, errors } = props;
  const field = (part: keyof TypedAnswer) => {
    const name = answerField(element.code, part);
    return { name, value: typed?.[part] ?? '', error: errors[name] };
  };
  const open = props.proposed?.filter(({ place }) => !accepted.some((one) => one.place === place));
  return (
    <div class="om-element" id={`element-${element.code}`}>
      <FormSection heading={`${number}. ${element.title}`} lead={element.explanation}>
        {accepted.length > 0 ? <Accepted {...props} /> : null}
        {open && open.length > 0 ? <Proposed {...props} open={open} /> : null}
        {open?.length === 0 && accepted.length === 0 ? <p class="om-quiet">{content.noProposal}</p> : null}
        <RadioGroup {...field('status')} label={content.status} choices={choices} />
        <TextField
          {...field('reference')}
          label={content.reference}
          hint={content.referenceHint}
          maxlength={longestReference}
        />
        <TextArea
          {...field('notes')}
          label={content.notes}
          hint={content.notesHint}
          rows={2}
          maxlength={2000}
        />
        {props.isToCheck ? (
          <Checkbox
            name={answerField(element.code, 'checked')}
            label={content.checked}
            hint={content.checkedHint}
            checked={typed?.checked === 'yes'}
          />
        ) : null}
      </FormSection>
    </div>
  );
}

function Accepted({ element, accepted, passagesAction }: ElementQuestionsProps) {
  return (
    <>
      <p>
        <strong>{content.accepted}</strong>
      </p>
      <ul class="om-passages">
        {accepted.map((passage) => (
          <li>
            <Quotation passage={passage} />
            <Button look="plain" formaction={passagesAction} name="takeBack" value={passage.id}>
              {content.takeBack}
              <span class="usa-sr-only">{`: ${passageReference(passage)}, ${element.title}`}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Proposed(props: ElementQuestionsProps & { readonly open: readonly ProposedPassage[] }) {
  const { element, open, passagesAction } = props;
  return (
    <details class="om-proposals" open={props.accepted.length === 0 && !props.typed?.status}>
      <summary>{`${content.proposals} (${open.length})`}</summary>
      <p class="om-quiet">{content.proposalsHint}</p>
      <ul class="om-passages">
        {open.map((passage) => (
          <li>
            <Quotation passage={passage} />
            <p class="om-quiet">
              {content.because(passage.named, passage.isUnderHeading ? passage.section : '')}
            </p>
            <Button
              look="outline"
              formaction={passagesAction}
              name="use"
              value={`${element.code}:${passage.place}`}
            >
              {content.use}
              <span class="usa-sr-only">{`: ${passageReference(passage)}, ${element.title}`}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

const longestQuotation = 600;

export function Quotation({
  passage,
}: {
  passage: Pick<AcceptedPassage, 'page' | 'section' | 'place' | 'text'>;
}) {
  const { text } = passage;
  const shown = text.length > longestQuotation ? `${text.slice(0, longestQuotation)} …` : text;
  return (
    <figure class="om-quotation">
      <figcaption>{passageReference(passage)}</figcaption>
      <blockquote class="om-written">{shown}</blockquote>
    </figure>
  );
}
