import type { AgencyPlace } from '../identity/viewer.ts';
import type { CellTrouble } from '../spreadsheet/cell-trouble.ts';
import { troubleSentence } from '../spreadsheet/reading-fact-content.ts';
import { DownloadLinks } from '../table-export/download-links.tsx';
import { Alert } from '../uswds/alert.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { type FileImport, type ImportTypes, isOpen, type UndoRefusal } from './file-import.ts';
import { importContent, takenSentence } from './file-import-content.ts';
import { ImportActs } from './import-acts.tsx';
import type { ImportDesk, PreviewParts, ShownRows } from './import-desk.tsx';
import { type EarlierImport, ImportedFilePart, SameFileNotice } from './import-file-part.tsx';
import { importPlaces } from './import-place.ts';
import { toLookAtName } from './import-subject.ts';

const content = importContent.preview;

export interface ImportPreviewPageProps<T extends ImportTypes> {
  readonly agency: AgencyPlace;
  readonly desk: ImportDesk<T>;
  readonly found: FileImport<T>;
  readonly report: T['report'];
  readonly parts: PreviewParts;
  readonly shown: ShownRows<T['kind']>;
  readonly page: number;
  /** The day until which the file is kept if nobody carries the import out. */
  readonly keptUntil: string;
  /** A moment as the agency's clocks show it. */
  readonly moment: (moment: Date) => string;
  readonly earlier: EarlierImport | undefined;
  readonly undoRefusal: UndoRefusal | undefined;
  readonly notice?: string | undefined;
  readonly errors?: FormErrors;
}

/** What an import would do, or did: counts by kind, the rows of one kind, and what can be done about it. */
export function ImportPreviewPage<T extends ImportTypes>(props: ImportPreviewPageProps<T>) {
  const { agency, desk, found, report, parts, notice, errors = noErrors } = props;
  const { section } = importPlaces[desk.subject.name];
  return (
    <WorkspacePage
      agency={agency}
      here={section}
      title={desk.words.preview.title}
      lead={leadOf(props)}
      errors={errors}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      trail={[sectionLink(agency, section)]}
    >
      <SameFileNotice earlier={props.earlier} />
      {parts.summary}
      <Troubles troubles={report.troubles ?? []} />
      <KindLinks {...props} />
      <Section heading={`${kindWords(props)}: ${count(countShown(props))}`}>
        {kindNote(props)}
        <Rows {...props} />
      </Section>
      <DoubtfulDates {...props} />
      {parts.more}
      <ImportActs {...props} choices={parts.choices} />
      {isOpen(found) ? <p class="om-quiet">{importContent.keptUntil(props.keptUntil)}</p> : null}
      <ImportedFilePart path={importPath(props)} found={found} />
    </WorkspacePage>
  );
}

/** What is wrong in the file itself, so that somebody exports it again. */
function Troubles({ troubles }: { troubles: readonly CellTrouble[] }) {
  if (troubles.length === 0) return null;
  return (
    <Alert kind="warning">
      {troubles.map((trouble) => (
        <div>{troubleSentence(trouble)}</div>
      ))}
    </Alert>
  );
}

function leadOf<T extends ImportTypes>({ desk, found, report, moment }: ImportPreviewPageProps<T>): string {
  if (found.undoneAt) return content.wasUndone(moment(found.undoneAt));
  if (found.committedAt) return content.imported(moment(found.committedAt), found.committedBy ?? '');
  return desk.changesNothing(report) ? desk.words.preview.nothing : desk.words.preview.lead;
}

function kindWords<T extends ImportTypes>({ desk, shown }: ImportPreviewPageProps<T>): string {
  if (shown.toLookAt) return content.toLookAt;
  const words: Readonly<Record<string, string>> = desk.words.kinds;
  return words[shown.kind] ?? shown.kind;
}

