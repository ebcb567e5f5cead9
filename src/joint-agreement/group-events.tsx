import { longDay } from '../identity/day-text.ts';
import { Section } from '../uswds/section.tsx';
import { Timeline } from '../uswds/timeline.tsx';
import { jointContent as content } from './joint-content.ts';
import { eventSentence } from './joint-event-content.ts';
import type { GroupEvent } from './joint-event-store.ts';

/** Who answered when, and what the lead did in between, newest first. */
export function GroupEvents({ events }: { events: readonly GroupEvent[] }) {
  const entries = events.flatMap((event) => {
    const what = eventSentence(event);
    if (what === undefined) return [];
    return [{ at: event.at.toISOString(), when: longDay(event.at), who: event.personName, what }];
  });
  if (entries.length === 0) return null;
  return (
    <Section heading={content.happened}>
      <Timeline entries={entries} />
    </Section>
  );
}
