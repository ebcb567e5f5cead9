import type { Child } from 'hono/jsx';
import { ButtonGroup } from './button.tsx';
import { Form } from './form.tsx';
import { TextArea } from './text-area.tsx';

export interface ReasonFormProps {
  readonly action: string;
  /** For a second form on a page. */
  readonly id?: string | undefined;
  /** The name of the text that is asked for; `reason` without it. */
  readonly name?: string | undefined;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string | undefined;
  readonly error: string | undefined;
  readonly maxlength: number;
  /** Fields that stand before the text. */
  readonly before?: Child;
  readonly buttons: Child;
}

/** A form that asks for nothing but a text that has to be given: a reason, grounds, an answer. */
export function ReasonForm({ action, id, name = 'reason', before, buttons, ...text }: ReasonFormProps) {
  return (
    <Form action={action} id={id}>
      {before}
      <TextArea name={name} {...text} required />
      <ButtonGroup>{buttons}</ButtonGroup>
    </Form>
  );
}
