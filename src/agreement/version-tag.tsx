import { longDate } from '../calendar/calendar-date.ts';
import { type Standing, StatusTag } from '../uswds/tag.tsx';
import { agreementContent as content, versionStateLabels } from './agreement-content.ts';
import type { AgreementVersion, VersionStanding } from './agreement-version.ts';

const standings: Readonly<Record<VersionStanding, Standing>> = {
  proposed: 'waiting',
  agreed: 'done',
  ahead: 'waiting',
  declined: 'attention',
  withdrawn: 'neutral',
  superseded: 'neutral',
};

/** Where a version stands today; one that is agreed and not in effect yet says when it begins. */
export function VersionTag({
  standing,
  terms: { arrangement },
}: {
  standing: VersionStanding;
  terms: AgreementVersion['terms'];
}) {
  const begins = standing === 'ahead' ? arrangement.termStartsOn : undefined;
  return (
    <StatusTag standing={standings[standing]}>
      {begins ? content.begins(longDate(begins)) : versionStateLabels[standing]}
    </StatusTag>
  );
}
