import type { Context } from 'hono';
import { z } from 'zod';
import { type Acting, type AgencyId, actingAs } from '../database/acting.ts';
import { attachmentNamed } from '../files/serve-file.ts';
import type { Deps } from '../http/environment.ts';
import { NotFound } from '../http/refused-request.ts';
import type { SubmissionId } from '../review/submission.ts';
import { snapshotFile } from './snapshot-file-actions.ts';

/** What is asked of a list of sampled records. */
export const placesQuery = z.object({
  state: z.enum(['all', 'wanted', 'shown', 'accepted', 'failed']).catch('all'),
  search: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** The place in the path; what is no number names nothing: 404. */
export function placeIn(c: Context): number {
  const place = z.coerce.number().int().min(1).max(1_000_000).safeParse(c.req.param('place'));
  if (!place.success) throw new NotFound();
  return place.data;
}

/** Answers with the published file of a submission; for an agency only with its own. */
export async function snapshotDownload(
  { deps, acting }: { readonly deps: Deps; readonly acting: Acting },
  id: SubmissionId,
  agency?: AgencyId,
): Promise<Response> {
  const file = await actingAs(deps.db.app, acting, (tx) => snapshotFile(tx, id));
  if (!file || (agency !== undefined && file.submission.agency !== agency)) throw new NotFound();
  const name = `one-mind-snapshot-${file.submission.sha256.slice(0, 12)}.json`;
  return new Response(file.text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': attachmentNamed(name),
      'cache-control': 'private, no-store',
    },
  });
}
