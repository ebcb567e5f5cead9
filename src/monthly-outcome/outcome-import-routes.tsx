import { type Context, Hono } from 'hono';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { UnusableRequest } from '../http/refused-request.ts';
import { receiveUpload, type Upload } from '../http/upload.ts';
import { countFile } from './count-file-actions.ts';
import type { CountedFile } from './counted-file.ts';
import { mayChangeOutcomes } from './outcome-access.ts';
import type { CountedCell } from './outcome-counts.ts';
import { previewImport, takeCountsIn } from './outcome-import-actions.ts';
import { outcomeImportContent as content, countRefusalSentence } from './outcome-import-content.ts';
import { OutcomeImportPage, OutcomePreviewPage, uploadMegabytes } from './outcome-import-page.tsx';
import type { FileIs } from './outcome-layout.ts';
import { outcomesPath } from './outcome-page.tsx';
import { openPreview, sealPreview, sealUntil } from './preview-seal.ts';

const limits = { fileSize: uploadMegabytes * 1024 * 1024, files: 1 } as const;

type ImportContext = Context<AgencyEnv>;

/**
 * From a file to counts: the file is on disk while it is counted and gone before the answer; what a person looks at in
 * between are sums of months, sealed into the form they confirm. Nothing of a file is ever in the database.
 */
export function outcomeImportRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const path = '/workspace/:agency/outcomes/import';

  routes.get(path, mayChangeOutcomes, (c) =>
    c.render(<OutcomeImportPage agency={c.var.agency} kind="unsaid" />),
  );

  routes.post(path, mayChangeOutcomes, async (c) => {
    const { agency, deps } = c.var;
    const upload = await uploadOf(c);
    if (!upload) return refuse(c, 'unsaid', content.fileError);
    const kind = kindIn(sentText(upload.fields, 'kind'));
    const [file] = upload.files;
    if (!file) {
      await upload.discard();
      return refuse(c, kind, content.fileError);
    }
    const today = dayIn(agency.timeZone, deps.now());
    const counted = await countFile(file, kind, today).finally(() => upload.discard());
    if (counted.ok) return showPreview(c, counted.value.cells, counted.value);
    const { refusal } = counted;
    c.status(422);
    const errors = { file: countRefusalSentence(file.name, refusal) };
    const personColumns = refusal.code === 'person-columns' ? refusal.columns : [];
    const skipped = refusal.code === 'no-counts' ? refusal.skipped : [];
    return c.render(<OutcomeImportPage {...{ agency, kind, personColumns, skipped, errors }} />);
  });

  routes.post(`${path}/confirm`, mayChangeOutcomes, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const by = { agency: agency.id, person: acting.person };
    const sealed = sentText(await readForm(c), 'counts');
    const preview = openPreview(sealed, deps.config.secret, by, deps.now());
    if (!preview) return refuse(c, 'unsaid', content.stale);
    const outcome = await actingAs(deps.db.app, acting, (tx) => takeCountsIn(tx, agency.id, preview));
    if (!outcome.ok) {
      c.status(409);
      return showPreview(c, preview.cells, undefined);
    }
    const last = preview.cells.at(-1)?.month.slice(0, 4) ?? '';
    return c.redirect(`${outcomesPath(agency)}?done=imported&year=${last}`, 303);
  });

  return routes;
}

async function showPreview(c: ImportContext, cells: readonly CountedCell[], file: CountedFile | undefined) {
  const { agency, acting, deps } = c.var;
  const preview = await actingAs(deps.db.app, acting, (tx) => previewImport(tx, agency.id, cells));
  const { revision } = preview;
  const sealed = sealPreview(
    {
      agency: agency.id,
      person: acting.person,
      revision,
      until: sealUntil(deps.now()),
      cells: preview.cells,
    },
    deps.config.secret,
  );
  return c.render(<OutcomePreviewPage {...{ agency, file, preview, sealed }} />);
}

/** A form that is not multipart at all is one without a file. */
async function uploadOf(c: ImportContext): Promise<Upload | undefined> {
  try {
    return await receiveUpload(c, limits);
  } catch (error) {
    if (error instanceof UnusableRequest && error.status === 415) return undefined;
    throw error;
  }
}

function kindIn(text: string): FileIs {
  return text === 'totals' || text === 'events' ? text : 'unsaid';
}

function refuse(c: ImportContext, kind: FileIs, sentence: string) {
  c.status(422);
  return c.render(<OutcomeImportPage agency={c.var.agency} kind={kind} errors={{ file: sentence }} />);
}
