import { longDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { ProposedColumn } from '../columns/column-proposal.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName } from '../person-name/person-name.ts';
import { droppedWords } from '../roster/roster-page-content.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { fieldId } from '../uswds/field.tsx';
import { FileField } from '../uswds/file-field.tsx';
import { Form, FormSection } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Pagination } from '../uswds/pagination.tsx';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { courseSentence } from './course-content.ts';
import { qualifyingSentence } from './qualifying-content.ts';
import type { QualifyingRecord } from './qualifying-record.ts';
import type { Recognition } from './recognition.ts';
import type { StagedRecord } from './staged-record-store.ts';
import { trainingFields } from './training-columns.ts';
import { noteSentence } from './training-content.ts';
import type { TrainingField } from './training-headings.ts';
import {
  type CourseInFile,
  type StagedKind,
  stagedKinds,
  type TrainingImport,
  type TrainingReport,
} from './training-import.ts';
import {
  trainingImportContent as content,
  matchStateSentence,
  remarkSentence,
  stagedKindWords,
  trainingFieldWords,
} from './training-import-content.ts';

export const trainingFileSuffixes = ['.csv', '.xlsx', '.xls', '.ods', '.tsv', '.txt'] as const;
export const trainingFileMegabytes = 50;

export function TrainingUploadPage({
  agency,
  errors = noErrors,
}: {
  agency: AgencyPlace;
  errors?: FormErrors;
}) {
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={content.upload.title}
      lead={content.upload.lead}
      errors={errors}
      trail={[sectionLink(agency, 'training')]}
    >
      <Form action={`/workspace/${agency.slug}/training/import`} multipart>
        <FileField
          name="file"
          label={content.upload.file}
          hint={content.upload.hint}
          accept={trainingFileSuffixes}
          megabytes={trainingFileMegabytes}
          error={errors.file}
          required
        />
        <Button>{content.upload.submit}</Button>
      </Form>
    </WorkspacePage>
  );
}

export interface TrainingColumnsPageProps {
  readonly agency: AgencyPlace;
  readonly found: TrainingImport;
  /** What was typed for the whole file, to be kept when the form is shown again. */
  readonly values: Readonly<Record<string, string>>;
  readonly errors?: FormErrors;
}

/** What each column is taken for and what holds for every row, to be corrected before anything is planned. */
export function TrainingColumnsPage({ agency, found, values, errors = noErrors }: TrainingColumnsPageProps) {
  const words = content.columns;
  const kept = found.columns.proposal.columns.filter((column) => !column.dropped);
  const dropped = found.columns.proposal.columns.filter((column) => column.dropped);
  const otherSheets = found.columns.sheets.filter((sheet) => sheet !== found.sheet);
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={words.title}
      lead={words.lead}
      errors={errors}
      trail={[sectionLink(agency, 'training')]}
    >
      <p>
        {found.file.name}. {words.sheet(found.sheet, found.headerRow)}
        {otherSheets.length > 0 ? ` ${words.otherSheets}: ${otherSheets.join(', ')}.` : ''}
      </p>
      {dropped.length > 0 ? <DroppedNote columns={dropped} /> : null}
      <Form action={`/workspace/${agency.slug}/training/import/${found.id}/columns`}>
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
            { heading: words.meaning, cell: (column) => <MeaningSelect column={column} found={found} /> },
          ]}
        />
        <WholeFileFields values={values} errors={errors} />
        <Button>{words.submit}</Button>
      </Form>
    </WorkspacePage>
  );
}

function WholeFileFields({ values, errors }: Required<Pick<TrainingColumnsPageProps, 'values' | 'errors'>>) {
  const words = content.columns;
  const field = (name: string) => ({ name, value: values[name] ?? '', error: errors[name] });
  return (
    <FormSection heading={words.wholeFile} lead={words.wholeFileLead}>
      <TextField {...field('title')} label={words.course} hint={words.courseHint} maxlength={300} />
      <TextField {...field('hours')} label={words.hours} width="sm" />
      <TextField {...field('provider')} label={words.provider} maxlength={200} />
      <DateField {...field('completedOn')} label={words.completedOn} />
      <TextField
        {...field('result')}
        label={words.result}
        hint={words.resultHint}
        maxlength={60}
        width="md"
      />
    </FormSection>
  );
}

function DroppedNote({ columns }: { columns: readonly ProposedColumn<TrainingField>[] }) {
  const named = columns.map(({ heading, dropped }) => `${heading} (${dropped ? droppedWords[dropped] : ''})`);
  return (
    <Alert kind="info" heading={content.columns.dropped}>
      {content.columns.droppedText} {named.join(', ')}.
    </Alert>
  );
}

function MeaningSelect({ column, found }: { column: ProposedColumn<TrainingField>; found: TrainingImport }) {
  const name = trainingColumnName(column.index);
  const current = trainingFields.find(({ field }) => found.columns.mapping[field] === column.index)?.field;
  return (
    <>
      <label class="usa-sr-only" for={fieldId(name)}>
        {content.columns.meaning}: {column.heading}
      </label>
      <select class="usa-select" id={fieldId(name)} name={name}>
        <option value="" selected={current === undefined}>
          {content.columns.ignore}
        </option>
        {trainingFields.map(({ field }) => (
          <option value={field} selected={field === current}>
            {trainingFieldWords[field]}
          </option>
        ))}
      </select>
    </>
  );
}

/** The name of the select that says what a column holds. */
export function trainingColumnName(index: number): string {
  return `column-${index}`;
}

