import { type Context, Hono } from 'hono';
import { recordOfAnswer } from '../agreement/agreement-record-actions.ts';
import { type AgreementVersion, waitingVersion } from '../agreement/agreement-version.ts';
import { listVersions } from '../agreement/version-actions.ts';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { findStoredFile } from '../files/file-actions.ts';
import { serveFile } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { PartnerEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import { findGroupOfPartnership } from '../joint-agreement/joint-reading-actions.ts';
import { personAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { type AskedOfPartner, askedOfPartner } from './asked-of-partner.ts';
import type { PartnerAct } from './partner-act.ts';
import {
  changeNaming,
  confirmPartnership,
  declinePartnership,
  endPartnershipByPartner,
} from './partner-answer-actions.ts';
import { PartnersPartnershipPage, ReasonPage } from './partner-pages.tsx';
import { isLive, type Partnership } from './partnership.ts';
import { speaksForPartner } from './partnership-access.ts';
import { findLiveBetween } from './partnership-actions.ts';
import { confirmForm, reasonForm, revisionField } from './partnership-form-content.ts';
import type { PartnershipOnDay } from './partnership-on-day.ts';
import { refusalMessage } from './partnership-refusal-content.ts';
import { partnershipAt } from './shown-partnership-routes.ts';

const reasonActs = {
  decline: {
    act: declinePartnership,
    may: ({ waitingFor }: Partnership) => waitingFor === 'partner',
    done: 'declined',
  },
  end: {
    act: endPartnershipByPartner,
    may: ({ state }: Partnership) => state.is === 'active',
    done: 'ended',
  },
} as const;

/** What the people of a partner organization see and do. */
export function partnerRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/partner/:partner/partnerships/:id', speaksForPartner, async (c) =>
    answer(c, await ofPartner(c, c.req.param('id'))),
  );

  routes.get('/partner/:partner/partnerships/:id/agreement', speaksForPartner, async (c) => {
    const { acting, deps } = c.var;
    const { agency, agreement } = await ofPartner(c, c.req.param('id'));
    const file =
      agreement && (await actingAs(deps.db.app, acting, (tx) => findStoredFile(tx, agency.id, agreement.id)));
    if (!file) throw new NotFound();
    return serveFile(deps.files, file);
  });

  routes.post('/partner/:partner/partnerships/:id/confirm', speaksForPartner, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const partnership = await ofPartner(c, c.req.param('id'));
    const fields = await readForm(c);
    const typed = {
      name: sentText(fields, 'name'),
      title: sentText(fields, 'title'),
      naming: sentText(fields, 'naming') === 'yes',
    };
    const form = parseForm(confirmForm, fields);
    if (!form.ok) return answer(c, partnership, form.errors, typed);
    const { revision, name, title } = form.value;
    const asked = await askedOf(c, partnership);
    const outcome = await recordOfAnswer(deps, { partnership, acting }, { name, title }, (record) =>
      actingAs(deps.db.app, acting, (tx) =>
        confirmPartnership(tx, actOf(c), partnership.id, {
          revision,
          name,
          title,
          isNamedInPublic: typed.naming,
          record,
        }),
      ),
    );
    if (!outcome.ok) return answerRefused(c, partnership, refusalMessage(outcome.refusal), typed);
    deps.mailPosted();
    return c.redirect(`${pathOf(c, partnership)}?done=${confirmedCodes[asked]}`, 303);
  });

  routes.post('/partner/:partner/partnerships/:id/naming', speaksForPartner, smallBody, async (c) => {
    const { acting, deps, viewer } = c.var;
    const partnership = await ofPartner(c, c.req.param('id'));
    await takeMailAttempts(deps.db.app, viewer.person);
    const fields = await readForm(c);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      changeNaming(tx, actOf(c), partnership.id, {
        revision: revisionField.parse(sentText(fields, 'revision')),
        isNamedInPublic: sentText(fields, 'naming') === 'yes',
      }),
    );
    if (!outcome.ok) return answerRefused(c, partnership, refusalMessage(outcome.refusal));
    deps.mailPosted();
    return c.redirect(`${pathOf(c, partnership)}?done=naming`, 303);
  });

  for (const does of ['decline', 'end'] as const) {
    const { act, may, done } = reasonActs[does];

    routes.get(`/partner/:partner/partnerships/:id/${does}`, speaksForPartner, async (c) => {
      const partnership = await ofPartner(c, c.req.param('id') ?? '');
      if (!may(partnership)) return c.redirect(pathOf(c, partnership), 303);
      const asked = await askedOf(c, partnership);
      return c.render(<ReasonPage {...{ partner: c.var.partner, partnership, does, asked }} reason="" />);
    });

    routes.post(`/partner/:partner/partnerships/:id/${does}`, speaksForPartner, smallBody, async (c) => {
      const { partner, acting, deps } = c.var;
      const partnership = await ofPartner(c, c.req.param('id') ?? '');
      const fields = await readForm(c);
      const form = parseForm(reasonForm, fields);
      if (!form.ok) {
        c.status(422);
        const reason = sentText(fields, 'reason');
        const asked = await askedOf(c, partnership);
        return c.render(
          <ReasonPage {...{ partner, partnership, does, asked, reason }} errors={form.errors} />,
        );
      }
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        act(tx, actOf(c), partnership.id, { ...form.value, name: c.var.viewer.name }),
      );
      if (!outcome.ok) return answerRefused(c, partnership, refusalMessage(outcome.refusal));
      deps.mailPosted();
      return c.redirect(`${pathOf(c, partnership)}?done=${done}`, 303);
    });
  }

  return routes;
}

