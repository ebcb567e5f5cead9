import { type Context, Hono } from 'hono';
import { agencyById } from '../agency/agency-actions.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import { findStoredFile } from '../files/file-actions.ts';
import { serveFile } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { CampaignEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { withOwnFrames } from '../http/security.ts';
import type { SubmissionId } from '../review/submission.ts';
import { sandboxedFile } from '../review-case/sandboxed-file-routes.ts';
import { isViewed } from '../review-case/viewed-document.ts';
import { type FormErrors, hasErrors } from '../uswds/form-errors.ts';
import { CampaignSamplePage } from './campaign-sample-page.tsx';
import { decideProof, mayOpenProofs } from './decide-proof-actions.ts';
import { listTakenBack } from './earlier-draw-store.ts';
import { mayReviewSample } from './sample-access.ts';
import { campaignSampleContent as content, sampleRefusalSentence } from './sample-content.ts';
import { longestWord, type ProofDecision, proofDecisions, type SamplePlace } from './sample-place.ts';
import { findPlace, listPlaces } from './sample-place-store.ts';
import { placeIn, placesQuery, snapshotDownload } from './sample-request-routes.ts';
import { standingOfSubmission } from './sample-standing-actions.ts';
import { findSample, howDrawn, listPlaceStates } from './sample-store.ts';
import { SampledRecordPage } from './sampled-record-page.tsx';
import { wantedOf } from './show-proof-actions.ts';
import { findSampledSubmission, type SampledSubmission } from './snapshot-store.ts';

const pageSize = 50;
const notices: Readonly<Record<string, string>> = content.notices;
type ReviewContext = Context<CampaignEnv>;

/** The campaign's side of a sample: the records, the proof of each, and what was found about it. */
export function campaignSampleRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const list = '/campaign/reviews/:id/sample';
  const record = `${list}/:place`;

  routes.get(list, mayReviewSample, async (c) => {
    const { deps, acting, viewer } = c.var;
    const query = placesQuery.parse(c.req.query());
    const page = await actingAs(deps.db.app, acting, async (tx) => {
      const submission = await submissionAt(c, tx);
      const standing = await standingOfSubmission(tx, submission);
      const sample = await findSample(tx, submission);
      const asked = { wanted: wantedOf(standing), limit: pageSize, offset: (query.page - 1) * pageSize };
      return {
        submission,
        standing,
        draw: sample && howDrawn(sample),
        earlier: await listTakenBack(tx, submission.id),
        agencyName: (await agencyById(tx, submission.agency)).name,
        ...(await listPlaces(tx, submission, { ...query, ...asked })),
      };
    });
    const { pathname, search } = new URL(c.req.url);
    return c.render(
      <CampaignSamplePage
        {...page}
        {...query}
        roles={viewer.campaignRoles}
        pageSize={pageSize}
        href={pathname + search}
        notice={notices[c.req.query('done') ?? '']}
      />,
    );
  });

  routes.get(record, mayReviewSample, withOwnFrames, (c) => show(c, { errors: {} }));

  routes.get(`${record}/proof`, mayReviewSample, async (c) => {
    const { deps, acting } = c.var;
    const file = await actingAs(deps.db.app, acting, async (tx) => {
      const { submission, row } = await placeAt(c, tx);
      return openedProof(tx, submission, row);
    });
    if (!file) throw new NotFound();
    return serveFile(deps.files, file);
  });

  // In a frame of the record's page; what a browser can't show is downloaded instead.
  routes.get(`${record}/proof/view`, mayReviewSample, async (c) => {
    const { deps, acting } = c.var;
    const file = await actingAs(deps.db.app, acting, async (tx) => {
      const { submission, row } = await placeAt(c, tx);
      return openedProof(tx, submission, row);
    });
    if (!file || !isViewed(file.mediaType)) throw new NotFound();
    const title = content.one.proofOf(placeIn(c));
    return sandboxedFile(deps.files, { ...file, mediaType: file.mediaType, title });
  });

  routes.post(record, mayReviewSample, withOwnFrames, smallBody, async (c) => {
    const { deps, acting, viewer } = c.var;
    const fields = await readForm(c);
    const values = { decision: sentText(fields, 'decision'), word: sentText(fields, 'word').trim() };
    const { decision, word } = values;
    const errors = faultsIn(values);
    if (hasErrors(errors) || !isDecision(decision)) return show(c, { errors, values });
    const { siteUrl, campaign } = deps.config;
    const act = { person: viewer.person, now: deps.now(), siteUrl, campaign };
    const at = { submission: pathId<SubmissionId>(c, 'id'), place: placeIn(c) };
    const proof = sentText(fields, 'proof');
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      decideProof(tx, act, at, { proof, decision, word }),
    );
    if (!outcome.ok) {
      const { code } = outcome.refusal;
      if (code === 'submission-not-found' || code === 'record-not-found') throw new NotFound();
      return show(c, { errors: { form: sampleRefusalSentence(outcome.refusal) }, values });
    }
    deps.mailPosted();
    const next = await actingAs(deps.db.app, acting, async (tx) =>
      nextToDecide(tx, await submissionAt(c, tx), at.place),
    );
    const back = `/campaign/reviews/${at.submission}/sample`;
    return c.redirect(next ? `${back}/${next}?done=decided-next` : `${back}?done=decided`, 303);
  });

  routes.get('/campaign/reviews/:id/snapshot.json', mayReviewSample, (c) =>
    snapshotDownload(c.var, pathId<SubmissionId>(c, 'id')),
  );

  return routes;
}

