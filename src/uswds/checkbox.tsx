import type { Child } from 'hono/jsx';
import type { Choice } from './choice.ts';
import { controlAttributes, type FieldProps, FieldTexts, RequiredMark } from './field.tsx';

export interface CheckboxProps extends Omit<FieldProps, 'value' | 'autocomplete'> {
  readonly checked: boolean;
  /** What is sent when ticked; `yes` without it. */
  readonly value?: string | undefined;
}

/** A single statement to agree with. */
export function Checkbox(props: CheckboxProps) {
  const { id, name, ...described } = controlAttributes(props);
  return (
    <div class={`usa-form-group${props.error ? ' usa-form-group--error' : ''}`}>
      <FieldTexts field={{ name: props.name, error: props.error }} />
      <CheckboxBox
        id={id}
        name={name}
        choice={{ value: props.value ?? 'yes', label: props.label }}
        checked={props.checked}
        attributes={described}
      >
        <RequiredMark required={props.required} />
      </CheckboxBox>
      <FieldTexts field={{ name: props.name, hint: props.hint }} />
    </div>
  );
}

interface CheckboxBoxProps {
  readonly id: string;
  readonly name: string;
  readonly choice: Choice;
  readonly checked: boolean;
  readonly attributes?: Record<string, string | boolean | undefined>;
  readonly children?: Child;
}

/** One box and its label, alone or in a group. */
export function CheckboxBox({ id, name, choice, checked, attributes, children }: CheckboxBoxProps) {
  return (
    <div class="usa-checkbox">
      <input
        {...attributes}
        class="usa-checkbox__input"
        type="checkbox"
        id={id}
        name={name}
        value={choice.value}
        checked={checked}
      />
      <label class="usa-checkbox__label" for={id}>
        {choice.label}
        {children}
        {choice.description ? (
          <span class="usa-checkbox__label-description">{choice.description}</span>
        ) : null}
      </label>
    </div>
  );
}
