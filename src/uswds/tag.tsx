import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';

/** A short word that sorts a thing: a kind, a category. */
export function Tag({ children }: { children: Child }) {
  return <span class="om-tag">{children}</span>;
}

/**
 * How far something is: `done` met, certified, active · `progress` under way · `waiting` for somebody else ·
 * `attention` needs work or is late · `neutral` not started, ended.
 */
export type Standing = 'done' | 'progress' | 'waiting' | 'attention' | 'neutral';

const icons: Record<Standing, IconName> = {
  done: 'check',
  progress: 'half',
  waiting: 'clock',
  attention: 'alert',
  neutral: 'circle',
};

/** A standing told by its words and its sign, the color only helps. */
export function StatusTag({ standing, children }: { standing: Standing; children: Child }) {
  return (
    <span class={`om-status om-status--${standing}`}>
      <Icon name={icons[standing]} size={16} />
      {children}
    </span>
  );
}
