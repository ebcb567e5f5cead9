import { type Context, Hono } from 'hono';
import { withRecord } from '../agreement/agreement-record-actions.ts';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { PartnerEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import { personAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { GroupsPage } from './groups-page.tsx';
import { speaksInGroups } from './joint-access.ts';
import type { JointGroup } from './joint-agreement.ts';
import { leftOutOf } from './joint-answered-actions.ts';
import { confirmForGroup, refuseGroup } from './joint-confirm-actions.ts';
import { jointContent, jointRefusalMessage } from './joint-content.ts';
import { confirmForm, leaveForm, noForm, type TypedWord, typedWord } from './joint-form.ts';
import { jointListAsked, rangeOf } from './joint-list.ts';
import { addressOf, groupId, groupIn } from './joint-place-routes.ts';
import { findPartner, findVersion, listGroups, listMemberNames } from './joint-reading-actions.ts';
import { confirmedDocument } from './joint-sections-content.ts';
import { PartnerGroupPage } from './partner-group-page.tsx';
import { JointReasonPage } from './reason-page.tsx';

/** The groups that ask a partner organization, and its one answer to each. */
export function partnerGroupRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/partner/:partner/groups';

  routes.get(base, speaksInGroups, async (c) => {
    const { deps, acting, partner } = c.var;
    const asked = jointListAsked(c.req.query(), ['name', 'state', 'joined']);
    const list = await actingAs(deps.db.app, acting, (tx) =>
      listGroups(tx, { partner: partner.id }, rangeOf(asked)),
    );
    const shown = { reader: { side: 'partner', partner }, asked, mayBegin: false } as const;
    return c.render(<GroupsPage {...list} {...shown} href={addressOf(c)} />);
  });

  routes.get(`${base}/:group`, speaksInGroups, (c) => answer(c));

  routes.post(`${base}/:group/confirm`, speaksInGroups, smallBody, async (c) => {
    const { deps, acting, partner, viewer } = c.var;
    const { group, version, members } = await read(c);
    const fields = await readForm(c);
    const typed = typedWord(fields);
    const form = parseForm(confirmForm, fields);
    if (!form.ok) return answer(c, { errors: form.errors, typed });
    await takeMailAttempts(deps.db.app, viewer.person);
    const facts = confirmedDocument({
      group,
      version,
      partner: partner.name,
      contact: form.value.contact,
      signer: form.value.signer,
      agencies: members.filter(({ hasJoined }) => hasJoined).map(({ name }) => name),
      day: dayIn('UTC', deps.now()),
      campaign: deps.config.campaign.name,
    });
    const name = `Joint agreement, ${jointContent.version(version.number).toLowerCase()}`;
    const outcome = await withRecord(deps, facts, name, (document) =>
      actingAs(deps.db.app, acting, (tx) =>
        confirmForGroup(tx, actOf(c), group.id, { ...form.value, document }),
      ),
    );
    if (!outcome.ok) return answer(c, { errors: jointRefusalMessage(outcome.refusal), typed });
    deps.mailPosted();
    return c.redirect(`/partner/${partner.id}/groups/${group.id}?done=confirmed`, 303);
  });

  routes.get(`${base}/:group/refuse`, speaksInGroups, async (c) =>
    answerRefusing(c, await read(c), { reason: '', after: '' }),
  );

  routes.post(`${base}/:group/refuse`, speaksInGroups, smallBody, async (c) => {
    const { deps, acting, partner } = c.var;
    const shown = await read(c);
    const fields = await readForm(c);
    const isLeaving = shown.answer.state === 'confirmed';
    const form = parseForm(isLeaving ? leaveForm : noForm, fields);
    if (!form.ok) {
      const typed = { reason: sentText(fields, 'reason'), after: sentText(fields, 'after') };
      return answerRefusing(c, shown, typed, form.errors);
    }
    const endsPartnerships = 'after' in form.value && form.value.after === 'end';
    const { reason } = form.value;
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      refuseGroup(tx, actOf(c), groupId(c), { reason, endsPartnerships }),
    );
    if (!outcome.ok) return answer(c, { errors: jointRefusalMessage(outcome.refusal), typed: undefined });
    deps.mailPosted();
    const done = isLeaving ? 'left' : 'declined';
    return c.redirect(`/partner/${partner.id}/groups/${groupId(c)}?done=${done}`, 303);
  });

  return routes;
}

function actOf(c: Context<PartnerEnv>) {
  return { ...personAct(c.var), partner: c.var.partner.id };
}

function read(c: Context<PartnerEnv>) {
  const { deps, acting, partner } = c.var;
  return actingAs(deps.db.app, acting, async (tx) => {
    const group = await groupIn(tx, c);
    const version = await findVersion(tx, group.id, group.version);
    const answer = await findPartner(tx, group.id, partner.id);
    if (!version || !answer) throw new NotFound();
    return {
      group,
      version,
      answer,
      members: await listMemberNames(tx, group.id),
      waits: await leftOutOf(tx, group, { partner: partner.id }),
    };
  });
}

async function answer(
  c: Context<PartnerEnv>,
  refused?: { readonly errors: FormErrors; readonly typed: TypedWord | undefined },
): Promise<Response> {
  const { partner, viewer } = c.var;
  const found = await read(c);
  if (refused) c.status(422);
  const { contact } = found.answer;
  const typed = refused?.typed ?? {
    ...typedWord({}),
    liaisonName: contact.name || viewer.name,
    liaisonEmail: contact.email || viewer.email,
    liaisonPhone: contact.phone,
    always: contact.always,
    signerName: viewer.name,
    naming: found.answer.isNamedInPublic,
  };
  const done = refused ? undefined : c.req.query('done');
  return c.render(
    <PartnerGroupPage partner={partner} {...found} typed={typed} done={done} errors={refused?.errors} />,
  );
}

function answerRefusing(
  c: Context<PartnerEnv>,
  { group, answer: given }: { readonly group: JointGroup; readonly answer: { readonly state: string } },
  typed: { readonly reason: string; readonly after: string },
  errors?: FormErrors,
) {
  if (errors) c.status(422);
  const reader = { side: 'partner', partner: c.var.partner } as const;
  const does = given.state === 'confirmed' ? 'leave' : 'decline';
  return c.render(<JointReasonPage {...{ reader, group, does, typed, errors }} path="refuse" />);
}