function countShown<T extends ImportTypes>({ desk, report, shown }: ImportPreviewPageProps<T>): number {
  return shown.toLookAt ? (desk.subject.countToLookAt?.(report) ?? 0) : (report.counts[shown.kind] ?? 0);
}

function shownName<T extends ImportTypes>({ shown }: ImportPreviewPageProps<T>): string {
  return shown.toLookAt ? toLookAtName : shown.kind;
}

function kindNote<T extends ImportTypes>({ desk, shown }: ImportPreviewPageProps<T>) {
  if (shown.toLookAt) return <p>{content.toLookAtNote}</p>;
  const notes: Readonly<Record<string, string | undefined>> = desk.words.kindNotes;
  const note = notes[shown.kind];
  return note ? <p>{note}</p> : null;
}

function importPath<T extends ImportTypes>({ agency, desk, found }: ImportPreviewPageProps<T>): string {
  return `/workspace/${agency.slug}/${importPlaces[desk.subject.name].path}/import/${found.id}`;
}

function KindLinks<T extends ImportTypes>(props: ImportPreviewPageProps<T>) {
  const { desk, report } = props;
  const words: Readonly<Record<string, string>> = desk.words.kinds;
  const links = [
    { name: toLookAtName, label: content.toLookAt, rows: desk.subject.countToLookAt?.(report) ?? 0 },
    ...desk.subject.kinds.map((kind) => ({ name: kind, label: words[kind], rows: report.counts[kind] ?? 0 })),
  ].filter(({ rows }) => rows > 0);
  return (
    <nav class="om-counts" aria-label={content.rules}>
      <ul>
        {links.map(({ name, label, rows }) => (
          <li>
            <a
              class="usa-link"
              href={`${importPath(props)}?show=${name}`}
              aria-current={name === shownName(props) ? 'true' : undefined}
            >
              {label}: <strong>{count(rows)}</strong>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Rows<T extends ImportTypes>(props: ImportPreviewPageProps<T>) {
  const { parts, shown, page } = props;
  const isGone = parts.total === 0 && shown.search === '' && props.found.committedAt !== undefined;
  if (isGone) return <p>{content.stagedGone}</p>;
  const kept = new URLSearchParams({
    show: shownName(props),
    ...(shown.search ? { search: shown.search } : {}),
  });
  return (
    <>
      {parts.total > shown.limit || shown.search !== '' ? (
        <SearchForm
          action={importPath(props)}
          label={content.search}
          value={shown.search}
          hidden={{ show: shownName(props) }}
        />
      ) : null}
      {parts.rows}
      <Pagination
        page={page}
        pages={Math.ceil(parts.total / shown.limit)}
        href={`${importPath(props)}?${kept}`}
        label={kindWords(props)}
      />
      {parts.total > 0 ? (
        <DownloadLinks label={content.download} path={`${importPath(props)}/rows`} href={`?${kept}`} />
      ) : null}
    </>
  );
}

/** Where the dates that can't be read as they are written can be looked at, while something can still be said about them. */
function DoubtfulDates<T extends ImportTypes>(props: ImportPreviewPageProps<T>) {
  const { found, report } = props;
  const { dates, rememberedDates = 0 } = report;
  if (found.state !== 'planned' || !(dates > 0 || rememberedDates > 0)) return null;
  const words = importContent.dates;
  const told = rememberedDates > 0 ? words.remembered(rememberedDates) : '';
  return (
    <Section heading={dates > 0 ? words.heading(dates) : told}>
      <p>{dates > 0 ? `${words.text} ${takenSentence(found.takenDates)}` : words.rememberedText}</p>
      {dates > 0 && told ? <p>{told}.</p> : null}
      <p>
        <a class="usa-link" href={`${importPath(props)}/dates`}>
          {words.look}
        </a>
      </p>
    </Section>
  );
}

export function count(number: number): string {
  return number.toLocaleString('en-US');
}

/** `1 row`, `36,000 rows` */
export function rowWords(rows: number): string {
  return rows === 1 ? '1 row' : `${count(rows)} rows`;
}
