import type { CalendarDate } from '../calendar/calendar-date.ts';
import { controlAttributes, Field, type FieldProps } from './field.tsx';
import { inputClass } from './text-field.tsx';

export interface DateFieldProps extends FieldProps {
  readonly min?: CalendarDate | undefined;
  readonly max?: CalendarDate | undefined;
}

/**
 * A day. One input with the browser's own date entry: named once, typed or picked, in the order the reader's
 * device uses; three inputs ask a screen reader's user to find three names for one answer. It sends
 * `YYYY-MM-DD`; where a browser shows a plain input people type as they like, so read it with `typedDate`.
 */
export function DateField(props: DateFieldProps) {
  return (
    <Field field={props}>
      <input
        {...controlAttributes(props)}
        class={inputClass(props.error, 'md')}
        type="date"
        value={props.value}
        min={props.min}
        max={props.max}
      />
    </Field>
  );
}
