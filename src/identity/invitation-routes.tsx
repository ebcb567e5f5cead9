import { type Context, Hono } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { smallBody } from '../http/form.ts';
import { anyone } from '../http/guard.ts';
import { clientAddress } from './client-address.ts';
import {
  type AcceptRefusal,
  acceptInvitation,
  findInvitation,
  isAcceptedBy,
  type ShownInvitation,
} from './invitation-actions.ts';
import { invitationRefusals } from './invitation-content.ts';
import {
  InvitationForAnotherPage,
  InvitationPage,
  InvitationRefusedPage,
  ProofSentPage,
} from './invitation-pages.tsx';
import { attemptLimits, takeAttempt } from './rate-limit.ts';
import { withNext } from './same-site-path.ts';
import { setCookies } from './session-answer.ts';
import type { Standing } from './standing.ts';

/**
 * Accepting an invitation by the link that was mailed. Opening the link changes nothing. Its button accepts for who is
 * signed in with the invited address; everybody else is sent to that mailbox first.
 */
export function invitationRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/invitations/:token', anyone, async (c) => {
      const token = c.req.param('token');
      const { shown, standing, refusal } = await look(c, token);
      if (!shown || refusal) return refuse(c, refusal ?? 'invitation-not-found', shown);
      if (standing.is === 'viewer') {
        if (isAcceptedBy(shown.invitation, standing.viewer.person)) {
          return c.redirect(shown.invitation.leadsTo, 303);
        }
        if (standing.viewer.email !== shown.invitation.email) return forAnother(c, token, shown, standing);
      }
      const isProven = standing.is === 'viewer';
      if (!isProven && c.req.query('done') === 'sent') {
        const development = c.var.deps.config.mode === 'development';
        return c.render(<ProofSentPage {...{ token, shown, development }} />);
      }
      return c.render(<InvitationPage {...{ token, shown, isProven }} />);
    })
    .post('/invitations/:token', smallBody, anyone, async (c) => {
      const token = c.req.param('token');
      const { shown, standing, refusal } = await look(c, token);
      if (!shown || refusal) return refuse(c, refusal ?? 'invitation-not-found', shown);
      const { email } = shown.invitation;
      if (standing.is === 'viewer') {
        if (standing.viewer.email !== email) return forAnother(c, token, shown, standing);
        return accept(c, shown, { id: standing.viewer.person, email, name: standing.viewer.name });
      }
      const here = `/invitations/${token}`;
      if (standing.is === 'second-step' && standing.email === email) {
        return c.redirect(withNext('/sign-in/second-step', here), 303);
      }
      await mailProof(c, email, here);
      return c.redirect(`${here}?done=sent`, 303);
    })
    .post('/invitations/:token/sign-out', smallBody, anyone, async (c) => {
      setCookies(c, await c.var.deps.identity.signOut(c.req.raw.headers));
      return c.redirect(`/invitations/${c.req.param('token')}`, 303);
    });
}

interface Looked {
  readonly shown: ShownInvitation | undefined;
  readonly standing: Standing;
  readonly refusal: AcceptRefusal['code'] | undefined;
}

/** Finds the invitation and who is looking. One that can't be accepted is refused, but not to who accepted it. */
async function look(c: Context<AppEnv>, token: string): Promise<Looked> {
  const { db, identity } = c.var.deps;
  await takeAttempt(db.app, `invitation:address:${clientAddress(c)}`, attemptLimits.invitationByAddress);
  const shown = await findInvitation(db.app, token);
  const standing = await identity.standingOf(c.req.raw.headers);
  if (!shown) return { shown, standing, refusal: 'invitation-not-found' };
  const mine = standing.is === 'viewer' && isAcceptedBy(shown.invitation, standing.viewer.person);
  const refusal = shown.state === 'open' || mine ? undefined : (`invitation-${shown.state}` as const);
  return { shown, standing, refusal };
}

async function accept(
  c: Context<AppEnv>,
  shown: ShownInvitation,
  person: Parameters<typeof acceptInvitation>[2] & { readonly name: string },
): Promise<Response> {
  const outcome = await acceptInvitation(c.var.deps.db.app, shown.invitation.id, person);
  if (!outcome.ok) return refuse(c, outcome.refusal.code, shown);
  return goOn(c, person.name, outcome.value.leadsTo);
}

/** An invitation can be forwarded, so it proves no address: a link that lives for minutes goes to the invited one. */
async function mailProof(c: Context<AppEnv>, email: string, next: string): Promise<void> {
  const { db, identity } = c.var.deps;
  await takeAttempt(db.app, `sign-in:address:${clientAddress(c)}`, attemptLimits.signInByAddress);
  await takeAttempt(db.app, `sign-in:email:${email}`, attemptLimits.signInByEmail);
  await identity.requestSignInLink({ email, next });
}

/** Somebody new is asked for their name first. */
function goOn(c: Context<AppEnv>, name: string, leadsTo: string): Response {
  return c.redirect(name === '' ? withNext('/sign-in/name', leadsTo) : leadsTo, 303);
}

function refuse(
  c: Context<AppEnv>,
  code: AcceptRefusal['code'],
  shown: ShownInvitation | undefined,
): Response | Promise<Response> {
  c.status(invitationRefusals[code].status);
  const signIn =
    code === 'invitation-accepted' && shown ? withNext('/sign-in', shown.invitation.leadsTo) : undefined;
  return c.render(<InvitationRefusedPage code={code} signIn={signIn} />);
}

function forAnother(
  c: Context<AppEnv>,
  token: string,
  shown: ShownInvitation,
  standing: Extract<Standing, { is: 'viewer' }>,
): Response | Promise<Response> {
  c.status(403);
  return c.render(
    <InvitationForAnotherPage token={token} shown={shown} viewerEmail={standing.viewer.email} />,
  );
}