async function show(
  c: ReviewContext,
  shown: {
    readonly errors: FormErrors;
    readonly values?: { readonly decision: string; readonly word: string };
  },
) {
  const { deps, acting, viewer } = c.var;
  const page = await actingAs(deps.db.app, acting, async (tx) => {
    const { submission, row, wanted } = await placeAt(c, tx);
    const proof = await openedProof(tx, submission, row);
    return {
      viewed: isViewed(proof?.mediaType) ? proof.mediaType : undefined,
      submission,
      row,
      next: row.place < wanted ? row.place + 1 : undefined,
      agencyName: (await agencyById(tx, submission.agency)).name,
      mayOpen: await mayOpenProofs(tx, submission),
      mayDecide: submission.state === 'in-review' && submission.reviewer === viewer.person,
    };
  });
  if (hasErrors(shown.errors)) c.status(422);
  return c.render(
    <SampledRecordPage
      {...page}
      {...shown}
      roles={viewer.campaignRoles}
      notice={notices[c.req.query('done') ?? '']}
    />,
  );
}

/** The file of a record's proof, for who may open it. */
async function openedProof(tx: Transaction, submission: SampledSubmission, { proof }: SamplePlace) {
  if (!proof || !(await mayOpenProofs(tx, submission))) return undefined;
  return findStoredFile(tx, submission.agency, proof.file);
}

/** The next place whose proof waits for a decision: those further down first, then from the beginning. */
async function nextToDecide(tx: Transaction, submission: SampledSubmission, decided: number) {
  const wanted = wantedOf(await standingOfSubmission(tx, submission));
  const states = (await listPlaceStates(tx, submission)).slice(0, wanted);
  const waiting = states.flatMap(({ state }, index) => (state === 'shown' ? [index + 1] : []));
  return waiting.find((place) => place > decided) ?? waiting[0];
}

async function submissionAt(c: ReviewContext, tx: Transaction) {
  const submission = await findSampledSubmission(tx, pathId<SubmissionId>(c, 'id'));
  if (!submission) throw new NotFound();
  return submission;
}

/** The place in the path, when it is asked for: 404 otherwise. */
async function placeAt(c: ReviewContext, tx: Transaction) {
  const submission = await submissionAt(c, tx);
  const row = await findPlace(tx, submission, placeIn(c));
  const wanted = wantedOf(await standingOfSubmission(tx, submission));
  if (!row || row.place > wanted) throw new NotFound();
  return { submission, row, wanted };
}

function isDecision(text: string): text is ProofDecision {
  return proofDecisions.some((decision) => decision === text);
}

function faultsIn({ decision, word }: { readonly decision: string; readonly word: string }): FormErrors {
  return {
    ...(isDecision(decision) ? {} : { decision: content.one.decisionMissing }),
    ...(word === '' && isDecision(decision) && decision !== 'accepted'
      ? { word: content.one.wordMissing }
      : {}),
    ...(word.length > longestWord ? { word: content.one.wordLong } : {}),
  };
}