function ofPartner(c: Context<PartnerEnv>, id: string): Promise<PartnershipOnDay> {
  return partnershipAt(c.var.deps, c.var.acting, { partner: c.var.partner.id }, id);
}

function actOf(c: Context<PartnerEnv>): PartnerAct {
  return { ...personAct(c.var), partner: c.var.partner.id };
}

const confirmedCodes: Readonly<Record<AskedOfPartner, string>> = {
  partnership: 'confirmed',
  change: 'confirmed-change',
  renewal: 'confirmed-renewal',
};

/** What waits for the partner's answer. A partnership without a first yes is asked about as such, whatever its terms. */
async function askedOf(c: Context<PartnerEnv>, partnership: Partnership): Promise<AskedOfPartner> {
  return askedOfPartner(partnership, await waitingFor(c, partnership));
}

async function waitingFor(
  c: Context<PartnerEnv>,
  partnership: Partnership,
): Promise<AgreementVersion | undefined> {
  const { acting, deps } = c.var;
  if (partnership.waitingFor !== 'partner') return undefined;
  const of = { agency: partnership.agency.id, partnership: partnership.id };
  const versions = await actingAs(deps.db.app, acting, (tx) => listVersions(tx, of));
  return waitingVersion(versions);
}

function pathOf(c: Context<PartnerEnv>, { id }: Partnership): string {
  return `/partner/${c.var.partner.id}/partnerships/${id}`;
}

interface TypedAnswer {
  readonly name: string;
  readonly title: string;
  readonly naming: boolean;
}

/** Shows the partnership anew, as it is now: an answer given to an older one was refused. */
async function answerRefused(
  c: Context<PartnerEnv>,
  { id }: Partnership,
  errors: FormErrors,
  typed?: TypedAnswer,
): Promise<Response> {
  return answer(c, await ofPartner(c, id), errors, typed);
}

async function answer(
  c: Context<PartnerEnv>,
  partnership: PartnershipOnDay,
  errors?: FormErrors,
  typed?: TypedAnswer,
): Promise<Response> {
  const { acting, deps, viewer } = c.var;
  const waiting = await waitingFor(c, partnership);
  const { group, goesOnIn } = await actingAs(deps.db.app, acting, async (tx) => ({
    group: await findGroupOfPartnership(tx, partnership.id),
    goesOnIn: isLive(partnership) ? undefined : await findLiveBetween(tx, partnership),
  }));
  if (errors) c.status(422);
  return c.render(
    <PartnersPartnershipPage
      asked={askedOfPartner(partnership, waiting)}
      waiting={waiting}
      name={viewer.name}
      partner={c.var.partner}
      partnership={partnership}
      group={group}
      goesOnIn={goesOnIn}
      today={dayIn(partnership.agency.timeZone, deps.now())}
      notice={errors ? undefined : c.req.query('done')}
      typed={typed}
      errors={errors}
    />,
  );
}
