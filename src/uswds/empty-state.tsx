import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';

export interface EmptyStateProps {
  /** What is not here yet: "No roster yet". */
  readonly heading: string;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly icon?: IconName | undefined;
  /** Why, and what will stand here. */
  readonly children: Child;
  /** The button or link that begins. */
  readonly actions?: Child;
}

/** Stands where a list will be, and says how it begins. */
export function EmptyState({ heading, level = 2, icon = 'folder', children, actions }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div class="om-empty">
      <span class="om-empty__icon">
        <Icon name={icon} size={40} />
      </span>
      <Heading class="om-empty__heading">{heading}</Heading>
      <div class="om-empty__words">{children}</div>
      {actions ? <div class="om-empty__actions">{actions}</div> : null}
    </div>
  );
}
