import type { Choice } from './choice.ts';
import { ChoiceGroup } from './choice-group.tsx';
import { type FieldProps, fieldId } from './field.tsx';

export interface RadioGroupProps extends FieldProps {
  readonly choices: readonly Choice[];
}

/** One answer out of a few; the error summary links to the first button. */
export function RadioGroup(props: RadioGroupProps) {
  return (
    <ChoiceGroup field={props}>
      {props.choices.map((choice, place) => (
        <div class="usa-radio">
          <input
            class="usa-radio__input"
            type="radio"
            id={choiceId(props.name, place)}
            name={props.name}
            value={choice.value}
            checked={props.value !== undefined && String(props.value) === choice.value}
            required={props.required}
          />
          <label class="usa-radio__label" for={choiceId(props.name, place)}>
            {choice.label}
            {choice.description ? (
              <span class="usa-radio__label-description">{choice.description}</span>
            ) : null}
          </label>
        </div>
      ))}
    </ChoiceGroup>
  );
}

/** The first choice carries the field's own id. */
export function choiceId(name: string, place: number): string {
  return place === 0 ? fieldId(name) : `${fieldId(name)}-${place + 1}`;
}