export interface JudgedLine extends StagedRecord {
  /** Undefined for a row that was refused. */
  readonly qualifying: QualifyingRecord | undefined;
}

export interface TrainingPreviewPageProps {
  readonly agency: AgencyPlace;
  readonly rules: CampaignRules;
  readonly found: TrainingImport;
  readonly report: TrainingReport;
  readonly courses: readonly { readonly course: CourseInFile; readonly recognition: Recognition }[];
  readonly shown: StagedKind;
  readonly lines: readonly JudgedLine[];
  readonly page: number;
  readonly pageSize: number;
  readonly href: string;
  readonly errors?: FormErrors;
}

/** What committing would add: counts by kind, the lines of one kind, the courses, and the button. */
export function TrainingPreviewPage(props: TrainingPreviewPageProps) {
  const { agency, found, report, errors = noErrors } = props;
  const words = content.preview;
  const base = `/workspace/${agency.slug}/training/import/${found.id}`;
  const addsNothing = report.counts.new + report.counts.review === 0;
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={words.title}
      lead={addsNothing ? words.nothing : words.lead}
      errors={errors}
      trail={[sectionLink(agency, 'training')]}
    >
      <p>
        {found.file.name}: {count(report.rowsRead)} rows read, with records of {count(report.people)} people
        on your roster. Of the records to add, {count(report.worth.counts)} count,{' '}
        {count(report.worth.doubtful)} {report.worth.doubtful === 1 ? 'needs' : 'need'} a look, and{' '}
        {count(report.worth.other)} {report.worth.other === 1 ? 'is' : 'are'} about something else or do not
        count.
      </p>
      <KindLinks base={base} report={report} shown={props.shown} />
      <LinesSection {...props} />
      <CoursesSection {...props} />
      <Form action={`${base}/commit`}>
        <ButtonGroup>
          <Button>{words.commit}</Button>
          <ButtonLink look="outline" href={`${base}/columns`}>
            {words.back}
          </ButtonLink>
          <Button look="plain" formaction={`${base}/discard`}>
            {words.discard}
          </Button>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}

function KindLinks({ base, report, shown }: { base: string; report: TrainingReport; shown: StagedKind }) {
  return (
    <nav class="om-counts" aria-label="Kinds of rows">
      <ul>
        {stagedKinds
          .filter((kind) => report.counts[kind] > 0)
          .map((kind) => (
            <li>
              <a
                class="usa-link"
                href={`${base}?show=${kind}`}
                aria-current={kind === shown ? 'true' : undefined}
              >
                {stagedKindWords[kind]}: <strong>{count(report.counts[kind])}</strong>
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function LinesSection({ rules, report, shown, lines, page, pageSize, href }: TrainingPreviewPageProps) {
  return (
    <Section heading={`${stagedKindWords[shown]}: ${count(report.counts[shown])}`}>
      {shown === 'refused' ? <p>{content.preview.refusedNote}</p> : null}
      {shown === 'review' ? <p>{content.preview.reviewNote}</p> : null}
      <Table
        caption={stagedKindWords[shown]}
        captionHidden
        rows={lines}
        empty={<p>None.</p>}
        columns={[
          { heading: 'Row', numeric: true, cell: (line) => line.row },
          { heading: 'Person', rowHeader: true, cell: (line) => writtenAs(line) },
          { heading: 'Course', cell: (line) => courseOf(line) },
          {
            heading: 'Completed',
            cell: ({ record }) => (record.completedOn ? longDate(record.completedOn) : ''),
          },
          { heading: 'What', cell: (line) => <WhatBecomes line={line} rules={rules} /> },
        ]}
      />
      <Pagination
        page={page}
        pages={Math.ceil(report.counts[shown] / pageSize)}
        href={href}
        label={stagedKindWords[shown]}
      />
    </Section>
  );
}

function writtenAs({ name, employeeNumber }: JudgedLine): string {
  return [filedName(name), employeeNumber].filter(Boolean).join(' · ');
}

function courseOf({ record: { title, code, hours } }: JudgedLine): string {
  return `${title || code}${hours === undefined ? '' : `, ${hours} hours`}`;
}

function WhatBecomes({ line, rules }: { line: JudgedLine; rules: CampaignRules }) {
  const { remark, notes, match, matchReason, qualifying } = line;
  const isSure = match === undefined || match === 'matched';
  return (
    <>
      {qualifying ? <div>{qualifyingSentence(rules, qualifying)}</div> : null}
      {remark ? <div>{remarkSentence(remark)}</div> : null}
      {isSure ? null : <div class="om-quiet">{matchStateSentence(match, matchReason)}</div>}
      {notes.map((note) => (
        <div class="om-quiet">{noteSentence(note)}</div>
      ))}
    </>
  );
}

function CoursesSection({ rules, courses }: TrainingPreviewPageProps) {
  return (
    <Section heading={content.preview.courses}>
      <p>{content.preview.coursesLead}</p>
      <Table
        caption={content.preview.courses}
        captionHidden
        rows={courses}
        columns={[
          { heading: 'Course', rowHeader: true, cell: ({ course }) => course.title || course.code },
          { heading: 'Hours', numeric: true, cell: ({ course }) => course.hours ?? '' },
          { heading: 'Records', numeric: true, cell: ({ course }) => count(course.records) },
          { heading: 'How we read it', cell: ({ recognition }) => courseSentence(rules, recognition) },
        ]}
      />
    </Section>
  );
}
