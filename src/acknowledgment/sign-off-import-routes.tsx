import type { Hono } from 'hono';
import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import { fileImportRoutes } from '../file-import/file-import-routes.tsx';
import type { ImportDesk, PreviewContext, PreviewParts } from '../file-import/import-desk.tsx';
import { rowWords } from '../file-import/import-preview-page.tsx';
import { stagedExportRoutes } from '../file-import/staged-export-routes.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, sentText } from '../http/form.ts';
import { filedName } from '../person-name/person-name.ts';
import { DateField } from '../uswds/date-field.tsx';
import { FormSection } from '../uswds/form.tsx';
import { Table } from '../uswds/table.tsx';
import { typedDate } from '../uswds/typed-date.ts';
import { mayKeepAcknowledgments } from './acknowledgment-access.ts';
import { signOffFields } from './sign-off-columns.ts';
import { signOffDayRoutes } from './sign-off-day-routes.tsx';
import { SignOffDoubtsPart } from './sign-off-doubts.tsx';
import type { SignOffTypes } from './sign-off-import.ts';
import {
  countDoubts,
  firstSigningDay,
  listStagedSignOffs,
  signOffImport,
  stagedSignOffHandout,
} from './sign-off-import-actions.ts';
import { matchWords, remarkWords, signOffWords as words } from './sign-off-import-content.ts';
import { isOpenLate } from './sign-off-late-actions.ts';
import type { StagedSignOff } from './sign-off-store.ts';
import { signOffWhoRoutes } from './sign-off-who-routes.tsx';

/** Where people import a sign-off list: upload, columns, who signed, commit, undo. */
export function signOffImportRoutes(): Hono<AppEnv> {
  const routes = fileImportRoutes(signOffDesk);
  routes.route('/', stagedExportRoutes(stagedSignOffHandout, mayKeepAcknowledgments));
  routes.route('/', signOffWhoRoutes(signOffDesk));
  routes.route('/', signOffDayRoutes(signOffDesk));
  return routes;
}

const signOffDesk: ImportDesk<SignOffTypes> = {
  subject: signOffImport,
  mayImport: mayKeepAcknowledgments,
  words,
  fields: signOffFields.map(({ field }) => field),
  wholeFileFields: (values, errors) => (
    <FormSection heading={words.wholeFile.heading} lead={words.wholeFile.lead}>
      <DateField
        name="signedOn"
        label={words.wholeFile.signedOn}
        value={values.signedOn ?? ''}
        error={errors.signedOn}
      />
    </FormSection>
  ),
  shownFacts: ({ signedOn }) => ({ signedOn: signedOn ?? '' }),
  readFacts: readSignedOn,
  readChoice: () => ({}),
  changesNothing: ({ counts }) => counts.new === 0,
  preview,
};

function readSignedOn(fields: FormFields, today: CalendarDate) {
  const text = sentText(fields, 'signedOn').trim();
  const signedOn = text === '' ? undefined : typedDate(text);
  const isWrong = text !== '' && (signedOn === undefined || signedOn > today);
  return { facts: isWrong ? {} : { signedOn }, errors: isWrong ? { signedOn: words.wholeFile.error } : {} };
}

async function preview(context: PreviewContext<SignOffTypes>): Promise<PreviewParts> {
  const { tx, agency, found, report, shown, path, today } = context;
  const { lines, total } = await listStagedSignOffs(tx, agency, found.id, shown);
  const isOpen = found.state === 'planned' || (await isOpenLate(tx, agency, found, today));
  const counted = isOpen ? await countDoubts(tx, agency, found.id) : { people: 0, days: [] };
  // After the import, what was settled stays so.
  const days = counted.days.filter(({ open }) => found.state === 'planned' || open > 0);
  const firstDay = await firstSigningDay(tx, agency, today);
  return {
    total,
    summary: (
      <>
        <p>
          {found.file.name}: {rowWords(report.rowsRead)} read.
        </p>
        <SignOffDoubtsPart doubts={{ people: counted.people, days }} firstDay={firstDay} path={path} />
      </>
    ),
    rows: <Lines caption={words.kinds[shown.kind]} lines={lines} />,
  };
}

function Lines({ caption, lines }: { caption: string; lines: readonly StagedSignOff[] }) {
  return (
    <Table
      caption={caption}
      captionHidden
      rows={lines}
      empty={<p>{words.list.none}</p>}
      columns={[
        { heading: 'Row', numeric: true, cell: ({ row }) => row },
        {
          heading: 'Person',
          rowHeader: true,
          cell: ({ name, employeeNumber }) => [filedName(name), employeeNumber].filter(Boolean).join(' · '),
        },
        {
          heading: words.fields.signedOn,
          cell: ({ signedOn }) => (signedOn ? longDate(signedOn) : ''),
        },
        { heading: words.fields.version, cell: ({ version }) => version },
        {
          heading: 'What',
          cell: ({ remark, reason, candidates }) => (
            <>
              {remark ? <div>{remarkWords(remark)}</div> : <div>{matchWords(reason)}</div>}
              {candidates.length > 0 ? (
                <div class="om-quiet">
                  {words.list.candidates}: {candidates.join('; ')}
                </div>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}
