import type { Choice } from './choice.ts';
import { controlAttributes, Field, type FieldProps } from './field.tsx';

export interface SelectProps extends FieldProps {
  readonly choices: readonly Choice[];
  /** The empty first line, which stands for "no answer". Leave it out only when a value is always set. */
  readonly placeholder?: string | undefined;
}

export function Select(props: SelectProps) {
  const state = props.error ? ' usa-input--error' : '';
  const current = props.value === undefined ? '' : String(props.value);
  return (
    <Field field={props}>
      <select {...controlAttributes(props)} class={`usa-select${state}`}>
        {props.placeholder === undefined ? null : (
          <option value="" selected={current === ''}>
            {props.placeholder}
          </option>
        )}
        {props.choices.map((choice) => (
          <option value={choice.value} selected={choice.value === current}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
