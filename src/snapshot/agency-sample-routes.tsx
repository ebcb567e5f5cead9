import { type Context, Hono } from 'hono';
import { actingAs, type Transaction } from '../database/acting.ts';
import { admitDocumentOf, intakeRefusalSentence } from '../files/document-intake.ts';
import { findStoredFile } from '../files/file-actions.ts';
import { documentSizeLimit } from '../files/file-kind.ts';
import { serveFile } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { receiveUpload } from '../http/upload.ts';
import { certificateKinds } from '../own-record/certificate-kinds.ts';
import type { SubmissionId } from '../review/submission.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import { type FormErrors, hasErrors } from '../uswds/form-errors.ts';
import { AgencySamplePage } from './agency-sample-page.tsx';
import { listReadyProofs, showKeptProofs } from './kept-proof-actions.ts';
import { mayReadSample, mayShowProof } from './sample-access.ts';
import { agencySampleContent as content, sampleRefusalSentence } from './sample-content.ts';
import { findPersonsPlace, listPeoplesPlaces } from './sample-place-store.ts';
import { placeIn, placesQuery, snapshotDownload } from './sample-request-routes.ts';
import { standingOfSubmission } from './sample-standing-actions.ts';
import { findSample, howDrawn } from './sample-store.ts';
import { isProofTaken, type OfferedProof, showProof, wantedOf } from './show-proof-actions.ts';
import { ShowProofPage } from './show-proof-page.tsx';
import { findLatestSampled, findSampledSubmission } from './snapshot-store.ts';

const pageSize = 50;
const notices: Readonly<Record<string, string>> = content.notices;
type SampleContext = Context<AgencyEnv>;

/** The agency's side of a sample: whose records were picked, proof for each, and the published file. */
export function agencySampleRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const record = '/workspace/:agency/review/:submission/sample/:place';

  routes.get('/workspace/:agency/review/sample', mayReadSample, async (c) => {
    const { agency, acting, deps } = c.var;
    const query = placesQuery.parse(c.req.query());
    const found = await actingAs(deps.db.app, acting, async (tx) => {
      const submission = await findLatestSampled(tx, agency.id);
      if (!submission) return undefined;
      const standing = await standingOfSubmission(tx, submission);
      const sample = await findSample(tx, submission);
      const listed = await listPeoplesPlaces(tx, submission, {
        ...query,
        wanted: wantedOf(standing),
        limit: pageSize,
        offset: (query.page - 1) * pageSize,
      });
      const ready = await listReadyProofs(tx, submission, wantedOf(standing));
      return { submission, standing, draw: sample && howDrawn(sample), ready: ready.length, ...listed };
    });
    const { pathname, search } = new URL(c.req.url);
    return c.render(
      <AgencySamplePage
        {...query}
        agency={agency}
        submission={found && { ...found.submission, draw: found.draw }}
        standing={found?.standing ?? { is: 'none' }}
        places={found?.places ?? []}
        total={found?.total ?? 0}
        ready={found?.ready ?? 0}
        pageSize={pageSize}
        href={pathname + search}
        mayShow={mayShow(c)}
        isTaken={found !== undefined && isProofTaken(found.submission.state)}
        notice={notices[c.req.query('done') ?? '']}
      />,
    );
  });

  routes.get(record, mayReadSample, (c) => show(c, {}));

  routes.get(`${record}/proof`, mayReadSample, async (c) => {
    const { agency, acting, deps } = c.var;
    const file = await actingAs(deps.db.app, acting, async (tx) => {
      const { row } = await personsPlaceAt(c, tx);
      return row.proof && findStoredFile(tx, agency.id, row.proof.file);
    });
    if (!file) throw new NotFound();
    return serveFile(deps.files, file);
  });

  routes.post(record, mayShowProof, async (c) => {
    const upload = await receiveUpload(c, { fileSize: documentSizeLimit, files: 1 });
    try {
      const sent = upload.files.find(({ field }) => field === 'file');
      const file = await admitDocumentOf(c.var.deps, certificateKinds, sent);
      if (!file.ok) return await show(c, { file: intakeRefusalSentence(certificateKinds, file.refusal) });
      return await offer(c, { file: file.value });
    } finally {
      await upload.discard();
    }
  });

  routes.post(`${record}/kept`, mayShowProof, smallBody, async (c) =>
    offer(c, { kept: sentText(await readForm(c), 'file') }),
  );

  routes.post('/workspace/:agency/review/:submission/kept-proofs', mayShowProof, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const id = pathId<SubmissionId>(c, 'submission');
    const outcome = await actingAs(deps.db.app, acting, (tx) => showKeptProofs(tx, agencyAct(c.var), id));
    if (!outcome.ok && outcome.refusal.code === 'submission-not-found') throw new NotFound();
    // Nothing may be left to send, or the review ended in the same moment: the page says so.
    const done = outcome.ok && outcome.value > 0 ? '?done=all-sent' : '';
    return c.redirect(`/workspace/${agency.slug}/review/sample${done}`, 303);
  });

  routes.get('/workspace/:agency/review/:submission/snapshot.json', mayReadSample, (c) =>
    snapshotDownload(c.var, pathId<SubmissionId>(c, 'submission'), c.var.agency.id),
  );

  return routes;
}

async function offer(c: SampleContext, offered: OfferedProof) {
  const { agency, acting, deps } = c.var;
  const at = { submission: pathId<SubmissionId>(c, 'submission'), place: placeIn(c) };
  const outcome = await actingAs(deps.db.app, acting, (tx) => showProof(tx, agencyAct(c.var), at, offered));
  if (outcome.ok) return c.redirect(`/workspace/${agency.slug}/review/sample?done=sent`, 303);
  const { code } = outcome.refusal;
  if (code === 'submission-not-found' || code === 'record-not-found') throw new NotFound();
  return show(c, { form: sampleRefusalSentence(outcome.refusal) });
}

async function show(c: SampleContext, errors: FormErrors) {
  const { agency, acting, deps } = c.var;
  const { submission, row } = await actingAs(deps.db.app, acting, (tx) => personsPlaceAt(c, tx));
  if (hasErrors(errors)) c.status(422);
  return c.render(
    <ShowProofPage
      agency={agency}
      submission={submission.id}
      row={row}
      mayShow={mayShow(c)}
      isTaken={isProofTaken(submission.state)}
      errors={errors}
    />,
  );
}

/** The place in the path, when it is asked for: 404 otherwise. */
async function personsPlaceAt(c: SampleContext, tx: Transaction) {
  const submission = await findSampledSubmission(tx, pathId<SubmissionId>(c, 'submission'));
  if (submission?.agency !== c.var.agency.id) throw new NotFound();
  const row = await findPersonsPlace(tx, submission, placeIn(c));
  if (!row || row.place > wantedOf(await standingOfSubmission(tx, submission))) throw new NotFound();
  return { submission, row };
}

function mayShow(c: SampleContext): boolean {
  return c.var.agency.roles.some((role) => role === 'coordinator' || role === 'training-officer');
}
