import { type Context, Hono } from 'hono';
import { actingAs, type PartnerId } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { emailField } from '../identity/email-address.ts';
import { takeAttempt, takeMailAttempts } from '../identity/rate-limit.ts';
import { searchOrganizations } from '../partner-organization/partner-organization-actions.ts';
import { isId } from '../partnership/shown-partnership-routes.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { AgenciesPage } from './agencies-page.tsx';
import { askedLines, chosenLines } from './chosen-lines.ts';
import { mayLeadGroups } from './joint-access.ts';
import type { JointMemberId } from './joint-agreement.ts';
import { remindAwaited } from './joint-asking-actions.ts';
import { jointContent, jointRefusalMessage, listedWords } from './joint-content.ts';
import { endGroup } from './joint-end-actions.ts';
import { noForm } from './joint-form.ts';
import { choosePartner, listAgencies, unchoosePartner, unlistAgency } from './joint-lead-actions.ts';
import { groupBase, groupId, ledGroup } from './joint-place-routes.ts';
import { listPartners, lookUpAgencies } from './joint-reading-actions.ts';
import { answerGroup } from './lead-page-routes.tsx';
import { PartnersPage } from './partners-page.tsx';
import { type PastedLine, pastedEntries, pastedLimit } from './pasted-agencies.ts';
import { JointReasonPage } from './reason-page.tsx';

/** What the lead does beside writing: naming agencies, choosing partners, reminding, ending. */
export function leadRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', agenciesRoutes())
    .route('/', partnersRoutes())
    .route('/', groupRoutes());
}

const base = '/workspace/:agency/groups/:group';

/** A reminder goes to everybody who has not answered, also to addresses outside the program. */
const remindersOfGroup = { attempts: 3, windowSeconds: 24 * 60 * 60 };

function agenciesRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get(`${base}/agencies`, mayLeadGroups, async (c) =>
    c.render(<AgenciesPage agency={c.var.agency} group={await ledGroup(c)} list="" />),
  );

  routes.post(`${base}/agencies`, mayLeadGroups, smallBody, async (c) => {
    const { deps, acting, agency } = c.var;
    const group = await ledGroup(c);
    const list = sentText(await readForm(c), 'list');
    const count = pastedEntries(list).length;
    if (count === 0 || count > pastedLimit) {
      c.status(422);
      const errors = { list: count === 0 ? jointContent.errors.paste : jointContent.errors.tooMany };
      return c.render(<AgenciesPage {...{ agency, group, list, errors }} />);
    }
    const lines = await actingAs(deps.db.app, acting, (tx) => lookUpAgencies(tx, list));
    return c.render(<AgenciesPage {...{ agency, group, list, lines }} />);
  });

  routes.post(`${base}/agencies/add`, mayLeadGroups, smallBody, async (c) => {
    const { deps, acting, agency, viewer } = c.var;
    const group = await ledGroup(c);
    const fields = await readForm(c);
    const sent = (field: string) => sentText(fields, field);
    const list = pastedEntries(sent('list')).slice(0, pastedLimit).join('\n');
    const lines = await actingAs(deps.db.app, acting, (tx) => lookUpAgencies(tx, list));
    const { agencies, emails, leftOut, unanswered } = chosenLines(lines, sent);
    if (unanswered.length > 0) {
      c.status(422);
      const errors = choiceErrors(lines, unanswered);
      return c.render(<AgenciesPage {...{ agency, group, list, lines, sent, errors }} />);
    }
    // Each address was typed by hand: one account is no way to flood mailboxes.
    await takeMailAttempts(deps.db.app, viewer.person);
    for (const email of emails) await takeMailAttempts(deps.db.app, viewer.person, email);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      listAgencies(tx, agencyAct(c.var), groupId(c), { agencies, emails }),
    );
    if (!outcome.ok) return refuse(c, jointRefusalMessage(outcome.refusal));
    const { added } = outcome.value;
    const already = new Set([...agencies, ...emails]).size - added;
    if (leftOut.length === 0) return back(c, `listed-${added}-${already}`);
    deps.mailPosted();
    // Up to 500 lines are too many for an address; sending the form again adds nobody twice.
    const notice = listedWords({ added, already, leftOut });
    return c.render(<AgenciesPage {...{ agency, group, notice }} list={leftOut.join('\n')} />);
  });

  routes.post(`${base}/agencies/:member/remove`, mayLeadGroups, smallBody, async (c) => {
    const { deps, acting } = c.var;
    await ledGroup(c);
    const member = pathId<JointMemberId>(c, 'member');
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      unlistAgency(tx, agencyAct(c.var), groupId(c), member),
    );
    return outcome.ok ? back(c, 'removed') : refuse(c, jointRefusalMessage(outcome.refusal));
  });

  return routes;
}

