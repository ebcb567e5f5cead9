import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import type { Outcome } from '../outcome.ts';
import { textAnswer } from '../question/answer.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { noErrors } from '../uswds/form-errors.ts';
import { standingOf } from '../workspace/standing-actions.ts';
import type { Certificate } from './certificate.ts';
import { standingOn } from './certificate-standing.ts';
import { mayAnswerForCertificate, mayGiveBack, mayReadCertification } from './certification-access.ts';
import { certificateEvents, findAcknowledgment, listCertificates } from './certification-actions.ts';
import { certificationContent as content } from './certification-content.ts';
import { CertificationPage, NoCertificationPage } from './certification-page.tsx';
import { dueCheckIn } from './check-in.ts';
import { giveCheckIn, listCheckIns } from './check-in-actions.ts';
import { driftOf } from './drift.ts';
import { GiveBackPage } from './give-back-page.tsx';
import { answerAnnouncement, giveBackCertificate } from './standing-actions.ts';
import { standingRefusalSentence } from './standing-content.ts';

const notices: Readonly<Record<string, string>> = content.notices;
const answerForm = z.object({ answer: textAnswer(content.answer.missing, { max: 4000 }) });
const giveBackForm = z.object({ reason: textAnswer(content.giveBack.reasonMissing, { max: 4000 }) });
const noteForm = z.object({
  note: z.string().trim().max(4000, 'Shorten this to 4,000 letters or fewer').catch(''),
});

/** What an agency sees of its certificate, answers, and gives once a year. */
export function certificationRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/workspace/:agency/certification', mayReadCertification, (c) => show(c, {}))
    .post('/workspace/:agency/certification/answer', smallBody, mayAnswerForCertificate, async (c) => {
      const fields = await readForm(c);
      const form = parseForm(answerForm, fields);
      if (!form.ok) return show(c, { fields, errors: form.errors });
      return settle(c, fields, 'answered', (tx, { number }) =>
        answerAnnouncement(tx, agencyAct(c.var), number, form.value.answer),
      );
    })
    .post('/workspace/:agency/certification/check-in', smallBody, mayAnswerForCertificate, async (c) => {
      const fields = await readForm(c);
      const form = parseForm(noteForm, fields);
      if (!form.ok) return show(c, { fields, errors: form.errors });
      const today = dayIn(c.var.agency.timeZone, c.var.deps.now());
      return settle(c, fields, 'checked-in', (tx, certificate) =>
        giveCheckIn(tx, agencyAct(c.var), { certificate, today, note: form.value.note }),
      );
    })
    .get('/workspace/:agency/certification/give-back', mayGiveBack, async (c) => {
      const certificate = await latestCertificate(c);
      if (!certificate) return c.redirect(`/workspace/${c.var.agency.slug}/certification`, 303);
      return c.render(
        <GiveBackPage agency={c.var.agency} certificate={certificate} reason="" errors={noErrors} />,
      );
    })
    .post('/workspace/:agency/certification/give-back', smallBody, mayGiveBack, async (c) => {
      const fields = await readForm(c);
      const form = parseForm(giveBackForm, fields);
      if (form.ok)
        return settle(c, fields, 'given-back', (tx, { number }) =>
          giveBackCertificate(tx, agencyAct(c.var), number, form.value.reason),
        );
      const certificate = await latestCertificate(c);
      if (!certificate) return c.redirect(`/workspace/${c.var.agency.slug}/certification`, 303);
      c.status(422);
      return c.render(
        <GiveBackPage
          agency={c.var.agency}
          certificate={certificate}
          reason={sentText(fields, 'reason')}
          errors={form.errors}
        />,
      );
    });
}

/** An act on the newest certificate; refused, the page says why and keeps what was typed. */
async function settle(
  c: Context<AgencyEnv>,
  fields: FormFields,
  done: keyof typeof content.notices,
  action: (
    tx: Transaction,
    certificate: Certificate,
  ) => Promise<
    Outcome<unknown, Parameters<typeof standingRefusalSentence>[0] | { readonly code: 'nothing-due' }>
  >,
): Promise<Response> {
  const { agency, acting, deps } = c.var;
  const page = `/workspace/${agency.slug}/certification`;
  const outcome = await actingAs(deps.db.app, acting, async (tx) => {
    const [certificate] = await listCertificates(tx, agency.id);
    return certificate && action(tx, certificate);
  });
  if (!outcome) return c.redirect(page, 303);
  if (!outcome.ok) {
    const { refusal } = outcome;
    const sentence =
      refusal.code === 'nothing-due' ? content.checkIn.nothingDue : standingRefusalSentence(refusal);
    return show(c, { fields, errors: { form: sentence } });
  }
  deps.mailPosted();
  return c.redirect(`${page}?done=${done}`, 303);
}

async function latestCertificate(c: Context<AgencyEnv>): Promise<Certificate | undefined> {
  const { agency, acting, deps } = c.var;
  return actingAs(deps.db.app, acting, async (tx) => (await listCertificates(tx, agency.id))[0]);
}

async function show(
  c: Context<AgencyEnv>,
  refused: { readonly fields?: FormFields; readonly errors?: FormErrors },
): Promise<Response> {
  const { agency, acting, deps } = c.var;
  const today = dayIn(agency.timeZone, deps.now());
  const found = await actingAs(deps.db.app, acting, async (tx) => {
    const [certificate] = await listCertificates(tx, agency.id);
    if (!certificate) return undefined;
    const letter = await findAcknowledgment(tx, certificate.number);
    const events = await certificateEvents(tx, certificate.number);
    const standing = await standingOf(tx, agency.id, today);
    const checkIns = await listCheckIns(tx, certificate.number);
    const isAsked = deps.config.certificates.yearlyCheckIn;
    return {
      certificate,
      events,
      today,
      worth: standingOn(today, certificate.validUntil, events),
      standing,
      drift: letter ? driftOf(letter.figures, standing.facts.coverage) : [],
      checkIns,
      due: isAsked ? dueCheckIn(certificate.certifiedOn, today, checkIns) : undefined,
    };
  });
  if (!found) return c.render(<NoCertificationPage agency={agency} />);
  const { fields = {}, errors } = refused;
  const values = Object.fromEntries(Object.keys(fields).map((name) => [name, sentText(fields, name)]));
  if (errors) c.status(422);
  return c.render(
    <CertificationPage
      {...found}
      agency={agency}
      mayAnswer={agency.roles.some((role) => role === 'coordinator' || role === 'executive')}
      mayGiveBack={agency.roles.includes('executive')}
      values={values}
      errors={errors}
      notice={notices[c.req.query('done') ?? '']}
    />,
  );
}
