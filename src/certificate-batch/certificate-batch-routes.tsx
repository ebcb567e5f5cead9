import { setTimeout as pause } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { certificateStandings } from '../certification/certification-actions.ts';
import { actingAs } from '../database/acting.ts';
import { certificateSizes } from '../documents/document-facts.ts';
import { attachmentNamed } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, readForm, sentList, smallBody } from '../http/form.ts';
import type { CampaignEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { type FormErrors, hasErrors, noErrors } from '../uswds/form-errors.ts';
import { typedDate } from '../uswds/typed-date.ts';
import { batchContent } from './batch-download-actions.ts';
import {
  batchForms,
  type CertificateFilter,
  downloadKind,
  listSorts,
  listStandings,
} from './certificate-batch.ts';
import { mayPrintCertificates } from './certificate-batch-access.ts';
import {
  askAgain,
  askedBefore,
  askForBatch,
  findBatchState,
  listBatchParts,
  listIssuedCertificates,
} from './certificate-batch-actions.ts';
import { batchRefusalSentence, progressWords } from './certificate-batch-content.ts';
import { CertificateBatchPage } from './certificate-batch-page.tsx';
import {
  CertificateListPage,
  type CertificateListPageProps,
  type TypedFilter,
} from './certificate-list-page.tsx';

const list = '/campaign/certificates';
const pageSize = 50;
const lookMilliseconds = 500;
/** A page that stays open longer asks anew by itself: browsers reconnect. */
const longestMilliseconds = 10 * 60_000;

const typedFilter = z.object({
  search: z.string().trim().max(100).catch(''),
  region: z.string().max(2).catch(''),
  standing: z.enum(listStandings).catch('valid'),
  from: z.string().max(20).catch(''),
  until: z.string().max(20).catch(''),
});

const listQuery = typedFilter.extend({
  sort: z.enum(listSorts).catch('certified'),
  direction: z.enum(['ascending', 'descending']).catch('descending'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

const batchForm = z.object({
  form: z.enum(batchForms).catch('zip'),
  size: z.enum(certificateSizes).catch('letter'),
});

/** All certificates, and many of them made at once. */
export function certificateBatchRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(list, mayPrintCertificates, (c) =>
      showList(c, c.req.query(), { form: 'zip', size: 'letter', picked: [] }, noErrors),
    )
    .post(`${list}/batches`, mayPrintCertificates, smallBody, async (c) => {
      const { deps, acting, viewer } = c.var;
      const fields = await readForm(c);
      const asked = { ...batchForm.parse(fields), picked: sentList(fields, 'number') };
      const filter = filterOf(typedFilter.parse(fields));
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        askForBatch(tx, viewer.person, { ...asked, filter }),
      );
      if (!outcome.ok) return showList(c, fields, asked, { form: batchRefusalSentence(outcome.refusal) });
      deps.jobPosted();
      return c.redirect(`${list}/batches/${outcome.value}`, 303);
    })
    .get(`${list}/batches/:id`, mayPrintCertificates, async (c) => {
      const { batch, state } = await foundBatch(c);
      const standings = await actingAs(c.var.deps.db.app, c.var.acting, (tx) =>
        certificateStandings(tx, batch.numbers),
      );
      const ended = batch.numbers.filter((number) => standings.get(number)?.is !== 'valid');
      return c.render(
        <CertificateBatchPage roles={c.var.viewer.campaignRoles} batch={batch} state={state} ended={ended} />,
      );
    })
    .get(`${list}/batches/:id/progress`, mayPrintCertificates, async (c) => {
      await foundBatch(c);
      return streamProgress(c);
    })
    .post(`${list}/batches/:id/again`, mayPrintCertificates, smallBody, again)
    .get(`${list}/batches/:id/file`, mayPrintCertificates, download);
}

async function foundBatch(c: Context<CampaignEnv>) {
  const { deps, acting } = c.var;
  const found = await actingAs(deps.db.app, acting, (tx) =>
    findBatchState(tx, pathId(c, 'id'), deps.config.batchKeptDays),
  );
  if (!found) throw new NotFound();
  return found;
}

/** Goes on with work that stopped, or begins anew what was made once and removed. */
async function again(c: Context<CampaignEnv>): Promise<Response> {
  const { deps, acting, viewer } = c.var;
  const { batch, state } = await foundBatch(c);
  if (state.is === 'failed') await askAgain(deps.db, batch, viewer.person);
  const remade =
    state.is === 'removed'
      ? await actingAs(deps.db.app, acting, (tx) => askForBatch(tx, viewer.person, askedBefore(batch)))
      : undefined;
  deps.jobPosted();
  return c.redirect(`${list}/batches/${remade?.ok ? remade.value : batch.id}`, 303);
}

async function download(c: Context<CampaignEnv>): Promise<Response> {
  const { deps, acting } = c.var;
  const { batch, state } = await foundBatch(c);
  if (state.is !== 'done') throw new NotFound();
  const parts = await actingAs(deps.db.app, acting, (tx) => listBatchParts(tx, batch.id));
  const kind = downloadKind(batch);
  const day = batch.askedAt.toISOString().slice(0, 10);
  return new Response(ReadableStream.from(batchContent(deps.files, batch, parts)), {
    headers: {
      'content-type': kind === 'zip' ? 'application/zip' : 'application/pdf',
      'content-disposition': attachmentNamed(`certificates-${day}.${kind}`),
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  });
}

/** Tells the page how far the work is, until it ends. */
function streamProgress(c: Context<CampaignEnv>): Response {
  const until = Date.now() + longestMilliseconds;
  return streamSSE(c, async (stream) => {
    while (!stream.aborted && Date.now() < until) {
      const { state } = await foundBatch(c);
      if (state.is !== 'working') {
        await stream.writeSSE({ event: 'end', data: '{}' });
        return;
      }
      const fraction = state.made === 0 ? undefined : state.made / state.total;
      await stream.writeSSE({
        event: 'progress',
        data: JSON.stringify({ fraction, words: progressWords(state) }),
      });
      await pause(lookMilliseconds);
    }
  });
}

async function showList(
  c: Context<CampaignEnv>,
  sent: FormFields,
  asked: CertificateListPageProps['asked'],
  errors: FormErrors,
) {
  const { deps, acting, viewer } = c.var;
  const query = listQuery.parse(sent);
  const found = await actingAs(deps.db.app, acting, (tx) =>
    listIssuedCertificates(tx, {
      ...filterOf(query),
      sort: query.sort,
      descending: query.direction === 'descending',
      limit: pageSize,
      offset: (query.page - 1) * pageSize,
    }),
  );
  const { search, region, standing, from, until, page, sort, direction } = query;
  if (hasErrors(errors)) c.status(422);
  const address = new URLSearchParams({ search, region, standing, from, until, sort, direction });
  return c.render(
    <CertificateListPage
      roles={viewer.campaignRoles}
      found={found}
      filter={{ search, region, standing, from, until }}
      sort={{ by: sort, direction }}
      page={page}
      pageSize={pageSize}
      href={`${list}?${address}`}
      asked={asked}
      errors={errors}
    />,
  );
}

function filterOf(
  typed: TypedFilter & { readonly standing: CertificateFilter['standing'] },
): CertificateFilter {
  const { search, region, standing } = typed;
  return { search, region, standing, from: typedDate(typed.from), until: typedDate(typed.until) };
}
