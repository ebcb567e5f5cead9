import type { Child } from 'hono/jsx';
import { describedBy, type FieldProps, FieldTexts, RequiredMark } from './field.tsx';

/** The question over several radio buttons or checkboxes. */
export function ChoiceGroup({ field, children }: { field: FieldProps; children: Child }) {
  const state = field.error ? ' usa-form-group--error' : '';
  return (
    <fieldset class={`usa-fieldset usa-form-group${state}`} aria-describedby={describedBy(field)}>
      <legend class={`usa-legend om-legend${field.error ? ' usa-label--error' : ''}`}>
        {field.label}
        <RequiredMark required={field.required} />
      </legend>
      <FieldTexts field={field} />
      {children}
    </fieldset>
  );
}
