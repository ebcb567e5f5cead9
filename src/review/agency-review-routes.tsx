import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { type Requirement, requirements } from '../campaign-rules/campaign-requirement.ts';
import { certificateFacts, letterFacts, readCertificateNumber } from '../certification/certificate.ts';
import {
  certificateStandings,
  findAcknowledgment,
  findCertificate,
  listCertificates,
  standingAt,
} from '../certification/certification-actions.ts';
import { isHandedOut } from '../certification/handed-out.ts';
import { WithheldPage, withheldStatus } from '../certification/withheld-page.tsx';
import { actingAs } from '../database/acting.ts';
import { signedCertificate, signedLetter } from '../documents/signed-documents.ts';
import { TypesettingError } from '../documents/typesetter.ts';
import { attachmentNamed } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound, UnusableRequest } from '../http/refused-request.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import { pledgeOf } from '../pledge/pledge-actions.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import { type FormErrors, hasErrors } from '../uswds/form-errors.ts';
import { standingOf } from '../workspace/standing-actions.ts';
import { AgencyReviewPage, answerField } from './agency-review-page.tsx';
import { listAppeals } from './appeal-actions.ts';
import { mayReadReviews, maySubmit } from './review-access.ts';
import { agencyReviewContent as content, submitRefusalSentence } from './review-content.ts';
import { longestText, requestsOf, roundsUnder } from './submission.ts';
import { listSubmissions } from './submission-store.ts';
import { mayBeCertifiedAgain, submitForReview, takeBackSubmission } from './submit-actions.ts';

const notices: Readonly<Record<string, string>> = content.notices;

const papers: ReadonlySet<string> = new Set(['certificate.pdf', 'certificate-wall.pdf', 'letter.pdf']);

/** The agency's side of the review: send in, take back, read the decisions, download certificate and letter. */
export function agencyReviewRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/review', mayReadReviews, (c) =>
    show(c, { values: {}, errors: {}, notice: notices[c.req.query('done') ?? ''] }),
  );

  routes.post('/workspace/:agency/review', maySubmit, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const fields = await readForm(c);
    const values = Object.fromEntries(Object.keys(fields).map((name) => [name, sentText(fields, name)]));
    const asked = await actingAs(deps.db.app, acting, async (tx) => {
      const pledge = await pledgeOf(tx, agency.id);
      return requestsOf(roundsUnder(pledge?.id, await listSubmissions(tx, agency.id)));
    });
    const errors = faultsIn(fields, [...asked.keys()]);
    if (hasErrors(errors)) return show(c, { values, errors, notice: undefined });
    await takeMailAttempts(deps.db.app, viewer.person);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      submitForReview(tx, agencyAct(c.var), {
        note: sentText(fields, 'note').trim(),
        answers: new Map(requirements.map((name) => [name, sentText(fields, answerField(name)).trim()])),
      }),
    );
    if (!outcome.ok)
      return show(c, { values, errors: { form: submitRefusalSentence(outcome.refusal) }, notice: undefined });
    deps.mailPosted();
    return c.redirect(`/workspace/${agency.slug}/review?done=sent`, 303);
  });

  routes.post('/workspace/:agency/review/:id/take-back', maySubmit, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const id = c.req.param('id');
    if (!z.uuid().safeParse(id).success) throw new NotFound();
    const outcome = await actingAs(deps.db.app, acting, (tx) => takeBackSubmission(tx, agencyAct(c.var), id));
    if (!outcome.ok && outcome.refusal.code === 'submission-not-found') throw new NotFound();
    if (!outcome.ok) {
      const errors = { form: content.takeBackTooLate };
      return show(c, { values: {}, errors, notice: undefined });
    }
    return c.redirect(`/workspace/${agency.slug}/review?done=taken-back`, 303);
  });

  routes.get('/workspace/:agency/review/certificates/:number/:document', mayReadReviews, async (c) => {
    const { agency, acting, deps } = c.var;
    const number = readCertificateNumber(c.req.param('number'));
    if (!number) throw new NotFound();
    const document = c.req.param('document');
    if (!papers.has(document)) throw new NotFound();
    const { certificate, letter, standing } = await actingAs(deps.db.app, acting, async (tx) => {
      const certificate = await findCertificate(tx, number);
      if (certificate?.agency !== agency.id) throw new NotFound();
      const standing = await standingAt(tx, certificate, dayIn(agency.timeZone, deps.now()));
      return { certificate, standing, letter: await findAcknowledgment(tx, number) };
    });
    if (!letter) throw new NotFound();
    if (!isHandedOut(document === 'letter.pdf' ? 'letter' : 'certificate', standing)) {
      c.status(withheldStatus(standing));
      return c.render(<WithheldPage agency={agency} asked="papers" standing={standing} />);
    }
    const { siteUrl } = deps.config;
    const facts = certificateFacts(certificate, siteUrl);
    switch (document) {
      case 'certificate.pdf':
        return pdf(`${number}.pdf`, await asPrinted(signedCertificate(deps, facts)));
      case 'certificate-wall.pdf':
        return pdf(`${number}-wall.pdf`, await asPrinted(signedCertificate(deps, facts, 'wall')));
      case 'letter.pdf': {
        const made = signedLetter(deps, letterFacts(certificate, letter, siteUrl));
        return pdf(`${number}-letter.pdf`, await asPrinted(made));
      }
      default:
        throw new NotFound();
    }
  });

  return routes;
}

/** A name in a script that no font of the templates has, or one that outgrows its page: words instead of a failure. */
async function asPrinted(document: Promise<Uint8Array>): Promise<Uint8Array> {
  return document.catch((error: unknown) => {
    if (error instanceof TypesettingError) throw new UnusableRequest(422, content.unprintable);
    throw error;
  });
}

async function show(
  c: Context<AgencyEnv>,
  shown: {
    readonly values: Readonly<Record<string, string>>;
    readonly errors: FormErrors;
    readonly notice: string | undefined;
  },
) {
  const { agency, acting, deps } = c.var;
  const today = dayIn(agency.timeZone, deps.now());
  const page = await actingAs(deps.db.app, acting, async (tx) => {
    const certificates = await listCertificates(tx, agency.id);
    const numbers = certificates.map(({ number }) => number);
    return {
      standing: await standingOf(tx, agency.id, today),
      pledge: await pledgeOf(tx, agency.id),
      submissions: await listSubmissions(tx, agency.id),
      certificates,
      standings: await certificateStandings(tx, numbers),
      mayRenew: await mayBeCertifiedAgain(tx, { agency: agency.id, now: deps.now() }),
      appeals: await listAppeals(tx, agency.id),
    };
  });
  if (hasErrors(shown.errors)) c.status(422);
  const may = agency.roles.some((role) => role === 'coordinator' || role === 'executive');
  return c.render(
    <AgencyReviewPage {...page} {...shown} agency={agency} limits={deps.config.review} maySubmit={may} />,
  );
}

function faultsIn(fields: FormFields, asked: readonly Requirement[]): FormErrors {
  const errors: Record<string, string> = {};
  for (const requirement of requirements) {
    const answer = sentText(fields, answerField(requirement)).trim();
    if (answer === '' && asked.includes(requirement)) {
      errors[answerField(requirement)] = content.answerMissing;
    }
    if (answer.length > longestText) errors[answerField(requirement)] = content.tooLong;
  }
  if (sentText(fields, 'note').trim().length > longestText) errors.note = content.tooLong;
  return errors;
}

function pdf(name: string, content: Uint8Array): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': attachmentNamed(name),
      'cache-control': 'private, no-store',
    },
  });
}
