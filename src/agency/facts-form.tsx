import type { Child } from 'hono/jsx';
import type { Typed } from '../question/question.ts';
import { QuestionFields } from '../question/question-field.tsx';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Form, FormSection } from '../uswds/form.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { identityQuestions, oriQuestion, placeQuestions } from './agency-content.ts';
import { settingsContent as content } from './settings-content.ts';

interface FactsFormProps {
  readonly action: string;
  readonly typed: Typed;
  readonly errors: FormErrors;
  /** Stands in place of the questions which agency it is, where those can't be changed. */
  readonly locked?: Child;
}

/** The facts of an agency as one form. */
export function FactsForm({ action, typed, errors, locked }: FactsFormProps) {
  const fields = { typed, errors };
  return (
    <Form action={action}>
      {locked ?? (
        <FormSection heading={content.identity.heading}>
          <QuestionFields questions={[...identityQuestions, oriQuestion]} {...fields} />
        </FormSection>
      )}
      <FormSection heading={content.place.heading}>
        <QuestionFields questions={placeQuestions} {...fields} />
      </FormSection>
      <ButtonGroup>
        <Button>{content.submit}</Button>
      </ButtonGroup>
    </Form>
  );
}
