import type { Child } from 'hono/jsx';

/** What every field of a form takes. */
export interface FieldProps {
  /** The form's name for the value; also the key of its message in `FormErrors`. */
  readonly name: string;
  readonly label: string;
  /** One or two sentences that help to answer, shown under the label. */
  readonly hint?: Child | undefined;
  /** An instruction: "Enter the number of sworn officers". */
  readonly error?: string | undefined;
  /** The value to keep when the form is shown again. */
  readonly value?: string | number | undefined;
  readonly required?: boolean | undefined;
  /** The HTML autofill token, such as `email` or `organization`. */
  readonly autocomplete?: string | undefined;
}

/** Where an error message links to: the id of the field's first control. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w.-]/g, '-')}`;
}

export function hintId(name: string): string {
  return `${fieldId(name)}-hint`;
}

export function errorId(name: string): string {
  return `${fieldId(name)}-error`;
}

/** The ids of the texts that describe a control: its hint, then its error. */
export function describedBy(field: Pick<FieldProps, 'name' | 'hint' | 'error'>): string | undefined {
  const ids = [field.hint ? hintId(field.name) : '', field.error ? errorId(field.name) : ''];
  return ids.filter(Boolean).join(' ') || undefined;
}

/** The attributes that tie a control to its label, hint and error. */
export function controlAttributes(field: FieldProps) {
  return {
    id: fieldId(field.name),
    name: field.name,
    required: field.required,
    autocomplete: field.autocomplete,
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error ? ('true' as const) : undefined,
  };
}

/** Label, hint and error around one control. */
export function Field({ field, children }: { field: FieldProps; children: Child }) {
  const state = field.error ? ' usa-form-group--error' : '';
  return (
    <div class={`usa-form-group${state}`}>
      <label class={`usa-label${field.error ? ' usa-label--error' : ''}`} for={fieldId(field.name)}>
        {field.label}
        <RequiredMark required={field.required} />
      </label>
      <FieldTexts field={field} />
      {children}
    </div>
  );
}

/** Hint and error of a field or of a group of choices. */
export function FieldTexts({ field }: { field: Pick<FieldProps, 'name' | 'hint' | 'error'> }) {
  return (
    <>
      {field.hint ? (
        <div class="usa-hint" id={hintId(field.name)}>
          {field.hint}
        </div>
      ) : null}
      {field.error ? (
        <span class="usa-error-message" id={errorId(field.name)}>
          <span class="usa-sr-only">Error: </span>
          {field.error}
        </span>
      ) : null}
    </>
  );
}

/** Says in words that an answer is needed. */
export function RequiredMark({ required }: { required?: boolean | undefined }) {
  return required ? <span class="om-required"> (required)</span> : null;
}
