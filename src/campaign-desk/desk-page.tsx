import type { CampaignRole } from '../identity/viewer.ts';
import { Card, CardGroup } from '../uswds/card.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { CampaignPage } from './campaign-page.tsx';
import { type CampaignSection, deskHref } from './campaign-section.ts';
import { deskContent as content } from './desk-content.ts';

export interface DeskPageProps {
  readonly roles: readonly CampaignRole[];
  readonly entries: readonly (CampaignSection & { readonly waiting: number | undefined })[];
}

/** The campaign's home: each part of its work with what waits there. */
export function DeskPage({ roles, entries }: DeskPageProps) {
  return (
    <CampaignPage roles={roles} here={deskHref} title={content.title} lead={content.lead}>
      {entries.length === 0 ? (
        <EmptyState heading={content.empty.heading}>{content.empty.text}</EmptyState>
      ) : (
        <CardGroup columns={2}>
          {entries.map(({ href, label, text, waiting }) => (
            <Card heading={label} href={href} level={2} status={<Waiting count={waiting} />}>
              {text}
            </Card>
          ))}
        </CardGroup>
      )}
    </CampaignPage>
  );
}

function Waiting({ count }: { count: number | undefined }) {
  if (count === undefined) return null;
  return (
    <StatusTag standing={count > 0 ? 'attention' : 'done'}>
      {count > 0 ? content.waiting(count) : content.none}
    </StatusTag>
  );
}
