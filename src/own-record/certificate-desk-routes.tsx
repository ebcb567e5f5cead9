import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { serveFile } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import {
  confirmCertificate,
  findCertificate,
  listCertificates,
  returnCertificate,
} from './certificate-actions.ts';
import { certificateDeskContent as content } from './certificate-desk-content.ts';
import { readCertificateForm, sentCertificate, valuesOfCertificate } from './certificate-form.ts';
import { CertificatePage, CertificateQueuePage } from './certificate-pages.tsx';
import { mayConfirmCertificates } from './own-record-access.ts';
import { certificateRefusalSentence } from './own-record-content.ts';
import type {
  CertificateRefusal,
  SubmittedCertificate,
  SubmittedCertificateId,
} from './submitted-certificate.ts';

const pageSize = 50;
const notices: Readonly<Record<string, string>> = content.notices;
const queueQuery = z.object({
  state: z.enum(['submitted', 'confirmed', 'returned', 'taken-back']).catch('submitted'),
  search: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

type DeskContext = Context<AgencyEnv>;

/** The certificates that people sent in: seen, confirmed and returned. */
export function certificateDeskRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/training/certificates';

  routes.get(base, mayConfirmCertificates, async (c) => {
    const { agency, acting, deps } = c.var;
    const query = queueQuery.parse(c.req.query());
    const offset = (query.page - 1) * pageSize;
    const found = await actingAs(deps.db.app, acting, (tx) =>
      listCertificates(tx, agency.id, { ...query, limit: pageSize, offset }),
    );
    const { pathname, search } = new URL(c.req.url);
    const notice = notices[c.req.query('done') ?? ''];
    return c.render(
      <CertificateQueuePage
        agency={agency}
        {...found}
        {...query}
        {...{ pageSize, notice }}
        href={pathname + search}
      />,
    );
  });

  routes.get(`${base}/:id`, mayConfirmCertificates, async (c) => {
    const certificate = await certificateAt(c);
    const values = valuesOfCertificate(certificate.facts);
    return c.render(<CertificatePage agency={c.var.agency} {...{ certificate, values }} reason="" />);
  });

  routes.get(`${base}/:id/file`, mayConfirmCertificates, async (c) => {
    const { file } = await certificateAt(c);
    return serveFile(c.var.deps.files, file);
  });

  routes.post(`${base}/:id/confirm`, mayConfirmCertificates, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const certificate = await certificateAt(c);
    const fields = await readForm(c);
    const values = sentCertificate(fields);
    const form = readCertificateForm(fields, dayIn(agency.timeZone, deps.now()));
    if (!form.ok) return refuse(c, { certificate, values, reason: '', errors: form.errors });
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      confirmCertificate(tx, agencyAct(c.var), certificate.id, form.value),
    );
    if (outcome.ok || isSettledSo(outcome.refusal, 'confirmed')) return finish(c, 'confirmed');
    const errors = { form: certificateRefusalSentence(outcome.refusal) };
    return refuse(c, { certificate: await certificateAt(c), values, reason: '', errors });
  });

  routes.post(`${base}/:id/return`, mayConfirmCertificates, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const certificate = await certificateAt(c);
    const values = valuesOfCertificate(certificate.facts);
    const reason = sentText(await readForm(c), 'reason')
      .trim()
      .slice(0, 1000);
    if (reason === '')
      return refuse(c, { certificate, values, reason, errors: { reason: content.one.reasonMissing } });
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      returnCertificate(tx, agencyAct(c.var), certificate.id, reason),
    );
    if (outcome.ok || isSettledSo(outcome.refusal, 'returned')) return finish(c, 'returned');
    const errors = { form: certificateRefusalSentence(outcome.refusal) };
    return refuse(c, { certificate: await certificateAt(c), values, reason, errors });
  });

  return routes;
}

/** Pressed twice, or by two people at once, it is settled once: both see it so. */
function isSettledSo(refusal: CertificateRefusal, state: 'confirmed' | 'returned'): boolean {
  return refusal.code === 'certificate-closed' && refusal.state === state;
}

/** Mail goes out, and the officer comes back to what still waits. */
function finish(c: DeskContext, done: 'confirmed' | 'returned'): Response {
  c.var.deps.mailPosted();
  return c.redirect(`/workspace/${c.var.agency.slug}/training/certificates?done=${done}`, 303);
}

interface Refused {
  readonly certificate: SubmittedCertificate;
  readonly values: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly errors: FormErrors;
}

function refuse(c: DeskContext, refused: Refused) {
  c.status(422);
  return c.render(<CertificatePage agency={c.var.agency} {...refused} />);
}

async function certificateAt(c: DeskContext): Promise<SubmittedCertificate> {
  const { agency, acting, deps } = c.var;
  const id = pathId<SubmittedCertificateId>(c, 'id');
  const found = await actingAs(deps.db.app, acting, (tx) => findCertificate(tx, agency.id, id));
  if (!found) throw new NotFound();
  return found;
}
