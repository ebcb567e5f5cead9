import { controlAttributes, Field, type FieldProps } from './field.tsx';

export interface FileFieldProps extends Omit<FieldProps, 'value' | 'autocomplete' | 'hint'> {
  /** Endings as people know them, with the dot: `.pdf`. */
  readonly accept: readonly string[];
  /** The largest file taken, in MB. */
  readonly megabytes: number;
  /** Goes before the sentence that names types and size. */
  readonly hint?: string | undefined;
  readonly multiple?: boolean | undefined;
}

/** Types and size stand in the hint, so nobody learns them from a refusal. The form must be `multipart`. */
export function FileField(props: FileFieldProps) {
  const field = { ...props, hint: [props.hint, takenFiles(props)].filter(Boolean).join(' ') };
  return (
    <Field field={field}>
      <input
        {...controlAttributes(field)}
        class={`om-file${props.error ? ' om-file--error' : ''}`}
        type="file"
        accept={props.accept.join(',')}
        multiple={props.multiple}
      />
    </Field>
  );
}

function takenFiles({ accept, megabytes, multiple }: FileFieldProps): string {
  const kinds = accept.map((ending) => ending.replace('.', '').toUpperCase());
  const list = new Intl.ListFormat('en-US', { type: 'disjunction' }).format(kinds);
  return multiple ? `${list} files, up to ${megabytes} MB each.` : `${list} file, up to ${megabytes} MB.`;
}
