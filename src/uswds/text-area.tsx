import { controlAttributes, Field, type FieldProps } from './field.tsx';

export interface TextAreaProps extends FieldProps {
  readonly rows?: number | undefined;
  readonly maxlength?: number | undefined;
}

export function TextArea(props: TextAreaProps) {
  const state = props.error ? ' usa-input--error' : '';
  return (
    <Field field={props}>
      <textarea
        {...controlAttributes(props)}
        class={`usa-textarea${state}`}
        rows={props.rows ?? 5}
        maxlength={props.maxlength}
      >
        {props.value === undefined ? '' : `${startsWithLineBreak(props.value)}${props.value}`}
      </textarea>
    </Field>
  );
}

/** HTML drops the first line break in a text area; one more keeps the writer's own. */
function startsWithLineBreak(value: string | number): string {
  return /^\r?\n/.test(String(value)) ? '\n' : '';
}
