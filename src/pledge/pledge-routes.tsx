import { Hono } from 'hono';
import { campaignRules, currentRules } from '../campaign-rules/campaign-rules.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import { NotFound, UnusableRequest } from '../http/refused-request.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { typedAnswers } from '../question/question.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import { noErrors } from '../uswds/form-errors.ts';
import { AmendPage } from './amend-page.tsx';
import { settledExecutive } from './executive-actions.ts';
import { extensionsOf } from './extension-actions.ts';
import type { Pledge } from './pledge.ts';
import { mayAmendPledge, mayReadPledge, maySignPledge } from './pledge-access.ts';
import {
  amendPledge,
  pledgeAgain,
  pledgeOf,
  resendSignatureRequest,
  sendBackPledge,
  signPledge,
} from './pledge-actions.ts';
import { certificateOf } from './pledge-certificate-actions.ts';
import { pledgeContent as content, elsewhereSentence } from './pledge-content.ts';
import { reasonForm, signForm, termsForm } from './pledge-form-content.ts';
import { AgencyPledgePage } from './pledge-pages.tsx';
import { SignPage } from './sign-page.tsx';
import {
  executiveEmailQuestion,
  executiveQuestions,
  headcountQuestions,
  lengthQuestions,
  typedTerms,
} from './terms-form-content.ts';

const notices: Readonly<Record<string, string>> = content.notices;
const nothingTyped = { name: '', isConfirmed: false, reason: '' };

/** The pledge in its agency's workspace: read it, sign it or send it back, change it and send it anew. */
export function pledgeRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/workspace/:agency/pledge', mayReadPledge, async (c) => {
      const { agency, acting, deps } = c.var;
      const found = await actingAs(deps.db.app, acting, async (tx) => {
        const pledge = await pledgeOf(tx, agency.id);
        return {
          pledge,
          certificate: pledge && (await certificateOf(tx, pledge)),
          extensions: pledge ? await extensionsOf(tx, pledge) : [],
        };
      });
      const notice = notices[c.req.query('done') ?? ''];
      return c.render(<AgencyPledgePage agency={agency} {...found} notice={notice} />);
    })
    .get('/workspace/:agency/pledge/sign', maySignPledge, async (c) => {
      const { agency, acting, deps } = c.var;
      const pledge = await actingAs(deps.db.app, acting, (tx) => pledgeOf(tx, agency.id));
      if (pledge?.state.is !== 'awaiting-signature')
        return c.redirect(`/workspace/${agency.slug}/pledge`, 303);
      return c.render(<SignPage agency={agency} pledge={pledge} typed={nothingTyped} errors={noErrors} />);
    })
    .post('/workspace/:agency/pledge/sign', smallBody, maySignPledge, async (c) => {
      const { agency, acting, deps } = c.var;
      const fields = await readForm(c);
      const form = parseForm(signForm, fields);
      const signed = form.ok
        ? await actingAs(deps.db.app, acting, (tx) => signPledge(tx, agencyAct(c.var), form.value.name))
        : undefined;
      if (signed?.ok) {
        deps.mailPosted();
        return c.redirect(`/workspace/${agency.slug}/pledge?done=pledge-signed`, 303);
      }
      if (signed?.refusal.code === 'pledge-elsewhere') throw elsewhere(signed.refusal);
      const pledge = await actingAs(deps.db.app, acting, (tx) => presentPledge(tx, agency));
      const unlike = signed ? { name: content.sign.nameUnlike(signed.refusal.expected) } : noErrors;
      const typed = {
        name: sentText(fields, 'name'),
        isConfirmed: sentText(fields, 'confirmed') === 'yes',
        reason: '',
      };
      c.status(422);
      return c.render(
        <SignPage agency={agency} pledge={pledge} typed={typed} errors={form.ok ? unlike : form.errors} />,
      );
    })
    .post('/workspace/:agency/pledge/send-back', smallBody, maySignPledge, async (c) => {
      const { agency, acting, deps } = c.var;
      const form = parseForm(reasonForm(content.sign.back.reasonMissing), await readForm(c));
      if (!form.ok) {
        const pledge = await actingAs(deps.db.app, acting, (tx) => presentPledge(tx, agency));
        c.status(422);
        return c.render(
          <SignPage agency={agency} pledge={pledge} typed={nothingTyped} errors={form.errors} />,
        );
      }
      const sent = await actingAs(deps.db.app, acting, (tx) =>
        sendBackPledge(tx, agencyAct(c.var), form.value.reason),
      );
      if (!sent.ok) throw elsewhere(sent.refusal);
      deps.mailPosted();
      return c.redirect(`/workspace/${agency.slug}/pledge?done=pledge-sent-back`, 303);
    })
    .post('/workspace/:agency/pledge/resend', smallBody, mayAmendPledge, async (c) => {
      const { agency, acting, deps, viewer } = c.var;
      const asked = await actingAs(deps.db.app, acting, (tx) => presentPledge(tx, agency));
      await takeMailAttempts(deps.db.app, viewer.person, asked.executive.email);
      const sent = await actingAs(deps.db.app, acting, (tx) => resendSignatureRequest(tx, agencyAct(c.var)));
      if (!sent.ok) throw elsewhere(sent.refusal);
      deps.mailPosted();
      return c.redirect(`/workspace/${agency.slug}/pledge?done=request-sent`, 303);
    })
    .get('/workspace/:agency/pledge/amend', mayAmendPledge, async (c) => {
      const { agency, acting, deps } = c.var;
      const found = await actingAs(deps.db.app, acting, async (tx) => ({
        pledge: await presentPledge(tx, agency),
        settledEmail: (await settledExecutive(tx, agency.id))?.email,
      }));
      const typed = typedTerms(found.pledge);
      return c.render(<AmendPage agency={agency} {...found} typed={typed} errors={noErrors} />);
    })
    .post('/workspace/:agency/pledge/amend', smallBody, mayAmendPledge, async (c) => {
      const { agency, acting, deps, viewer } = c.var;
      const fields = await readForm(c);
      const found = await actingAs(deps.db.app, acting, async (tx) => ({
        pledge: await presentPledge(tx, agency),
        settledEmail: (await settledExecutive(tx, agency.id))?.email,
      }));
      const form = parseForm(termsFormFor(found), fields);
      if (!form.ok) {
        c.status(422);
        const typed = typedTermsIn(fields);
        return c.render(<AmendPage agency={agency} {...found} typed={typed} errors={form.errors} />);
      }
      await takeMailAttempts(deps.db.app, viewer.person, form.value.executive.email);
      const send = found.pledge.state.is === 'withdrawn' ? pledgeAgain : amendPledge;
      const sent = await actingAs(deps.db.app, acting, (tx) => send(tx, agencyAct(c.var), form.value));
      if (!sent.ok) throw notAmended(sent.refusal);
      deps.mailPosted();
      return c.redirect(`/workspace/${agency.slug}/pledge?done=pledge-amended`, 303);
    });
}

