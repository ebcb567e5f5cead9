import { Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import { findStoredFile } from '../files/file-actions.ts';
import type { AppEnv } from '../http/environment.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { mayReview } from '../review/review-access.ts';
import { findFrozenReview } from '../review/review-file-actions.ts';
import type { SubmissionId } from '../review/submission.ts';
import { thaw } from '../snapshot/snapshot.ts';
import { sandboxedFile } from './sandboxed-file-routes.ts';
import { isViewed } from './viewed-document.ts';

/** Evidence as it is seen in a frame; everything a browser can't show is downloaded instead. */
export function documentViewRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/campaign/reviews/:id/documents/:file/view', mayReview, async (c) => {
    const { deps, acting } = c.var;
    const id = pathId<SubmissionId>(c, 'id');
    const asked = c.req.param('file');
    const file = await actingAs(deps.db.app, acting, async (tx) => {
      const submission = await findFrozenReview(tx, id);
      // Only what the snapshot names: what the agency adds later is not part of this decision.
      const named =
        submission && thaw(submission.snapshotText).documents.find((document) => document.file === asked);
      const stored = named && (await findStoredFile(tx, submission.agency, asked));
      return stored && { ...stored, title: named.title };
    });
    if (!file || !isViewed(file.mediaType)) throw new NotFound();
    return sandboxedFile(deps.files, { ...file, mediaType: file.mediaType });
  });

  return routes;
}
