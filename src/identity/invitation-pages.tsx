import { Button, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { Page } from '../uswds/page.tsx';
import { usePageFrame } from '../uswds/page-frame.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { Prose } from '../uswds/section.tsx';
import { longDay } from './day-text.ts';
import type { AcceptRefusal, ShownInvitation } from './invitation-actions.ts';
import { invitationContent, invitationRefusals, invitedTo } from './invitation-content.ts';

interface InvitationPageProps {
  readonly token: string;
  readonly shown: ShownInvitation;
}

/** Who invites into what; the one button proves that the mailbox is the reader's. */
export function InvitationPage({ token, shown }: InvitationPageProps) {
  const { invitation, names } = shown;
  const { campaignName } = usePageFrame().site;
  const what = invitedTo(invitation, { ...names, campaign: campaignName });
  return (
    <Page title={invitationContent.title} width="prose" unlisted>
      <PageHeading heading={invitationContent.title} lead={invitationContent.lead(names.inviterName, what)} />
      <Prose>
        <p>{invitationContent.address(invitation.email)}</p>
        <p>{invitationContent.until(longDay(invitation.expiresAt))}</p>
      </Prose>
      <Form action={`/invitations/${token}`}>
        <Button big>{invitationContent.accept}</Button>
      </Form>
      <p>{invitationContent.ignore}</p>
    </Page>
  );
}

/** Somebody is signed in with another address: nothing is accepted in their name. */
export function InvitationForAnotherPage(props: InvitationPageProps & { readonly viewerEmail: string }) {
  const content = invitationContent.another;
  return (
    <Page title={content.title} width="prose" unlisted>
      <PageHeading
        heading={content.title}
        lead={content.lead(props.shown.invitation.email, props.viewerEmail)}
      />
      <p>{content.text}</p>
      <Form action={`/invitations/${props.token}/sign-out`}>
        <Button>{content.button}</Button>
      </Form>
    </Page>
  );
}

export function InvitationRefusedPage(props: {
  readonly code: AcceptRefusal['code'];
  readonly signIn?: string | undefined;
}) {
  const { title, what, next } = invitationRefusals[props.code];
  return (
    <Page title={title} width="prose" unlisted>
      <PageHeading heading={title} lead={what} />
      <p>{next}</p>
      {props.signIn ? <ButtonLink href={props.signIn}>Sign in</ButtonLink> : null}
    </Page>
  );
}
