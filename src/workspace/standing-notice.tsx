import { longDate } from '../calendar/calendar-date.ts';
import type { CertificateStanding } from '../certification/certificate-standing.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { workspaceContent } from './workspace-content.ts';

const content = workspaceContent.ended;

interface StandingNoticeProps {
  readonly place: AgencyPlace;
  /** What the agency's newest certificate is worth today; undefined before there is one. */
  readonly standing: CertificateStanding | undefined;
}

/** Says before all else that the agency's certificate has ended, and since when, with the way to the grounds. */
export function StandingNotice({ place, standing }: StandingNoticeProps) {
  if (!standing || standing.is === 'valid' || standing.is === 'suspended') return null;
  const { text, link } = content[standing.is];
  const mayOpen = place.roles.some((role) => role !== 'staff');
  return (
    <Alert kind="warning">
      {text(longDate(standing.since))}{' '}
      {mayOpen ? <a href={`/workspace/${place.slug}/certification`}>{link}</a> : null}
    </Alert>
  );
}
