import type { Child } from 'hono/jsx';

export interface SectionProps {
  readonly heading: string;
  /** Makes the section a target of `InPageNav`. */
  readonly id?: string | undefined;
  readonly level?: 2 | 3 | undefined;
  /** A link or button on the heading's line. */
  readonly actions?: Child;
  readonly children: Child;
}

/** A part of a page under its own heading. */
export function Section({ heading, id, level = 2, actions, children }: SectionProps) {
  const Heading = `h${level}` as const;
  return (
    <section class="om-section" id={id}>
      <div class="om-section__top">
        <Heading>{heading}</Heading>
        {actions ? <div class="om-section__actions">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}

/** Running text with comfortable lines: paragraphs, lists and links get their spacing here. */
export function Prose({ children }: { children: Child }) {
  return <div class="usa-prose om-prose">{children}</div>;
}
