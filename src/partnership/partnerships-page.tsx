import { draftContent, savedLastText } from '../agreement/draft-content.ts';
import { type OpenDraft, openDraftPath } from '../agreement/open-draft.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import { groupsContent, listContent } from './partnership-list-content.ts';
import { DoneNotice } from './partnership-page.tsx';
import { PartnershipTable, type PartnershipTableProps } from './partnership-table.tsx';

export interface PartnershipsPageProps extends Omit<PartnershipTableProps, 'side' | 'pathOf'> {
  readonly agency: AgencyPlace;
  readonly mayChange: boolean;
  /** How many groups under one agreement await the agency's answer. */
  readonly waitingGroups: number;
  /** Agreements that the agency began to write and has not proposed. */
  readonly drafts: readonly OpenDraft[];
  readonly notice: string | undefined;
}

export function PartnershipsPage(props: PartnershipsPageProps) {
  const { agency, mayChange, notice, drafts, waitingGroups, ...list } = props;
  const base = `/workspace/${agency.slug}/partnerships`;
  const propose = mayChange ? <ButtonLink href={`${base}/new`}>{listContent.propose}</ButtonLink> : undefined;
  const isEmpty = list.total === 0 && list.asked.search === '' && list.asked.page === 1;
  return (
    <WorkspacePage
      agency={agency}
      here="partnerships"
      title={listContent.title}
      lead={listContent.lead}
      notice={<DoneNotice code={notice} />}
      actions={isEmpty ? undefined : propose}
    >
      <GroupsLink href={`/workspace/${agency.slug}/groups`} waiting={waitingGroups} />
      <Drafts drafts={drafts} base={base} timeZone={agency.timeZone} />
      {isEmpty ? (
        <EmptyState heading={listContent.empty.heading} icon="handshake" actions={propose}>
          {listContent.empty.text}
        </EmptyState>
      ) : (
        <PartnershipTable {...list} side="agency" pathOf={({ id }) => `${base}/${id}`} />
      )}
    </WorkspacePage>
  );
}

function Drafts({
  drafts,
  base,
  timeZone,
}: {
  drafts: readonly OpenDraft[];
  base: string;
  timeZone: string;
}) {
  if (drafts.length === 0) return null;
  return (
    <Alert kind="info" heading={draftContent.listHeading}>
      <ul class="usa-list">
        {drafts.map((draft) => (
          <li>
            <a class="usa-link" href={openDraftPath(base, draft)}>
              {draftContent.listed(draft.partner.name)}
            </a>
            {'. '}
            {savedLastText(draft, timeZone)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** The way to the groups under one agreement, and whether one of them waits for an answer. */
export function GroupsLink({ href, waiting }: { href: string; waiting: number }) {
  if (waiting === 0) {
    return (
      <p>
        <a class="usa-link" href={href}>
          {groupsContent.link}
        </a>
      </p>
    );
  }
  return (
    <Alert kind="info" heading={groupsContent.waiting(waiting)}>
      <ButtonLink look="outline" href={href}>
        {groupsContent.read}
      </ButtonLink>
    </Alert>
  );
}
