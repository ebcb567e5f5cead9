import { MemorandumText } from '../agreement/memorandum-text.tsx';
import { longDay } from '../identity/day-text.ts';
import { Alert } from '../uswds/alert.tsx';
import type { JointGroup, JointVersion } from './joint-agreement.ts';
import { jointContent as content } from './joint-content.ts';
import { jointSections } from './joint-sections-content.ts';

export function GroupEnded({ group }: { group: JointGroup }) {
  if (group.state.is !== 'ended') return null;
  return (
    <Alert kind="info" heading={content.endedAlert(group.name)}>
      <p>{longDay(group.state.at)}</p>
      <blockquote class="om-written">{group.state.reason}</blockquote>
    </Alert>
  );
}

/** The whole agreement, behind its heading until somebody opens it. */
export function AgreementToRead({
  version,
  group,
  isOpen = false,
}: {
  version: JointVersion;
  group: JointGroup;
  isOpen?: boolean;
}) {
  const { name, title, at } = version.proposed;
  return (
    <>
      <p>{content.sentBy(version.number, content.answeredBy(name, title, longDay(at)))}</p>
      {version.note === '' ? null : <blockquote class="om-written">{version.note}</blockquote>}
      <details class="om-details" open={isOpen}>
        <summary>{content.read}</summary>
        <MemorandumText sections={jointSections(version.terms, group)} />
      </details>
    </>
  );
}
