import { type Context, Hono } from 'hono';
import { ownAsked } from '../acknowledgment/own-acknowledgment-actions.ts';
import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { type Acting, actingAs } from '../database/acting.ts';
import { admitDocumentOf, intakeRefusalSentence } from '../files/document-intake.ts';
import { documentSizeLimit } from '../files/file-kind.ts';
import { serveFile } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import type { FormFields } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { receiveUpload } from '../http/upload.ts';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { findCertificate, submitCertificate, takeBackCertificate } from './certificate-actions.ts';
import { readCertificateForm, sentCertificate } from './certificate-form.ts';
import { certificateKinds } from './certificate-kinds.ts';
import { MyTrainingPage } from './my-training-page.tsx';
import { maySeeOwnRecord } from './own-record-access.ts';
import { ownRecordOf } from './own-record-actions.ts';
import { certificateRefusalSentence, ownRecordContent as content } from './own-record-content.ts';
import { findStaffOf } from './staff-account-actions.ts';
import { SubmitCertificatePage } from './submit-certificate-page.tsx';
import type { SubmittedCertificateId } from './submitted-certificate.ts';

const notices: Readonly<Record<string, string>> = content.notices;

type OwnContext = Context<AgencyEnv>;

/** A person's own training, and the certificates they send in. What is shown is read as that person, never as the agency. */
export function myTrainingRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/my-training';

  routes.get(base, maySeeOwnRecord, async (c) => {
    const { agency, deps, viewer } = c.var;
    const who = { agency: agency.id, person: viewer.person };
    const own = await ownRecordOf(deps.db.app, who, todayOf(c));
    const asked = await ownAsked(deps.db.app, who, todayOf(c));
    const notice = notices[c.req.query('done') ?? ''];
    return c.render(<MyTrainingPage agency={agency} own={own} asked={asked} notice={notice} />);
  });

  routes.get(`${base}/certificates/new`, maySeeOwnRecord, async (c) => {
    const { agency, deps, viewer } = c.var;
    const staff = await actingAs(deps.db.app, oneself(c), (tx) => findStaffOf(tx, agency.id, viewer.person));
    // The own page says what to do about an account that is not linked.
    if (!staff) return c.redirect(ownPath(c), 303);
    return c.render(<SubmitCertificatePage agency={agency} values={{}} />);
  });

  routes.post(`${base}/certificates/new`, maySeeOwnRecord, async (c) => {
    const { agency, deps, viewer } = c.var;
    const upload = await receiveUpload(c, { fileSize: documentSizeLimit, files: 1 });
    try {
      const form = readCertificateForm(upload.fields, todayOf(c));
      const received = upload.files.find(({ field }) => field === 'file');
      const file = await admitDocumentOf(deps, certificateKinds, received);
      if (!form.ok || !file.ok) {
        const fileError = file.ok ? {} : { file: intakeRefusalSentence(certificateKinds, file.refusal) };
        return showForm(c, upload.fields, { ...fileError, ...(form.ok ? {} : form.errors) });
      }
      const act = { agency: agency.id, person: viewer.person };
      const outcome = await actingAs(deps.db.app, oneself(c), (tx) =>
        submitCertificate(tx, act, form.value, file.value),
      );
      if (!outcome.ok)
        return showForm(c, upload.fields, { form: certificateRefusalSentence(outcome.refusal) });
      return c.redirect(`${ownPath(c)}?done=submitted`, 303);
    } finally {
      await upload.discard();
    }
  });

  routes.get(`${base}/certificates/:id/file`, maySeeOwnRecord, async (c) => {
    const { agency, deps } = c.var;
    const id = pathId<SubmittedCertificateId>(c, 'id');
    const found = await actingAs(deps.db.app, oneself(c), (tx) => findCertificate(tx, agency.id, id));
    if (!found) throw new NotFound();
    return serveFile(deps.files, found.file);
  });

  routes.post(`${base}/certificates/:id/take-back`, maySeeOwnRecord, async (c) => {
    const { agency, deps, viewer } = c.var;
    const id = pathId<SubmittedCertificateId>(c, 'id');
    const act = { agency: agency.id, person: viewer.person };
    const outcome = await actingAs(deps.db.app, oneself(c), (tx) => takeBackCertificate(tx, act, id));
    if (!outcome.ok && outcome.refusal.code === 'certificate-not-found') throw new NotFound();
    // Decided a moment before: the page says how.
    return c.redirect(outcome.ok ? `${ownPath(c)}?done=taken-back` : ownPath(c), 303);
  });

  return routes;
}

/** The viewer acting for themselves: the database then shows their own rows and nobody else's. */
function oneself(c: OwnContext): Acting {
  return { as: 'person', person: c.var.viewer.person };
}

function todayOf(c: OwnContext): CalendarDate {
  return dayIn(c.var.agency.timeZone, c.var.deps.now());
}

function ownPath(c: OwnContext): string {
  return `/workspace/${c.var.agency.slug}/my-training`;
}

function showForm(c: OwnContext, fields: FormFields, errors: FormErrors = noErrors) {
  c.status(422);
  return c.render(
    <SubmitCertificatePage agency={c.var.agency} values={sentCertificate(fields)} errors={errors} />,
  );
}
