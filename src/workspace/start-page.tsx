import type { WaitingInvitation } from '../identity/invitation.ts';
import { agencyRoleWords } from '../identity/role-content.ts';
import type { Viewer } from '../identity/viewer.ts';
import { WaitingInvitations } from '../identity/waiting-invitations.tsx';
import { DraftCards } from '../pledge/begin-page.tsx';
import type { Draft } from '../pledge/draft.ts';
import type { JoinRequest } from '../team/join-request.ts';
import { ButtonLink } from '../uswds/button.tsx';
import { Card, CardGroup } from '../uswds/card.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Page } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { startContent as content } from './start-content.ts';

export interface StartPageProps {
  readonly viewer: Viewer;
  readonly invitations: readonly WaitingInvitation[];
  readonly drafts: readonly Draft[];
  readonly requests: readonly JoinRequest[];
  readonly notice: string | undefined;
}

/** Where somebody comes after signing in who has several places, or none. */
export function StartPage({ viewer, invitations, drafts, requests, notice }: StartPageProps) {
  const hasPlaces = viewer.agencies.length + viewer.partners.length + viewer.campaignRoles.length > 0;
  return (
    <Page title={content.title} unlisted>
      <SuccessNotice>{notice}</SuccessNotice>
      <PageHeading heading={content.title} lead={content.lead} />
      <WaitingInvitations invitations={invitations} />
      {hasPlaces ? (
        <Section heading={content.places}>
          <Places viewer={viewer} />
        </Section>
      ) : null}
      {drafts.length > 0 ? (
        <Section heading={content.drafts}>
          <DraftCards drafts={drafts} />
        </Section>
      ) : null}
      {requests.length > 0 ? (
        <Section heading={content.requests.heading}>
          {requests.map(({ agencyName }) => (
            <p>{content.requests.text(agencyName)}</p>
          ))}
        </Section>
      ) : null}
      {!hasPlaces && drafts.length + invitations.length === 0 ? (
        <EmptyState
          heading={content.empty.heading}
          actions={<ButtonLink href="/pledge">{content.empty.action}</ButtonLink>}
        >
          {content.empty.text}
        </EmptyState>
      ) : null}
    </Page>
  );
}

function Places({ viewer }: { viewer: Viewer }) {
  const roles = new Intl.ListFormat('en-US');
  return (
    <CardGroup columns={2}>
      {viewer.agencies.map((agency) => (
        <Card heading={agency.name} href={`/workspace/${agency.slug}`} icon="people">
          {content.roles} {roles.format(agency.roles.map((role) => agencyRoleWords[role].inSentence))}.
        </Card>
      ))}
      {viewer.partners.map((partner) => (
        <Card heading={partner.name} href={`/partner/${partner.id}`} icon="handshake">
          {content.partner}
        </Card>
      ))}
      {viewer.campaignRoles.length > 0 ? (
        <Card heading={content.campaign.heading} href="/campaign" icon="folder">
          {content.campaign.text}
        </Card>
      ) : null}
    </CardGroup>
  );
}
