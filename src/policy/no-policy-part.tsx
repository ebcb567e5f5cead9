import { longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import type { AgencyPolicy } from './policy.ts';
import { policyContent } from './policy-content.ts';
import { lastRescinded } from './policy-life.ts';

const { noneInForce: content } = policyContent;

export interface NoPolicyPartProps {
  readonly agency: AgencyPlace;
  readonly versions: readonly AgencyPolicy[];
  readonly draft: AgencyPolicy | undefined;
}

/** After the policy was rescinded: since when none is in force, and what each of the two does next. */
export function NoPolicyPart({ agency, versions, draft }: NoPolicyPartProps) {
  const last = lastRescinded(versions);
  if (last?.state.is !== 'rescinded') return null;
  const { on, name, reason } = last.state.rescission;
  const next = draft ? content.nextDraft : content.next;
  const role = agency.roles.includes('executive') ? 'executive' : undefined;
  const who = agency.roles.includes('coordinator') ? 'coordinator' : role;
  return (
    <Alert kind="warning" heading={content.heading(longDate(on))}>
      <p>{content.text(name, last.title, reason)}</p>
      {who ? <p>{next[who]}</p> : null}
    </Alert>
  );
}
