import type { ProposedColumn } from '../columns/column-proposal.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import type { ReadingFact } from '../spreadsheet/reading-fact.ts';
import { readingFactSentence } from '../spreadsheet/reading-fact-content.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { fieldId } from '../uswds/field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Table } from '../uswds/table.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { FileImport, ImportTypes } from './file-import.ts';
import { columnReasonSentence, importContent as content, droppedWords } from './file-import-content.ts';
import type { ImportDesk } from './import-desk.tsx';
import { type EarlierImport, SameFileNotice } from './import-file-part.tsx';
import { importPlaces } from './import-place.ts';
import { meantFor } from './import-subject.ts';

export interface ImportColumnsPageProps<T extends ImportTypes> {
  readonly agency: AgencyPlace;
  readonly desk: ImportDesk<T>;
  readonly found: FileImport<T>;
  /** What was said or typed for the whole file. */
  readonly values: Readonly<Record<string, string>>;
  /** The day until which the file is kept if nobody goes on. */
  readonly keptUntil: string;
  readonly earlier: EarlierImport | undefined;
  readonly errors?: FormErrors;
}

/** What each column is taken for and what holds for every row, to be corrected before anything is planned. */
export function ImportColumnsPage<T extends ImportTypes>(props: ImportColumnsPageProps<T>) {
  const { agency, desk, found, values, errors = noErrors } = props;
  const words = content.columns;
  const { section, path } = importPlaces[desk.subject.name];
  const base = `/workspace/${agency.slug}/${path}/import/${found.id}`;
  const kept = found.columns.proposal.columns.filter((column) => !column.dropped);
  const dropped = found.columns.proposal.columns.filter((column) => column.dropped);
  return (
    <WorkspacePage
      agency={agency}
      here={section}
      title={words.title}
      lead={found.columns.isRemembered ? words.remembered : words.lead}
      errors={errors}
      trail={[sectionLink(agency, section)]}
    >
      <p>
        {found.file.name}. {words.sheet(found.sheet, found.headerRow)}
      </p>
      <p class="om-quiet">{content.keptUntil(props.keptUntil)}</p>
      <SameFileNotice earlier={props.earlier} />
      <MeantForOther agency={agency} desk={desk} found={found} />
      <ReadingFacts found={found} />
      <OtherSheets base={base} found={found} />
      {dropped.length > 0 ? <DroppedNote columns={dropped} /> : null}
      <Form action={`${base}/columns`} hidden={{ plan: found.report?.stamp ?? '' }}>
        <div class="om-file-columns">
          <Table
            caption={words.title}
            captionHidden
            rows={kept}
            columns={[
              {
                heading: words.heading,
                rowHeader: true,
                cell: (column) => column.heading || `Column ${column.index + 1}`,
              },
              {
                heading: words.examples,
                cell: (column) => (found.columns.examples[column.index] ?? []).join(' · '),
              },
              {
                heading: words.meaning,
                cell: (column) => <MeaningSelect column={column} desk={desk} found={found} errors={errors} />,
              },
            ]}
          />
        </div>
        <ProposedFrom found={found} />
        {desk.wholeFileFields(values, errors)}
        <ButtonGroup>
          <Button>{words.submit}</Button>
          <Button look="plain" formaction={`${base}/discard`}>
            {words.discard}
          </Button>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}

/** A file of the other kind was chosen, most likely. The person may go on all the same. */
function MeantForOther<T extends ImportTypes>({
  agency,
  desk,
  found,
}: Pick<ImportColumnsPageProps<T>, 'agency' | 'desk' | 'found'>) {
  const other = meantFor(desk.subject, found);
  if (!other) return null;
  const { seems, instead } = content.columns.meantFor[other];
  return (
    <Alert kind="warning" heading={seems}>
      <p>
        <a class="usa-link" href={`/workspace/${agency.slug}/${importPlaces[other].path}/import`}>
          {instead}
        </a>
        . {content.columns.meantForElse}
      </p>
    </Alert>
  );
}

function ReadingFacts<T extends ImportTypes>({ found }: { found: FileImport<T> }) {
  const sentences = found.columns.reading.filter(isWorthSaying).map(readingFactSentence);
  if (sentences.length === 0) return null;
  return (
    <ul class="usa-list">
      {sentences.map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  );
}

/**
 * That a CSV file is separated by commas, as its name says, tells nobody anything; how many lines stand above the
 * column names is told by their row, and blank lines make it another number.
 */
function isWorthSaying(fact: ReadingFact): boolean {
  if (fact.code === 'lines-above') return false;
  return fact.code !== 'delimiter' || fact.delimiter !== ',';
}

/** What the title of a report says is filled in below; sending the form agrees to it. */
function ProposedFrom<T extends ImportTypes>({ found }: { found: FileImport<T> }) {
  const lines = found.columns.proposedFrom;
  if (lines.length === 0) return null;
  return (
    <Alert kind="info" heading={content.columns.proposed}>
      <p>{content.columns.proposedLead}</p>
      <ul class="usa-list">
        {lines.map(({ row, text }) => (
          <li>{content.columns.proposedLine(row, text)}</li>
        ))}
      </ul>
    </Alert>
  );
}

function OtherSheets<T extends ImportTypes>({ base, found }: { base: string; found: FileImport<T> }) {
  const others = found.columns.sheets.filter(({ name }) => name !== found.sheet);
  if (others.length === 0) return null;
  return (
    <form class="om-action-form" method="post" action={`${base}/sheet`}>
      <label class="usa-label" for={fieldId('sheet')}>
        {content.columns.otherSheets}
      </label>
      <select class="usa-select" id={fieldId('sheet')} name="sheet">
        {others.map(({ name, hidden }) => (
          <option value={name}>{hidden ? content.columns.hiddenSheet(name) : name}</option>
        ))}
      </select>
      <Button look="outline">{content.columns.chooseSheet}</Button>
    </form>
  );
}

function DroppedNote({ columns }: { columns: readonly ProposedColumn<string>[] }) {
  const named = columns.map(({ heading, dropped }) => `${heading} (${dropped ? droppedWords[dropped] : ''})`);
  return (
    <Alert kind="info" heading={content.columns.dropped}>
      {content.columns.droppedText} {named.join(', ')}.
    </Alert>
  );
}

function MeaningSelect<T extends ImportTypes>(props: {
  readonly column: ProposedColumn<T['field']>;
  readonly desk: ImportDesk<T>;
  readonly found: FileImport<T>;
  readonly errors: FormErrors;
}) {
  const { column, desk, found, errors } = props;
  const name = columnFieldName(column.index);
  const current = desk.fields.find((field) => found.columns.mapping[field] === column.index);
  const fault = errors[name];
  const reason = current === undefined || current === column.field ? columnReasonSentence(column) : '';
  return (
    <>
      <label class="usa-sr-only" for={fieldId(name)}>
        {content.columns.meaning}: {column.heading}
      </label>
      {fault ? <span class="usa-error-message">{fault}</span> : null}
      <select class={`usa-select${fault ? ' usa-input--error' : ''}`} id={fieldId(name)} name={name}>
        <option value="" selected={current === undefined}>
          {content.columns.ignore}
        </option>
        {desk.fields.map((field) => (
          <option value={field} selected={field === current}>
            {desk.words.fields[field]}
          </option>
        ))}
      </select>
      {reason ? <div class="om-quiet">{reason}</div> : null}
    </>
  );
}

/** The name of the select that says what a column holds. */
export function columnFieldName(index: number): string {
  return `column-${index}`;
}
