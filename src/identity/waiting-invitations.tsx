import { ActionForm } from '../uswds/action-form.tsx';
import { Card, CardGroup } from '../uswds/card.tsx';
import { usePageFrame } from '../uswds/page-frame.tsx';
import { Section } from '../uswds/section.tsx';
import { longDay } from './day-text.ts';
import type { WaitingInvitation } from './invitation.ts';
import { invitationContent, invitedInto } from './invitation-content.ts';

const content = invitationContent.waiting;

/** The invitations that wait for somebody who is signed in; nothing when there are none. */
export function WaitingInvitations({ invitations }: { readonly invitations: readonly WaitingInvitation[] }) {
  if (invitations.length === 0) return null;
  return (
    <Section heading={content.heading}>
      <CardGroup columns={2}>
        {invitations.map((invitation) => (
          <InvitationCard invitation={invitation} />
        ))}
      </CardGroup>
      <p class="om-quiet">{content.ignore}</p>
    </Section>
  );
}

function InvitationCard({ invitation: { id, into, names, expiresAt } }: { invitation: WaitingInvitation }) {
  const { campaignName } = usePageFrame().site;
  const what = invitedInto(into, { ...names, campaign: campaignName });
  return (
    <Card
      heading={placeName(into.place, names, campaignName)}
      icon="mail"
      actions={
        <ActionForm action={`/start/invitations/${id}`} about={content.acceptAbout(what)}>
          {invitationContent.accept}
        </ActionForm>
      }
    >
      <p>{invitationContent.lead(names.inviterName, what)}</p>
      {into.place === 'agency' && into.role === 'executive' ? <p>{content.executive}</p> : null}
      <p>{invitationContent.until(longDay(expiresAt))}</p>
    </Card>
  );
}

function placeName(
  place: WaitingInvitation['into']['place'],
  names: WaitingInvitation['names'],
  campaign: string,
): string {
  if (place === 'campaign') return campaign;
  return (place === 'agency' ? names.agencyName : names.partnerName) ?? content.heading;
}