/** The newest pledge; an agency without one has no such page. */
async function presentPledge(tx: Transaction, agency: AgencyPlace): Promise<Pledge> {
  const pledge = await pledgeOf(tx, agency.id);
  if (!pledge) throw new NotFound();
  return pledge;
}

function termsFormFor(found: { pledge: Pledge; settledEmail: string | undefined }) {
  const { pledge, settledEmail } = found;
  const rules = pledge.state.is === 'withdrawn' ? currentRules : campaignRules(pledge.rulesVersion);
  return termsForm(rules, settledEmail);
}

const termsQuestions = [
  ...headcountQuestions,
  ...executiveQuestions,
  executiveEmailQuestion,
  ...lengthQuestions(currentRules),
];

function typedTermsIn(fields: FormFields) {
  return typedAnswers(termsQuestions, fields);
}

function elsewhere(refusal: Parameters<typeof elsewhereSentence>[0]): UnusableRequest {
  return new UnusableRequest(422, elsewhereSentence(refusal));
}

function notAmended(
  refusal:
    | Parameters<typeof elsewhereSentence>[0]
    | { readonly code: 'executive-settled' | 'pledge-already-taken' },
): UnusableRequest {
  switch (refusal.code) {
    case 'pledge-elsewhere':
      return elsewhere(refusal);
    case 'executive-settled':
      return new UnusableRequest(422, content.refused.executiveSettled);
    case 'pledge-already-taken':
      return new UnusableRequest(422, content.refused.alreadyTaken);
  }
}
