import { partnershipServices } from '../partnership/partnership.ts';
import { serviceLabels } from '../partnership/partnership-content.ts';
import { CheckboxGroup } from '../uswds/checkbox-group.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { NumberField } from '../uswds/number-field.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sharingChoices } from './agreement-terms.ts';
import { fieldWords, sharingLabels } from './builder-content.ts';
import { type Answers, answerList, answerText, type BuilderField } from './builder-step.ts';

/** One question of the builder, asked as its kind needs. */
export function BuilderQuestion({
  field: { name, kind, isNeeded },
  answers,
  error,
}: {
  field: BuilderField;
  answers: Answers;
  error: string | undefined;
}) {
  const words = fieldWords[name] ?? { label: name };
  const asked = {
    name,
    label: words.label,
    hint: 'hint' in words ? words.hint : undefined,
    error,
    required: isNeeded,
    value: answerText(answers, name),
  };
  const { value: _unused, ...group } = asked;
  switch (kind) {
    case 'services':
      return (
        <CheckboxGroup
          {...group}
          choices={partnershipServices.map((value) => ({ value, label: serviceLabels[value] }))}
          values={answerList(answers, name)}
        />
      );
    case 'sharing':
      return (
        <CheckboxGroup
          {...group}
          choices={sharingChoices.map((value) => ({ value, label: sharingLabels[value] }))}
          values={answerList(answers, name)}
        />
      );
    case 'text':
      return <TextArea {...asked} rows={5} maxlength={4000} />;
    case 'date':
      return <DateField {...asked} />;
    case 'days':
      return <NumberField {...asked} />;
    case 'email':
      return <TextField {...asked} type="email" maxlength={254} />;
    case 'phone':
      return <TextField {...asked} type="tel" width="lg" maxlength={40} />;
    case 'line':
    case 'name':
      return <TextField {...asked} maxlength={200} />;
  }
}
