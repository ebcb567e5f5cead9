import type { Hono } from 'hono';
import { longDate } from '../calendar/calendar-date.ts';
import { fileImportRoutes } from '../file-import/file-import-routes.tsx';
import type { ImportDesk, PreviewContext, PreviewParts } from '../file-import/import-desk.tsx';
import { count, rowWords } from '../file-import/import-preview-page.tsx';
import { stagedExportRoutes } from '../file-import/staged-export-routes.ts';
import type { AppEnv } from '../http/environment.ts';
import { sentText } from '../http/form.ts';
import { filedName } from '../person-name/person-name.ts';
import { Checkbox } from '../uswds/checkbox.tsx';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { type Column, Table } from '../uswds/table.tsx';
import { rankText } from './person-page-content.ts';
import { mayChangeRoster } from './roster-access.ts';
import { listRosterChanges, type StagedChange } from './roster-change-store.ts';
import { rosterFields } from './roster-columns.ts';
import { type RosterImportTypes, rosterChangeKinds } from './roster-import.ts';
import { rosterImport } from './roster-import-actions.ts';
import { factWords, rosterImportWords as words } from './roster-import-content.ts';
import { kindWords } from './roster-page-content.ts';
import { remarkSentence } from './roster-remarks.ts';
import { stagedRosterExport } from './staged-export-actions.ts';

/** Where people import rosters: upload, columns, changes, commit, undo. */
export function rosterImportRoutes(): Hono<AppEnv> {
  const routes = fileImportRoutes(rosterDesk);
  routes.route('/', stagedExportRoutes(stagedRosterExport, mayChangeRoster));
  return routes;
}

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
  readChoice: (fields) => ({ separateMissing: sentText(fields, 'separateMissing') === 'yes' }),
  changesNothing: ({ counts }) =>
    rosterChangeKinds.every((kind) => kind === 'unchanged' || counts[kind] === 0),
  preview: rosterPreview,
};

async function rosterPreview({
  tx,
  agency,
  found,
  report,
  shown,
}: PreviewContext<RosterImportTypes>): Promise<PreviewParts> {
  const { changes, total } = await listRosterChanges(tx, agency, found.id, shown);
  return {
    total,
    summary: (
      <p>
        {found.file.name}: {rowWords(report.rowsRead)} read,{' '}
        {report.people === 1 ? '1 person' : `${count(report.people)} people`}.
        {report.rowsFolded > 0 ? ` ${words.list.folded(report.rowsFolded)}` : ''}
        {report.rowsToLookAt ? ` ${words.list.toLookAt(report.rowsToLookAt)}` : ''}
      </p>
    ),
    rows: (
      <Table
        caption={words.kinds[shown.kind]}
        captionHidden
        rows={changes}
        empty={<p>{words.list.none}</p>}
        columns={columns}
      />
    ),
    choices:
      report.counts.missing > 0 ? (
        <Checkbox
          name="separateMissing"
          label={words.list.separateMissing(report.counts.missing)}
          checked={false}
        />
      ) : undefined,
  };
}

const columns: readonly Column<StagedChange>[] = [
  { heading: 'Row', numeric: true, cell: (change) => change.row ?? '' },
  { heading: 'Person', rowHeader: true, cell: (change) => filedName(change.facts.name) },
  { heading: 'Number', cell: (change) => change.facts.employeeNumber || change.facts.badge },
  { heading: 'Rank or title', cell: (change) => rankText(change.facts) },
  { heading: 'Unit', cell: (change) => change.facts.unit },
  { heading: 'Sworn or job', cell: (change) => (isDecided(change) ? kindWords(change.facts) : '') },
  { heading: 'Hired', cell: ({ facts: { hiredOn } }) => (hiredOn ? longDate(hiredOn) : '') },
  { heading: 'What', cell: (change) => <WhatChanges change={change} /> },
];

function isDecided({ kind }: StagedChange): boolean {
  return kind !== 'undecided' && kind !== 'refused';
}

function WhatChanges({ change }: { change: StagedChange }) {
  const { kind, facts } = change;
  const remark = remarkSentence(change.remark);
  return (
    <>
      {change.differences.map(([field, before, after]) => (
        <div>
          {factWords[field] ?? field}: {before ? <del>{before}</del> : null} <ins>{after || 'none'}</ins>
        </div>
      ))}
      {kind === 'added' && facts.separatedOn ? <div>Left on {longDate(facts.separatedOn)}.</div> : null}
      {remark ? <div class="om-quiet">{remark}</div> : null}
    </>
  );
}