function choiceErrors(lines: readonly PastedLine[], unanswered: readonly string[]): FormErrors {
  return Object.fromEntries(
    askedLines(lines, 'several')
      .filter(({ field }) => unanswered.includes(field))
      .map(({ line, field }) => [field, jointContent.errors.choice(line.typed)]),
  );
}

function partnersRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get(`${base}/partners`, mayLeadGroups, (c) => answerPartners(c, c.req.query('search') ?? ''));

  routes.post(`${base}/partners`, mayLeadGroups, smallBody, async (c) => {
    const { deps, acting, viewer } = c.var;
    await ledGroup(c);
    const fields = await readForm(c);
    const search = sentText(fields, 'search');
    const organization = sentText(fields, 'organization');
    const typed = sentText(fields, 'representativeEmail').trim();
    const email = emailField(jointContent.errors.representativeEmail).safeParse(typed);
    if (!isId(organization) || (typed !== '' && !email.success)) {
      return answerPartners(c, search, { form: jointContent.errors.representativeEmail });
    }
    await takeMailAttempts(deps.db.app, viewer.person, email.data);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      choosePartner(tx, agencyAct(c.var), groupId(c), {
        organization: organization as PartnerId,
        representativeEmail: email.data,
      }),
    );
    if (!outcome.ok) {
      const [message = ''] = Object.values(jointRefusalMessage(outcome.refusal));
      return answerPartners(c, search, { form: message });
    }
    deps.mailPosted();
    return c.redirect(`${groupBase(c)}/partners?done=chosen`, 303);
  });

  routes.post(`${base}/partners/:organization/remove`, mayLeadGroups, smallBody, async (c) => {
    const { deps, acting } = c.var;
    await ledGroup(c);
    const partner = pathId<PartnerId>(c, 'organization');
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      unchoosePartner(tx, agencyAct(c.var), groupId(c), partner),
    );
    return outcome.ok ? back(c, 'removed') : refuse(c, jointRefusalMessage(outcome.refusal));
  });

  return routes;
}

async function answerPartners(c: Context<AgencyEnv>, typed: string, errors?: FormErrors): Promise<Response> {
  const { deps, acting, agency } = c.var;
  const group = await ledGroup(c);
  const search = typed.trim().slice(0, 200);
  const found = await actingAs(deps.db.app, acting, async (tx) => ({
    chosen: await listPartners(tx, group.id),
    organizations:
      search === '' ? [] : (await searchOrganizations(tx, search, { limit: 20, offset: 0 })).organizations,
  }));
  if (errors) c.status(422);
  const done = errors ? undefined : c.req.query('done');
  return c.render(<PartnersPage {...{ agency, group, search, done, errors }} {...found} />);
}

function groupRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.post(`${base}/remind`, mayLeadGroups, smallBody, async (c) => {
    const { deps, acting, viewer } = c.var;
    await ledGroup(c);
    await takeMailAttempts(deps.db.app, viewer.person);
    await takeAttempt(deps.db.app, `joint-reminder:${groupId(c)}`, remindersOfGroup);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      remindAwaited(tx, agencyAct(c.var), groupId(c)),
    );
    return outcome.ok ? back(c, 'reminded') : refuse(c, jointRefusalMessage(outcome.refusal));
  });

  routes.get(`${base}/end`, mayLeadGroups, async (c) => {
    const group = await ledGroup(c);
    const reader = { side: 'agency', agency: c.var.agency } as const;
    const typed = { reason: '', after: '' };
    return c.render(<JointReasonPage {...{ reader, group, typed }} does="end" path="end" />);
  });

  routes.post(`${base}/end`, mayLeadGroups, smallBody, async (c) => {
    const { deps, acting } = c.var;
    const group = await ledGroup(c);
    const fields = await readForm(c);
    const form = parseForm(noForm, fields);
    if (!form.ok) {
      c.status(422);
      const reader = { side: 'agency', agency: c.var.agency } as const;
      const typed = { reason: sentText(fields, 'reason'), after: '' };
      const { errors } = form;
      return c.render(<JointReasonPage {...{ reader, group, typed, errors }} does="end" path="end" />);
    }
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      endGroup(tx, agencyAct(c.var), group.id, form.value),
    );
    return outcome.ok ? back(c, 'ended') : refuse(c, jointRefusalMessage(outcome.refusal));
  });

  return routes;
}

function back(c: Context<AgencyEnv>, done: string): Response {
  c.var.deps.mailPosted();
  return c.redirect(`${groupBase(c)}?done=${done}`, 303);
}

async function refuse(c: Context<AgencyEnv>, errors: FormErrors): Promise<Response> {
  const { agency } = c.var;
  const group = await ledGroup(c);
  return answerGroup(c, { reader: { side: 'agency', agency }, group, mayChange: true }, errors);
}
