import { Checkbox } from '../uswds/checkbox.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { NumberField } from '../uswds/number-field.tsx';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { Select } from '../uswds/select.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import type { Question, Typed } from './question.ts';

interface QuestionProps {
  readonly question: Question;
  readonly typed: Typed;
  readonly errors: FormErrors;
}

/** One question with what was typed and what is wrong with it. */
export function QuestionField({ question, typed, errors }: QuestionProps) {
  const { name, label, hint, required } = question;
  const field = { name, label, hint, required, error: errors[name], value: typed[name] ?? '' };
  switch (question.kind) {
    case 'long-text':
      return <TextArea {...field} rows={question.rows} maxlength={question.maxlength} />;
    case 'count':
      return <NumberField {...field} width={question.width} />;
    case 'select':
      return <Select {...field} choices={question.choices} placeholder={question.placeholder} />;
    case 'choice':
      return <RadioGroup {...field} choices={question.choices} />;
    case 'agreement':
      return <Checkbox {...field} value="yes" checked={typed[name] === 'yes'} />;
    default:
      return (
        <TextField
          {...field}
          type={question.kind}
          width={question.width}
          maxlength={question.maxlength}
          autocomplete={question.autocomplete}
        />
      );
  }
}

/** Several questions, one under the other. */
export function QuestionFields(props: Omit<QuestionProps, 'question'> & { questions: readonly Question[] }) {
  const { questions, typed, errors } = props;
  return (
    <>
      {questions.map((question) => (
        <QuestionField question={question} typed={typed} errors={errors} />
      ))}
    </>
  );
}
