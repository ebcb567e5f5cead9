import { CheckboxBox } from './checkbox.tsx';
import type { Choice } from './choice.ts';
import { ChoiceGroup } from './choice-group.tsx';
import type { FieldProps } from './field.tsx';
import { choiceId } from './radio-group.tsx';

export interface CheckboxGroupProps extends Omit<FieldProps, 'value'> {
  readonly choices: readonly Choice[];
  readonly values: readonly string[];
}

/** Any number of answers; each ticked one is sent under the same name. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  return (
    <ChoiceGroup field={props}>
      {props.choices.map((choice, place) => (
        <CheckboxBox
          id={choiceId(props.name, place)}
          name={props.name}
          choice={choice}
          checked={props.values.includes(choice.value)}
        />
      ))}
    </ChoiceGroup>
  );
}
