import { longDate } from '../calendar/calendar-date.ts';
import { Alert } from '../uswds/alert.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { Timeline } from '../uswds/timeline.tsx';
import type { CertificateEvent, CertificateStanding } from './certificate-standing.ts';
import { eventSentence, standingSentence, standingTags } from './standing-content.ts';

export function StandingTag({ standing }: { standing: CertificateStanding }) {
  const tag = standingTags[standing.is];
  return <StatusTag standing={tag.standing}>{tag.words}</StatusTag>;
}

/** Says what a certificate is worth that is not valid, with the grounds; nothing for one that is. */
export function StandingAlert({ standing }: { standing: CertificateStanding }) {
  if (standing.is === 'valid') return null;
  const grounds = 'grounds' in standing ? standing.grounds : undefined;
  return (
    <Alert kind="warning" heading={standingTags[standing.is].words}>
      <p>{standingSentence(standing)}</p>
      {grounds ? <p>{grounds}</p> : null}
    </Alert>
  );
}

/** What happened to a certificate, the newest first. */
export function CertificateHistory({ events }: { events: readonly CertificateEvent[] }) {
  return (
    <Timeline
      entries={events.toReversed().map((event) => ({
        at: event.on,
        when: longDate(event.on),
        what: (
          <>
            {eventSentence(event)} {event.words === '' ? null : <q>{event.words}</q>}
          </>
        ),
      }))}
    />
  );
}
