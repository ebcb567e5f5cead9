import type { Child } from 'hono/jsx';
import { Button, type ButtonLook } from './button.tsx';
import { HiddenValues } from './form.tsx';

export interface ActionFormProps {
  readonly action: string;
  readonly children: Child;
  readonly look?: ButtonLook | undefined;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** What the button acts on, read out after its words: "Remove" + "Jordan Example". */
  readonly about?: string | undefined;
}

/** One button that does one thing: a POST form, so that links never change anything. */
export function ActionForm({ action, children, look, hidden = {}, about }: ActionFormProps) {
  return (
    <form class="om-action-form" method="post" action={action}>
      <HiddenValues values={hidden} />
      <Button look={look}>
        {children}
        {about ? <span class="usa-sr-only"> {about}</span> : null}
      </Button>
    </form>
  );
}
