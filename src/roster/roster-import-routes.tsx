import type { Hono } from 'hono';
import { fileImportRoutes } from '../file-import/file-import-routes.tsx';
import type { ImportDesk, PreviewContext, PreviewParts } from '../file-import/import-desk.tsx';
import { count, rowWords } from '../file-import/import-preview-page.tsx';
import { stagedExportRoutes } from '../file-import/staged-export-routes.ts';
import type { AppEnv } from '../http/environment.ts';
import { sentText } from '../http/form.ts';
import { Checkbox } from '../uswds/checkbox.tsx';
import { RadioGroup } from '../uswds/radio-group.tsx';
import type { EmptyText } from './free-text-fields.ts';
import { identityWords } from './identity-content.ts';
import { identityRoutes } from './identity-routes.tsx';
import { MissingFields, mostExcepted, readMissingChoice } from './missing-choice-part.tsx';
import { mayChangeRoster } from './roster-access.ts';
import { listMissingPeople, listRosterChanges } from './roster-change-store.ts';
import { rosterFields } from './roster-columns.ts';
import { type RosterChangeKind, type RosterImportTypes, rosterChangeKinds } from './roster-import.ts';
import { rosterImport } from './roster-import-actions.ts';
import { rosterImportWords as words } from './roster-import-content.ts';
import { StagedChangeTable } from './staged-change-table.tsx';
import { stagedRosterExport } from './staged-export-actions.ts';

/** Where people import rosters: upload, columns, changes, commit, undo. */
export function rosterImportRoutes(): Hono<AppEnv> {
  const routes = fileImportRoutes(rosterDesk);
  routes.route('/', identityRoutes(rosterDesk));
  routes.route('/', stagedExportRoutes(stagedRosterExport, mayChangeRoster));
  return routes;
}

const changeNothing: ReadonlySet<RosterChangeKind> = new Set(['unchanged', 'refused', 'folded']);

const rosterDesk: ImportDesk<RosterImportTypes> = {
  subject: rosterImport,
  mayImport: mayChangeRoster,
  words,
  fields: rosterFields.map(({ field }) => field),
  wholeFileFields: (values) => (
    <>
      <Checkbox
        name="fullRoster"
        label={words.columns.fullRoster}
        hint={words.columns.fullRosterHint}
        checked={values.fullRoster === 'yes'}
      />
      <RadioGroup
        name="defaultKind"
        label={words.columns.defaultKind}
        hint={words.columns.defaultKindHint}
        value={values.defaultKind ?? ''}
        choices={Object.entries(words.columns.defaultKinds).map(([value, label]) => ({ value, label }))}
      />
    </>
  ),
  shownFacts: ({ fullRoster, defaultKind }) => ({
    fullRoster: fullRoster ? 'yes' : '',
    defaultKind: defaultKind ?? '',
  }),
  readFacts(fields) {
    const kind = sentText(fields, 'defaultKind');
    const fullRoster = sentText(fields, 'fullRoster') === 'yes';
    const defaultKind = kind === 'sworn' || kind === 'non-sworn' ? kind : undefined;
    return { facts: { fullRoster, defaultKind }, errors: {} };
  },
  readChoice: readMissingChoice,
  changesNothing: ({ counts }) =>
    rosterChangeKinds.every((kind) => changeNothing.has(kind) || counts[kind] === 0),
  preview: rosterPreview,
};

async function rosterPreview({
  tx,
  agency,
  found,
  report,
  shown,
  path,
}: PreviewContext<RosterImportTypes>): Promise<PreviewParts> {
  const lookPath = `${path}/look`;
  const missing =
    found.state === 'planned' && report.counts.missing > 0 && report.counts.missing <= mostExcepted
      ? await listMissingPeople(tx, agency, found.id)
      : [];
  const { changes, total } = await listRosterChanges(tx, agency, found.id, shown);
  return {
    total,
    summary: (
      <>
        <p>
          {found.file.name}: {rowWords(report.rowsRead)} read,{' '}
          {report.people === 1 ? '1 person' : `${count(report.people)} people`}.
          {report.rowsFolded > 0 ? ` ${words.list.folded(report.rowsFolded)}` : ''}
          {report.rowsToLookAt ? ` ${words.list.toLookAt(report.rowsToLookAt)}` : ''}{' '}
          {report.rowsToLookAt && found.state === 'planned' ? (
            <a class="usa-link" href={lookPath}>
              {identityWords.look.link(report.rowsToLookAt)}
            </a>
          ) : null}
        </p>
        <EmptyTextNote texts={report.emptyTexts ?? []} />
      </>
    ),
    rows: (
      <StagedChangeTable
        caption={words.kinds[shown.kind]}
        changes={changes}
        saysKind={shown.toLookAt === true}
        answers={found.state === 'planned' ? lookPath : undefined}
      />
    ),
    choices:
      report.counts.missing > 0 ? (
        <MissingFields people={missing} total={report.counts.missing} />
      ) : undefined,
  };
}

/** Which texts were read as blank, so that nobody wonders where they went. */
function EmptyTextNote({ texts }: { texts: readonly EmptyText[] }) {
  if (texts.length === 0) return null;
  return (
    <p class="om-quiet">
      {words.list.emptyTexts}{' '}
      {texts
        .map(({ field, text, rows }) => `“${text}” in ${words.fields[field]} (${rowWords(rows)})`)
        .join(', ')}
      .
    </p>
  );
}
