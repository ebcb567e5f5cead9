import type { Child } from 'hono/jsx';

export interface TimelineEntry {
  /** ISO 8601, for programs. */
  readonly at: string;
  /** As a person reads it: "March 5, 2026". */
  readonly when: string;
  readonly who?: string | undefined;
  readonly what: Child;
}

/** Who did what lately, newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol class="om-timeline">
      {entries.map(({ at, when, who, what }) => (
        <li class="om-timeline__entry">
          <p class="om-timeline__what">{what}</p>
          <p class="om-timeline__when">
            <time datetime={at}>{when}</time>
            {who ? `, ${who}` : ''}
          </p>
        </li>
      ))}
    </ol>
  );
}
