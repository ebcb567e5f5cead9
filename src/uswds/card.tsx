import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';

export interface CardProps {
  readonly heading: string;
  /** Makes the heading a link. */
  readonly href?: string | undefined;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly icon?: IconName | undefined;
  /** A `StatusTag` or a figure in the card's corner. */
  readonly status?: Child;
  readonly children?: Child;
  /** Buttons or links at its foot. */
  readonly actions?: Child;
}

/** One thing among others of its kind. */
export function Card({ heading, href, level = 3, icon, status, children, actions }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <div class="om-card">
      <div class="om-card__top">
        {icon ? (
          <span class="om-card__icon">
            <Icon name={icon} size={28} />
          </span>
        ) : null}
        <Heading class="om-card__heading">{href ? <a href={href}>{heading}</a> : heading}</Heading>
        {status ? <div class="om-card__status">{status}</div> : null}
      </div>
      {children ? <div class="om-card__body">{children}</div> : null}
      {actions ? <div class="om-card__actions">{actions}</div> : null}
    </div>
  );
}

/** Cards side by side, as many as fit. */
export function CardGroup({ children, columns = 3 }: { children: Child; columns?: 2 | 3 | 4 | undefined }) {
  return <div class={`om-cards om-cards--${columns}`}>{children}</div>;
}
