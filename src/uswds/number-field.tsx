import { controlAttributes, Field, type FieldProps } from './field.tsx';
import { type FieldWidth, inputClass } from './text-field.tsx';

/**
 * A whole number, typed as text with a number keyboard on phones: `type=number` changes its value when
 * somebody scrolls over it and hides what was typed when that is no number.
 */
export function NumberField(props: FieldProps & { readonly width?: FieldWidth | undefined }) {
  return (
    <Field field={props}>
      <input
        {...controlAttributes(props)}
        class={inputClass(props.error, props.width ?? 'sm')}
        type="text"
        inputmode="numeric"
        value={props.value}
      />
    </Field>
  );
}
