import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import type { Outcome } from '../outcome.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { BeginPage } from './begin-page.tsx';
import { GroupsPage } from './groups-page.tsx';
import { mayAnswerGroups, mayLeadGroups, mayReadGroups } from './joint-access.ts';
import type { JointGroup } from './joint-agreement.ts';
import { declineGroup, joinGroup, leaveGroup } from './joint-answer-actions.ts';
import { leftOutOf } from './joint-answered-actions.ts';
import { jointRefusalMessage } from './joint-content.ts';
import { beginForm, joinForm, leaveForm, noForm, type TypedWord, typedWord } from './joint-form.ts';
import { beginGroup } from './joint-lead-actions.ts';
import { jointListAsked, rangeOf } from './joint-list.ts';
import { addressOf, groupBase, groupId, groupIn } from './joint-place-routes.ts';
import {
  findMember,
  findVersion,
  listGroups,
  listMemberNames,
  listPairs,
  listPartnerNames,
} from './joint-reading-actions.ts';
import type { AnswerToGroup } from './joint-refusal.ts';
import { answerGroup } from './lead-page-routes.tsx';
import { MemberPage } from './member-page.tsx';
import { JointReasonPage } from './reason-page.tsx';

/** The groups of an agency: those it leads, those it is asked to join, and its answers. */
export function agencyGroupRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/groups';

  routes.get(base, mayReadGroups, async (c) => {
    const { deps, acting, agency } = c.var;
    const asked = jointListAsked(c.req.query(), ['name', 'state', 'joined']);
    const list = await actingAs(deps.db.app, acting, (tx) =>
      listGroups(tx, { agency: agency.id }, rangeOf(asked)),
    );
    const mayBegin = agency.roles.includes('coordinator');
    const shown = { reader: { side: 'agency', agency }, asked, mayBegin, href: addressOf(c) } as const;
    return c.render(<GroupsPage {...list} {...shown} />);
  });

  routes.get(`${base}/new`, mayLeadGroups, (c) =>
    c.render(
      <BeginPage
        reader={{ side: 'agency', agency: c.var.agency }}
        typed={{ name: '', kind: '', leadAgency: '' }}
      />,
    ),
  );

  routes.post(`${base}/new`, mayLeadGroups, smallBody, async (c) => {
    const { deps, acting, agency } = c.var;
    const fields = await readForm(c);
    const form = parseForm(beginForm, fields);
    if (!form.ok) {
      c.status(422);
      const typed = { name: sentText(fields, 'name'), kind: sentText(fields, 'kind'), leadAgency: '' };
      return c.render(<BeginPage reader={{ side: 'agency', agency }} typed={typed} errors={form.errors} />);
    }
    const id = await actingAs(deps.db.app, acting, (tx) => beginGroup(tx, agencyAct(c.var), form.value));
    return c.redirect(`/workspace/${agency.slug}/groups/${id}?done=begun`, 303);
  });

  routes.get(`${base}/:group`, mayReadGroups, (c) => answerForAgency(c));

  routes.post(`${base}/:group/join`, mayAnswerGroups, smallBody, async (c) => {
    const fields = await readForm(c);
    const form = parseForm(joinForm, fields);
    const typed = typedWord(fields);
    if (!form.ok) return answerForAgency(c, { errors: form.errors, typed });
    return act(c, 'joined', typed, (tx, agencyAct) => joinGroup(tx, agencyAct, groupId(c), form.value));
  });

  for (const does of ['decline', 'leave'] as const) {
    routes.get(`${base}/:group/${does}`, mayAnswerGroups, async (c) => {
      const { deps, acting, agency } = c.var;
      const group = await actingAs(deps.db.app, acting, (tx) => groupIn(tx, c));
      const shown = { reader: { side: 'agency', agency }, group, does, path: does } as const;
      return c.render(<JointReasonPage {...shown} typed={{ reason: '', after: '' }} />);
    });

    routes.post(`${base}/:group/${does}`, mayAnswerGroups, smallBody, async (c) => {
      const { deps, acting, agency } = c.var;
      const fields = await readForm(c);
      const form = parseForm(does === 'leave' ? leaveForm : noForm, fields);
      if (!form.ok) {
        const group = await actingAs(deps.db.app, acting, (tx) => groupIn(tx, c));
        c.status(422);
        const typed = { reason: sentText(fields, 'reason'), after: sentText(fields, 'after') };
        const shown = { reader: { side: 'agency', agency }, group, does, path: does } as const;
        return c.render(<JointReasonPage {...shown} typed={typed} errors={form.errors} />);
      }
      const { reason } = form.value;
      const endsPartnerships = 'after' in form.value && form.value.after === 'end';
      return act(c, does === 'leave' ? 'left' : 'declined', undefined, (tx, agencyAct) =>
        does === 'leave'
          ? leaveGroup(tx, agencyAct, groupId(c), { reason, endsPartnerships })
          : declineGroup(tx, agencyAct, groupId(c), { reason }),
      );
    });
  }

  return routes;
}

