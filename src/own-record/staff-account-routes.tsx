import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs, type PersonId } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { emailField } from '../identity/email-address.ts';
import { listAgencyMembers } from '../identity/membership-actions.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import { findStaff, listStaff } from '../roster/roster-actions.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { AccountsPage, ChooseStaffPage, InviteStaffPage } from './account-pages.tsx';
import { accountsContent as content } from './certificate-desk-content.ts';
import { mayConfirmCertificates } from './own-record-access.ts';
import { accountRefusalSentence } from './own-record-content.ts';
import {
  findAccountOf,
  inviteStaff,
  linkAccount,
  listAccounts,
  unlinkAccount,
} from './staff-account-actions.ts';

const pageSize = 50;
const notices: Readonly<Record<string, string>> = content.notices;
const accountsQuery = z.object({
  shown: z.enum(['open', 'linked', 'all']).catch('open'),
  search: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
const inviteForm = z.object({ email: emailField(content.invite.emailMissing) });
const staffId = z.uuid();

type DeskContext = Context<AgencyEnv>;

/** Whose account is whose on the roster, and invitations to people of the roster. */
export function staffAccountRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/training/accounts';

  routes.get(base, mayConfirmCertificates, async (c) => {
    const { agency, acting, deps } = c.var;
    const query = accountsQuery.parse(c.req.query());
    const offset = (query.page - 1) * pageSize;
    const found = await actingAs(deps.db.app, acting, (tx) =>
      listAccounts(tx, agency.id, { ...query, limit: pageSize, offset }),
    );
    const notice = notices[c.req.query('done') ?? ''];
    const props = { ...found, ...query, pageSize, notice, href: hrefOf(c) };
    return c.render(<AccountsPage agency={agency} {...props} />);
  });

  routes.get(`${base}/invite/:staff`, mayConfirmCertificates, async (c) => {
    const { member } = await staffAt(c);
    return showInvitation(c, member.email);
  });

  routes.post(`${base}/invite/:staff`, mayConfirmCertificates, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const { member } = await staffAt(c);
    const fields = await readForm(c);
    const form = parseForm(inviteForm, fields);
    if (!form.ok) return showInvitation(c, sentText(fields, 'email'), form.errors);
    await takeMailAttempts(deps.db.app, viewer.person, form.value.email);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      inviteStaff(tx, agencyAct(c.var), member.id, form.value.email),
    );
    if (!outcome.ok)
      return showInvitation(c, form.value.email, { email: accountRefusalSentence(outcome.refusal) });
    deps.mailPosted();
    return c.redirect(`/workspace/${agency.slug}/training/accounts?done=invited`, 303);
  });

  routes.get(`${base}/:person`, mayConfirmCertificates, (c) => showChoice(c));

  routes.post(`${base}/:person/link`, mayConfirmCertificates, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const person = pathId<PersonId>(c, 'person');
    const staff = staffId.safeParse(sentText(await readForm(c), 'staff'));
    if (!staff.success) return showChoice(c, { form: accountRefusalSentence({ code: 'staff-not-found' }) });
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      linkAccount(tx, agency.id, { person, staff: staff.data }, viewer.person),
    );
    if (!outcome.ok) return showChoice(c, { form: accountRefusalSentence(outcome.refusal) });
    return c.redirect(`/workspace/${agency.slug}/training/accounts?done=linked`, 303);
  });

  routes.post(`${base}/:person/unlink`, mayConfirmCertificates, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const person = pathId<PersonId>(c, 'person');
    // Unlinked by two people at once is unlinked: both see it so.
    await actingAs(deps.db.app, acting, (tx) => unlinkAccount(tx, agency.id, person, viewer.person));
    return c.redirect(`/workspace/${agency.slug}/training/accounts?done=unlinked`, 303);
  });

  return routes;
}

function hrefOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

async function staffAt(c: DeskContext) {
  const { agency, acting, deps } = c.var;
  const id = pathId<StaffId>(c, 'staff');
  return actingAs(deps.db.app, acting, async (tx) => {
    const member = await findStaff(tx, agency.id, id);
    if (!member) throw new NotFound();
    return { member, isLinked: (await findAccountOf(tx, agency.id, member.id)) !== undefined };
  });
}

async function showInvitation(c: DeskContext, email: string, errors: FormErrors = noErrors) {
  const found = await staffAt(c);
  if (errors !== noErrors) c.status(422);
  return c.render(<InviteStaffPage agency={c.var.agency} {...found} {...{ email, errors }} />);
}

async function showChoice(c: DeskContext, errors: FormErrors = noErrors) {
  const { agency, acting, deps } = c.var;
  const person = pathId<PersonId>(c, 'person');
  const { search, page } = accountsQuery.parse(c.req.query());
  const today = dayIn(agency.timeZone, deps.now());
  const found = await actingAs(deps.db.app, acting, async (tx) => {
    const account = (await listAgencyMembers(tx, agency.id)).find((member) => member.person === person);
    if (!account) throw new NotFound();
    const { members, total } = await listStaff(tx, agency.id, {
      search,
      today,
      kind: undefined,
      standing: 'on-staff',
      sort: 'name',
      descending: false,
      limit: pageSize,
      offset: (page - 1) * pageSize,
    });
    return { account, staff: members, total };
  });
  if (errors !== noErrors) c.status(422);
  return c.render(
    <ChooseStaffPage agency={agency} {...found} {...{ search, page, pageSize, errors }} href={hrefOf(c)} />,
  );
}
