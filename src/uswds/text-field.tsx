import { controlAttributes, Field, type FieldProps } from './field.tsx';

export type FieldWidth = 'xs' | 'sm' | 'md' | 'lg' | 'xl' | '2xl';

export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password' | undefined;
  /** As wide as the answer usually is; without it the field takes the form's width. */
  readonly width?: FieldWidth | undefined;
  readonly maxlength?: number | undefined;
  readonly inputmode?: 'text' | 'numeric' | 'email' | 'tel' | 'url' | undefined;
  readonly spellcheck?: boolean | undefined;
}

export function TextField(props: TextFieldProps) {
  const { type = 'text', width, value } = props;
  return (
    <Field field={props}>
      <input
        {...controlAttributes(props)}
        class={inputClass(props.error, width)}
        type={type}
        value={value}
        maxlength={props.maxlength}
        inputmode={props.inputmode}
        spellcheck={props.spellcheck}
      />
    </Field>
  );
}

/** The classes of a one-line input, by its state and width. */
export function inputClass(error: string | undefined, width: FieldWidth | undefined): string {
  return ['usa-input', error && 'usa-input--error', width && `usa-input--${width}`].filter(Boolean).join(' ');
}