async function act(
  c: Context<AgencyEnv>,
  done: string,
  typed: TypedWord | undefined,
  work: (
    tx: Parameters<Parameters<typeof actingAs>[2]>[0],
    act: AgencyAct,
  ) => Promise<Outcome<JointGroup, AnswerToGroup>>,
): Promise<Response> {
  const { deps, acting, viewer } = c.var;
  await takeMailAttempts(deps.db.app, viewer.person);
  const outcome = await actingAs(deps.db.app, acting, (tx) => work(tx, agencyAct(c.var)));
  if (!outcome.ok) {
    if (outcome.refusal.code === 'group-not-found') throw new NotFound();
    return answerForAgency(c, { errors: jointRefusalMessage(outcome.refusal), typed });
  }
  deps.mailPosted();
  return c.redirect(`${groupBase(c)}?done=${done}`, 303);
}

/** The group's page: the lead's own, or what an agency of the list reads and answers. */
async function answerForAgency(
  c: Context<AgencyEnv>,
  refused?: { readonly errors: FormErrors; readonly typed: TypedWord | undefined },
): Promise<Response> {
  const { deps, acting, agency, viewer } = c.var;
  const group = await actingAs(deps.db.app, acting, (tx) => groupIn(tx, c));
  if (group.lead.agency === agency.id) {
    const mayChange = agency.roles.includes('coordinator');
    return answerGroup(c, { reader: { side: 'agency', agency }, group, mayChange }, refused?.errors);
  }
  const found = await actingAs(deps.db.app, acting, async (tx) => {
    const version = await findVersion(tx, group.id, group.version);
    const member = await findMember(tx, group.id, agency.id);
    if (!version || !member) throw new NotFound();
    const pairs = new Map((await listPairs(tx, group.id)).map((pair) => [pair.partner, pair.partnership]));
    const partners = await listPartnerNames(tx, group.id);
    return {
      version,
      member,
      members: await listMemberNames(tx, group.id),
      waits: await leftOutOf(tx, group, { agency: agency.id }),
      partners: partners.map((one) => ({ ...one, partnership: pairs.get(one.partner) })),
    };
  });
  if (refused) c.status(422);
  const { contact } = found.member;
  const typed = refused?.typed ?? {
    ...typedWord({}),
    liaisonName: contact.name || viewer.name,
    liaisonEmail: contact.email || viewer.email,
    liaisonPhone: contact.phone,
    always: contact.always,
    signerName: viewer.name,
  };
  return c.render(
    <MemberPage
      agency={agency}
      group={group}
      {...found}
      mayAnswer={agency.roles.some((role) => role === 'coordinator' || role === 'executive')}
      typed={typed}
      done={refused ? undefined : c.req.query('done')}
      errors={refused?.errors}
    />,
  );
}
