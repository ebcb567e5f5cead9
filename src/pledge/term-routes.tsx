import { type Context, Hono } from 'hono';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { UnusableRequest } from '../http/refused-request.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { type AskRefusal, askExtension, extensionsOf } from './extension-actions.ts';
import { termOf } from './pledge.ts';
import { mayEndPledge } from './pledge-access.ts';
import { pledgeOf } from './pledge-actions.ts';
import { isCertified } from './pledge-certificate-actions.ts';
import { pledgeContent as content, elsewhereSentence, extensionRefusalSentences } from './pledge-content.ts';
import { extendForm, reasonForm } from './pledge-form-content.ts';
import { CertifiedPage, ExtendPage, WithdrawPage } from './term-pages.tsx';
import { withdrawPledge } from './withdrawal-actions.ts';

/** Ending the pledge, and asking for more time. */
export function termRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/workspace/:agency/pledge/withdraw', mayEndPledge, async (c) => {
      const { agency, acting, deps } = c.var;
      const found = await actingAs(deps.db.app, acting, (tx) => endablePledge(tx, agency));
      if (!found) return c.redirect(`/workspace/${agency.slug}/pledge`, 303);
      return found.certified
        ? c.render(<CertifiedPage agency={agency} contact={deps.config.campaign.contact} />)
        : c.render(<WithdrawPage agency={agency} reason="" errors={noErrors} />);
    })
    .post('/workspace/:agency/pledge/withdraw', smallBody, mayEndPledge, async (c) => {
      const { agency, acting, deps } = c.var;
      const fields = await readForm(c);
      const form = parseForm(reasonForm(content.withdraw.reasonMissing), fields);
      if (!form.ok) {
        c.status(422);
        return c.render(
          <WithdrawPage agency={agency} reason={sentText(fields, 'reason')} errors={form.errors} />,
        );
      }
      const withdrawn = await actingAs(deps.db.app, acting, (tx) =>
        withdrawPledge(tx, agencyAct(c.var), { by: 'agency', reason: form.value.reason }),
      );
      if (!withdrawn.ok) {
        if (withdrawn.refusal.code !== 'pledge-elsewhere') return refuseCertified(c);
        throw new UnusableRequest(422, elsewhereSentence(withdrawn.refusal));
      }
      deps.mailPosted();
      return c.redirect(`/workspace/${agency.slug}/pledge?done=pledge-withdrawn`, 303);
    })
    .get('/workspace/:agency/pledge/extend', mayEndPledge, async (c) => {
      const { agency, acting, deps } = c.var;
      const found = await actingAs(deps.db.app, acting, (tx) => runningTerm(tx, agency));
      if (!found) return c.redirect(`/workspace/${agency.slug}/pledge`, 303);
      return c.render(
        <ExtendPage agency={agency} {...found} typed={{ to: '', reason: '' }} errors={noErrors} />,
      );
    })
    .post('/workspace/:agency/pledge/extend', smallBody, mayEndPledge, async (c) => {
      const { agency, acting, deps } = c.var;
      const fields = await readForm(c);
      const form = parseForm(extendForm, fields);
      const asked = form.ok
        ? await actingAs(deps.db.app, acting, (tx) => askExtension(tx, agencyAct(c.var), form.value))
        : undefined;
      if (asked?.ok) {
        deps.mailPosted();
        return c.redirect(`/workspace/${agency.slug}/pledge?done=extension-asked`, 303);
      }
      const found = await actingAs(deps.db.app, acting, (tx) => runningTerm(tx, agency));
      if (!found) return c.redirect(`/workspace/${agency.slug}/pledge`, 303);
      const typed = { to: sentText(fields, 'to'), reason: sentText(fields, 'reason') };
      const errors = form.ok ? (asked ? askErrors(asked.refusal) : noErrors) : form.errors;
      c.status(422);
      return c.render(<ExtendPage agency={agency} {...found} typed={typed} errors={errors} />);
    });
}

/** The pledge when it can still end, and whether a certificate stands on it. */
async function endablePledge(tx: Transaction, agency: AgencyPlace) {
  const pledge = await pledgeOf(tx, agency.id);
  if (!pledge || pledge.state.is === 'withdrawn') return undefined;
  return { certified: await isCertified(tx, pledge) };
}

function refuseCertified(c: Context<AgencyEnv>): Response | Promise<Response> {
  c.status(422);
  return c.render(<CertifiedPage agency={c.var.agency} contact={c.var.deps.config.campaign.contact} />);
}

/** The days of the pledge, and whether an earlier request waits; undefined without a pledge whose term runs. */
async function runningTerm(tx: Transaction, agency: AgencyPlace) {
  const pledge = await pledgeOf(tx, agency.id);
  const term = pledge && termOf(pledge);
  if (!term || (await isCertified(tx, pledge))) return undefined;
  const extensions = await extensionsOf(tx, pledge);
  return { term, hasAsked: extensions.some(({ state }) => state === 'asked') };
}

function askErrors(refusal: AskRefusal): FormErrors {
  switch (refusal.code) {
    case 'extension-day':
      return { to: extensionRefusalSentences[refusal.why] };
    case 'certified-already':
      return { form: content.extend.certified };
    case 'extension-asked-already':
      return { form: content.extend.open };
    case 'pledge-elsewhere':
      return { form: elsewhereSentence(refusal) };
  }
}
