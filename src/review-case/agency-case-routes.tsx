import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { attachmentNamed } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import { mayReadReviews, maySubmit } from '../review/review-access.ts';
import type { SubmissionId } from '../review/submission.ts';
import { snapshotFile } from '../snapshot/snapshot-file-actions.ts';
import { zipOf } from '../table-export/zip-writer.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import { type FormErrors, hasErrors } from '../uswds/form-errors.ts';
import { AgencyCasePage } from './agency-case-page.tsx';
import { type CaseSources, caseEntries } from './case-archive.ts';
import type { CaseFile } from './case-file.ts';
import { caseFile } from './case-file-actions.ts';
import { caseFileContent } from './case-file-content.ts';
import { CaseIndexPage } from './case-index-page.tsx';
import { writeToReviewers } from './message-actions.ts';
import { messageRefusalSentence } from './message-content.ts';

const notices: Readonly<Record<string, string>> = caseFileContent.notices;

/** The agency's own case: to read, to write about, to take along. */
export function agencyCaseRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/review/cases/:case', mayReadReviews, (c) => show(c, '', {}));

  routes.post('/workspace/:agency/review/cases/:case', maySubmit, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const caseId = pathId<SubmissionId>(c, 'case');
    const text = sentText(await readForm(c), 'text').trim();
    await takeMailAttempts(deps.db.app, viewer.person);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      writeToReviewers(tx, agencyAct(c.var), { caseId, text }),
    );
    if (!outcome.ok) {
      if (outcome.refusal.code === 'case-not-found') throw new NotFound();
      return show(c, text, { text: messageRefusalSentence(outcome.refusal) });
    }
    deps.mailPosted();
    return c.redirect(`/workspace/${agency.slug}/review/cases/${caseId}?done=sent#messages`, 303);
  });

  routes.get('/workspace/:agency/review/cases/:case/case.zip', mayReadReviews, async (c) => {
    const { deps, agency, requestId } = c.var;
    const file = await fileOf(c);
    const today = dayIn(agency.timeZone, deps.now());
    const page = `<!doctype html>${<CaseIndexPage file={file} campaign={deps.config.campaign.name} today={today} />}`;
    const sources: CaseSources = {
      document: (sha256) => deps.files.open(sha256),
      published: async (id) =>
        (await actingAs(deps.db.app, c.var.acting, (tx) => snapshotFile(tx, id)))?.text,
    };
    const archive = Readable.from(zipOf(caseEntries(file, page, sources)), { objectMode: false });
    archive.on('error', (error) => deps.log.error({ err: error, requestId }, 'case download broke off'));
    return new Response(Readable.toWeb(archive) as ReadableStream, {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': attachmentNamed(`${agency.slug}-review-${today}.zip`),
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, no-store',
      },
    });
  });

  return routes;
}

async function fileOf(c: Context<AgencyEnv>): Promise<CaseFile> {
  const { agency, acting, deps } = c.var;
  const id = pathId<SubmissionId>(c, 'case');
  const file = await actingAs(deps.db.app, acting, (tx) => caseFile(tx, agency.id, id));
  if (!file) throw new NotFound();
  return file;
}

async function show(c: Context<AgencyEnv>, text: string, errors: FormErrors) {
  const file = await fileOf(c);
  const { agency } = c.var;
  if (hasErrors(errors)) c.status(422);
  return c.render(
    <AgencyCasePage
      agency={agency}
      file={file}
      mayWrite={agency.roles.some((role) => role === 'coordinator' || role === 'executive')}
      text={text}
      errors={errors}
      notice={notices[c.req.query('done') ?? '']}
    />,
  );
}
