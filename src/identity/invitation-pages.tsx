import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { Page } from '../uswds/page.tsx';
import { usePageFrame } from '../uswds/page-frame.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { ProcessList } from '../uswds/process-list.tsx';
import { Prose } from '../uswds/section.tsx';
import { longDay } from './day-text.ts';
import type { AcceptRefusal, ShownInvitation } from './invitation-actions.ts';
import { invitationContent, invitationRefusals, invitedTo } from './invitation-content.ts';
import { signInContent } from './sign-in-content.ts';

interface InvitationPageProps {
  readonly token: string;
  readonly shown: ShownInvitation;
}

/** Who invites into what. Only who is signed in with the invited address accepts; others have to prove it first. */
export function InvitationPage({ token, shown, isProven }: InvitationPageProps & { isProven: boolean }) {
  const { invitation, names } = shown;
  const { campaignName } = usePageFrame().site;
  const what = invitedTo(invitation, { ...names, campaign: campaignName });
  const { address, proof, accept } = invitationContent;
  return (
    <Page title={invitationContent.title} width="prose" unlisted>
      <PageHeading heading={invitationContent.title} lead={invitationContent.lead(names.inviterName, what)} />
      <Prose>
        <p>{isProven ? address(invitation.email) : proof.address(invitation.email)}</p>
        <p>{invitationContent.until(longDay(invitation.expiresAt))}</p>
      </Prose>
      <Form action={`/invitations/${token}`}>
        <Button big>{isProven ? accept : proof.button}</Button>
      </Form>
      {isProven ? null : <p>{proof.forwarded}</p>}
      <p>{invitationContent.ignore}</p>
    </Page>
  );
}

/** The sign-in link is on its way to the invited address, whoever holds the invitation. */
export function ProofSentPage({
  token,
  shown,
  development,
}: InvitationPageProps & { readonly development: boolean }) {
  const { proof } = invitationContent;
  return (
    <Page title={proof.title} width="prose" unlisted>
      <PageHeading heading={proof.title} lead={proof.sent(shown.invitation.email)} />
      {development ? (
        <Alert kind="info" slim>
          {signInContent.checkEmail.outbox} <a href="/dev/outbox">{signInContent.checkEmail.outboxLink}</a>.
        </Alert>
      ) : null}
      <ProcessList steps={proof.steps} level={2} />
      <p>{proof.forwarded}</p>
      <p>
        {proof.again} <a href={`/invitations/${token}`}>{proof.againLink}</a>
      </p>
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
