import type { Child } from 'hono/jsx';

export type ButtonLook = 'primary' | 'outline' | 'danger' | 'plain' | 'accent';

const looks: Record<ButtonLook, string> = {
  primary: 'usa-button',
  outline: 'usa-button usa-button--outline',
  danger: 'usa-button usa-button--secondary',
  plain: 'usa-button usa-button--unstyled om-plain-button',
  accent: 'usa-button om-button--accent',
};

interface ButtonProps {
  readonly look?: ButtonLook | undefined;
  readonly big?: boolean | undefined;
  readonly children: Child;
}

export interface SubmitProps extends ButtonProps {
  /** Sent with the form when this button was the one pressed. */
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Sends the form elsewhere than its own action. */
  readonly formaction?: string | undefined;
}

/** Sends the form it stands in. */
export function Button({ look, big, children, name, value, formaction }: SubmitProps) {
  return (
    <button class={buttonClass(look, big)} type="submit" name={name} value={value} formaction={formaction}>
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, look, big, children }: ButtonProps & { readonly href: string }) {
  return (
    <a class={buttonClass(look, big)} href={href}>
      {children}
    </a>
  );
}

export function buttonClass(look: ButtonLook = 'primary', big = false): string {
  return big ? `${looks[look]} usa-button--big` : looks[look];
}

/** Buttons side by side, one under the other on phones. */
export function ButtonGroup({ children }: { children: Child }) {
  return <div class="om-button-group">{children}</div>;
}
