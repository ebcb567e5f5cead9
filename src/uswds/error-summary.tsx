import { fieldId } from './field.tsx';
import { type FormErrors, hasErrors } from './form-errors.ts';

/**
 * All that is wrong with a form, above it, each message a link to its field. It can take the focus, and the
 * browser module moves the focus there after a refused form.
 */
export function ErrorSummary({ errors }: { errors: FormErrors }) {
  if (!hasErrors(errors)) return null;
  return (
    <div
      class="usa-alert usa-alert--error om-error-summary"
      role="alert"
      tabindex={-1}
      aria-labelledby="error-summary-title"
      data-error-summary
    >
      <div class="usa-alert__body">
        <h2 class="usa-alert__heading" id="error-summary-title">
          {heading(Object.keys(errors).length)}
        </h2>
        <ul class="usa-list usa-list--unstyled om-error-list">
          {Object.entries(errors).map(([name, message]) => (
            <li>
              <a class="usa-link" href={`#${name === 'form' ? 'form' : fieldId(name)}`}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function heading(count: number): string {
  return count === 1 ? 'Please fix this to go on' : `Please fix these ${count} things to go on`;
}
