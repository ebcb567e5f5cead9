import type { PolicyElement } from '../campaign-rules/policy-element.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Form, FormSection } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { ProgressBar } from '../uswds/progress-bar.tsx';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { answerField, type TypedAnswer, type TypedAnswers } from './checklist-form-content.ts';
import { type AgencyPolicy, elementStatuses } from './policy.ts';
import { checklistContent as content, policyContent, statusLabels } from './policy-content.ts';
import { Buttons } from './policy-form-pages.tsx';

export interface ChecklistPageProps {
  readonly agency: AgencyPlace;
  readonly draft: AgencyPolicy;
  readonly elements: readonly PolicyElement[];
  readonly typed: TypedAnswers;
  readonly settled: number;
  /** True while the answers shown are those of the version before and nothing was saved yet. */
  readonly isCarriedOver: boolean;
  readonly notice?: string | undefined;
  readonly errors?: FormErrors | undefined;
}

const choices = elementStatuses.map((value) => ({ value, label: statusLabels[value] }));

/** Every element of the checklist on one page, saved as a whole. */
export function ChecklistPage(props: ChecklistPageProps) {
  const { agency, draft, elements, typed, errors = noErrors } = props;
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={`${content.title}: ${draft.title}`}
      lead={content.lead}
      notice={<SuccessNotice>{props.notice}</SuccessNotice>}
      errors={errors}
      trail={[sectionLink(agency, 'policy')]}
    >
      {props.isCarriedOver ? <Alert kind="info">{content.carriedOver}</Alert> : null}
      <ProgressBar
        label={policyContent.progressLabel}
        value={props.settled}
        max={elements.length}
        text={policyContent.progress(props.settled, elements.length)}
      />
      <Form
        action={`/workspace/${agency.slug}/policy/draft/checklist`}
        hidden={{ revision: String(draft.revision) }}
      >
        {elements.map((element, place) => (
          <ElementQuestions
            element={element}
            number={place + 1}
            typed={typed[element.code]}
            errors={errors}
          />
        ))}
        <Buttons agency={agency} submit={content.submit} />
      </Form>
    </WorkspacePage>
  );
}

interface ElementQuestionsProps {
  readonly element: PolicyElement;
  /** Its place in the checklist, from 1. */
  readonly number: number;
  readonly typed: TypedAnswer | undefined;
  readonly errors: FormErrors;
}

function ElementQuestions({ element, number, typed, errors }: ElementQuestionsProps) {
  const field = (part: keyof TypedAnswer) => {
    const name = answerField(element.code, part);
    return { name, value: typed?.[part] ?? '', error: errors[name] };
  };
  return (
    <FormSection heading={`${number}. ${element.title}`} lead={element.explanation}>
      <RadioGroup {...field('status')} label={content.status} choices={choices} />
      <TextField
        {...field('reference')}
        label={content.reference}
        hint={content.referenceHint}
        maxlength={200}
      />
      <TextArea
        {...field('notes')}
        label={content.notes}
        hint={content.notesHint}
        rows={2}
        maxlength={2000}
      />
    </FormSection>
  );
}
