import { dayIn, longDate } from '../calendar/calendar-date.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { Section } from '../uswds/section.tsx';
import { Timeline } from '../uswds/timeline.tsx';
import type { JointChange } from './joint-change.ts';
import { changerWords, changeSentence, jointContent } from './joint-content.ts';

/** Who changed what, newest first, for both sides. */
export function ChangeTimeline({
  changes,
  partnership,
}: {
  changes: readonly JointChange[];
  partnership: Partnership;
}) {
  if (changes.length === 0) return null;
  return (
    <Section heading={jointContent.history}>
      <Timeline
        entries={changes.map((change) => ({
          at: change.at.toISOString(),
          when: longDate(dayIn(partnership.agency.timeZone, change.at)),
          who: changerWords(change, partnership),
          what: changeSentence(change),
        }))}
      />
    </Section>
  );
}
