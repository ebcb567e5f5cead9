import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { agencyById } from '../agency/agency-actions.ts';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { CampaignEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import type { Outcome } from '../outcome.ts';
import { textAnswer } from '../question/answer.ts';
import { personAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { campaignCertificateContent as content } from './campaign-certificate-content.ts';
import { CampaignCertificatePage } from './campaign-certificate-page.tsx';
import { type CertificateNumber, readCertificateNumber } from './certificate.ts';
import type { CertificateStanding } from './certificate-standing.ts';
import { mayActOnCertificates } from './certification-access.ts';
import { findCertificate } from './certification-actions.ts';
import { listCheckIns } from './check-in-actions.ts';
import {
  announceMeasure,
  carryOutMeasure,
  certificateEvents,
  dropAnnouncement,
  isTiedTo,
  reinstateCertificate,
  type StandingAct,
  type StandingRefusal,
} from './standing-actions.ts';
import { standingRefusalSentence } from './standing-content.ts';

const notices: Readonly<Record<string, string>> = content.notices;
const grounds = textAnswer(content.announce.groundsMissing, { max: 4000 });
const announceForm = z.object({
  measure: z.enum(['suspend', 'revoke'], content.announce.measureMissing),
  grounds,
});
const decideForm = z.object({ decision: z.enum(['carry-out', 'drop']).catch('drop'), grounds });
const reinstateForm = z.object({ reason: textAnswer(content.reinstate.reasonMissing, { max: 4000 }) });

/** The campaign's acts on a certificate that was issued: announce, decide, end a suspension. */
export function campaignCertificateRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/campaign/certificates/:number', mayActOnCertificates, (c) => show(c, {}))
    .post('/campaign/certificates/:number/announce', smallBody, mayActOnCertificates, (c) =>
      act(c, announceForm, 'announced', (tx, by, number, told) =>
        announceMeasure(tx, by, number, {
          ...told,
          daysToAnswer: c.var.deps.config.certificates.answerDays,
        }),
      ),
    )
    .post('/campaign/certificates/:number/decide', smallBody, mayActOnCertificates, (c) =>
      act(c, decideForm, undefined, (tx, by, number, told) =>
        told.decision === 'drop'
          ? dropAnnouncement(tx, by, number, told.grounds)
          : carryOutMeasure(tx, by, number, told.grounds),
      ),
    )
    .post('/campaign/certificates/:number/reinstate', smallBody, mayActOnCertificates, (c) =>
      act(c, reinstateForm, 'reinstated', (tx, by, number, { reason }) =>
        reinstateCertificate(tx, by, number, reason),
      ),
    );
}

/** Every act goes the same way: check the form, act, and show the certificate again with a notice. */
async function act<Schema extends z.ZodType>(
  c: Context<CampaignEnv>,
  schema: Schema,
  done: string | undefined,
  action: (
    tx: Transaction,
    by: StandingAct,
    number: CertificateNumber,
    told: z.output<Schema>,
  ) => Promise<Outcome<CertificateStanding, StandingRefusal>>,
): Promise<Response> {
  const { deps, acting } = c.var;
  const fields = await readForm(c);
  const form = parseForm(schema, fields);
  if (!form.ok) return show(c, { fields, errors: form.errors });
  const number = askedNumber(c);
  const outcome = await actingAs(deps.db.app, acting, (tx) =>
    action(tx, personAct(c.var), number, form.value),
  );
  if (!outcome.ok) {
    if (outcome.refusal.code === 'certificate-not-found') throw new NotFound();
    return show(c, { fields, errors: { form: standingRefusalSentence(outcome.refusal) } });
  }
  deps.mailPosted();
  const notice = done ?? noticeAfter(outcome.value, sentText(fields, 'decision'));
  return c.redirect(`/campaign/certificates/${number}?done=${notice}`, 303);
}

function noticeAfter(standing: CertificateStanding, decision: string): string {
  return decision === 'carry-out' ? standing.is : 'dropped';
}

function askedNumber(c: Context<CampaignEnv>): CertificateNumber {
  const number = readCertificateNumber(c.req.param('number') ?? '');
  if (!number) throw new NotFound();
  return number;
}

async function show(
  c: Context<CampaignEnv>,
  refused: { readonly fields?: FormFields; readonly errors?: FormErrors },
): Promise<Response> {
  const { deps, acting, viewer } = c.var;
  const number = askedNumber(c);
  const found = await actingAs(deps.db.app, acting, async (tx) => {
    const certificate = await findCertificate(tx, number);
    if (!certificate) throw new NotFound();
    const agency = await agencyById(tx, certificate.agency);
    return {
      certificate,
      agency,
      today: dayIn(agency.timeZone, deps.now()),
      events: await certificateEvents(tx, number),
      checkIns: await listCheckIns(tx, number),
      isTied: await isTiedTo(tx, viewer.person, certificate.agency),
    };
  });
  const { fields = {}, errors } = refused;
  const values = Object.fromEntries(Object.keys(fields).map((name) => [name, sentText(fields, name)]));
  if (errors) c.status(422);
  return c.render(
    <CampaignCertificatePage
      {...found}
      roles={viewer.campaignRoles}
      viewer={viewer.person}
      answerDays={deps.config.certificates.answerDays}
      values={values}
      errors={errors}
      notice={notices[c.req.query('done') ?? '']}
    />,
  );
}
