import type { Context } from 'hono';
import { actingAs, type Transaction } from '../database/acting.ts';
import { parseForm, readForm, sentText } from '../http/form.ts';
import { pathId } from '../http/path-id.ts';
import { Forbidden, NotFound, UnusableRequest } from '../http/refused-request.ts';
import { listAgencyMembers } from '../identity/membership-actions.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { type HandOverId, mayPassOn, type PassedRole, passedRoles } from './hand-over.ts';
import { cancelHandOver, handOverOf, offerHandOver } from './hand-over-actions.ts';
import type { JoinRequestId } from './join-request.ts';
import { decideJoinRequest } from './join-request-actions.ts';
import { endRole, teamOf } from './team-actions.ts';
import { teamContent as content, endRoleSentence } from './team-content.ts';
import type { TeamDesk } from './team-desk.ts';
import { handOverForm } from './team-form-content.ts';
import { EndRolePage, HandOverPage } from './team-form-pages.tsx';
import { TeamPage } from './team-page.tsx';

/** What is done from a desk, the agency's own or the campaign's: the same pages and acts behind different guards. */
type AtDesk = (c: Context, desk: TeamDesk) => Promise<Response>;

const notices: Readonly<Record<string, string>> = content.notices;

export const showTeam: AtDesk = async (c, desk) => {
  const team = await at(c, desk, (tx) => teamOf(tx, desk.agency.id));
  return c.render(<TeamPage desk={desk} team={team} notice={notices[c.req.query('done') ?? '']} />);
};

export const decideRequest: AtDesk = async (c, desk) => {
  const id = pathId<JoinRequestId>(c, 'id');
  const sent = sentText(await readForm(c), 'role');
  const role = sent === 'training-officer' || sent === 'staff' ? sent : undefined;
  const decided = await at(c, desk, (tx) => decideJoinRequest(tx, desk.act, { id, role }));
  if (!decided.ok) {
    if (decided.refusal.code === 'join-request-not-found') throw new NotFound();
    throw new UnusableRequest(422, content.refused.decided);
  }
  return finish(c, desk, role ? 'join-accepted' : 'join-declined');
};

export const showEndRole: AtDesk = async (c, desk) => {
  const id = pathId(c, 'id');
  const members = await at(c, desk, (tx) => listAgencyMembers(tx, desk.agency.id));
  const member = members.find((one) => one.id === id);
  if (!member) throw new NotFound();
  return c.render(<EndRolePage desk={desk} member={member} />);
};

export const endTheRole: AtDesk = async (c, desk) => {
  const membership = pathId(c, 'id');
  const ended = await at(c, desk, (tx) => endRole(tx, desk.act, { membership, giver: desk.giver }));
  if (!ended.ok) {
    if (ended.refusal.code === 'membership-not-found') throw new NotFound();
    throw new UnusableRequest(422, endRoleSentence(ended.refusal));
  }
  return finish(c, desk, 'role-ended');
};

export const showHandOver: AtDesk = (c, desk) => {
  const role = roleToPassOn(c, desk);
  return renderHandOver(c, desk, role, { email: '', reason: '' }, noErrors);
};

export const offerTheRole: AtDesk = async (c, desk) => {
  const role = roleToPassOn(c, desk);
  const fields = await readForm(c);
  const form = parseForm(handOverForm, fields);
  const typed = { email: sentText(fields, 'email'), reason: sentText(fields, 'reason') };
  if (!form.ok) return renderHandOver(c, desk, role, typed, form.errors);
  await takeMailAttempts(c.var.deps.db.app, desk.act.person, form.value.email);
  const offeredAs = desk.from === 'campaign' ? 'campaign' : 'agency';
  const offered = await at(c, desk, (tx) => offerHandOver(tx, desk.act, { ...form.value, role, offeredAs }));
  if (offered.ok) return finish(c, desk, 'hand-over-offered');
  const isHeld = offered.refusal.code === 'holds-role-already';
  const email = isHeld ? content.handOver.held : content.handOver.offered;
  return renderHandOver(c, desk, role, typed, { email });
};

export const cancelTheOffer: AtDesk = async (c, desk) => {
  const id = pathId<HandOverId>(c, 'id');
  const cancelled = await at(c, desk, async (tx) => {
    const offer = await handOverOf(tx, desk.agency.id, id);
    if (!offer) throw new NotFound();
    if (!mayPassOn(offer.role, desk.giver)) throw new Forbidden();
    return cancelHandOver(tx, desk.act, id);
  });
  if (!cancelled.ok) throw new UnusableRequest(422, content.answer.closed.text);
  return finish(c, desk, 'hand-over-cancelled');
};

async function renderHandOver(
  c: Context,
  desk: TeamDesk,
  role: PassedRole,
  typed: { readonly email: string; readonly reason: string },
  errors: FormErrors,
): Promise<Response> {
  const members = await at(c, desk, (tx) => listAgencyMembers(tx, desk.agency.id));
  const holder = members.find((member) => member.role === role);
  if (errors !== noErrors) c.status(422);
  return c.render(<HandOverPage desk={desk} role={role} holder={holder} typed={typed} errors={errors} />);
}

/** The role named in the path, when it is one that this desk may pass on. */
function roleToPassOn(c: Context, desk: TeamDesk): PassedRole {
  const role = passedRoles.find((one) => one === c.req.param('role'));
  if (!role) throw new NotFound();
  if (!mayPassOn(role, desk.giver)) throw new Forbidden();
  return role;
}

function at<Result>(c: Context, desk: TeamDesk, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return actingAs(c.var.deps.db.app, desk.acting, work);
}

/** Mail goes out, and the person comes back to the team with a notice. */
export function finish(c: Context, desk: TeamDesk, done: keyof typeof content.notices): Response {
  c.var.deps.mailPosted();
  return c.redirect(`${desk.base}?done=${done}`, 303);
}
