import type { Hono } from 'hono';
import { longDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { importContent } from '../file-import/file-import-content.ts';
import { fileImportRoutes } from '../file-import/file-import-routes.tsx';
import type { ImportDesk, PreviewContext, PreviewParts } from '../file-import/import-desk.tsx';
import { count, rowWords } from '../file-import/import-preview-page.tsx';
import { stagedExportRoutes } from '../file-import/staged-export-routes.ts';
import type { AppEnv } from '../http/environment.ts';
import { filedName } from '../person-name/person-name.ts';
import { DateField } from '../uswds/date-field.tsx';
import { FormSection } from '../uswds/form.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { coursesSentence } from './course-content.ts';
import { rulesOf } from './coverage-actions.ts';
import { recognizerOf } from './judging-actions.ts';
import { qualifyingSentence } from './qualifying-content.ts';
import type { QualifyingRecord } from './qualifying-record.ts';
import type { Recognition } from './recognition.ts';
import type { StaffNumbers } from './staff-number.ts';
import { listNumbers } from './staff-number-store.ts';
import { stagedTrainingExport } from './staged-export-actions.ts';
import type { StagedRecord } from './staged-record.ts';
import { listStagedRecords } from './staged-record-store.ts';
import { withDays } from './staged-together-actions.ts';
import { stagedJudge } from './staged-worth.ts';
import { mayChangeTraining } from './training-access.ts';
import { trainingFields } from './training-columns.ts';
import { noteSentence } from './training-content.ts';
import type { CourseInFile, TrainingImportTypes } from './training-import.ts';
import { trainingImport } from './training-import-actions.ts';
import {
  matchStateSentence,
  remarkSentence,
  trainingImportWords as words,
} from './training-import-content.ts';
import { readWholeFile, shownWholeFile } from './whole-file-form.ts';

/** Where people import training records: upload, columns, records, commit, undo. */
export function trainingImportRoutes(): Hono<AppEnv> {
  const routes = fileImportRoutes(trainingDesk);
  routes.route('/', stagedExportRoutes(stagedTrainingExport, mayChangeTraining));
  return routes;
}

const trainingDesk: ImportDesk<TrainingImportTypes> = {
  subject: trainingImport,
  mayImport: mayChangeTraining,
  words,
  fields: trainingFields.map(({ field }) => field),
  wholeFileFields: (values, errors) => <WholeFileFields values={values} errors={errors} />,
  shownFacts: shownWholeFile,
  readFacts: readWholeFile,
  readChoice: () => ({}),
  changesNothing: ({ counts }) => counts.new + counts.review === 0,
  preview: trainingPreview,
};

async function trainingPreview(context: PreviewContext<TrainingImportTypes>): Promise<PreviewParts> {
  const { tx, agency, found, report, shown, today } = context;
  const rules = await rulesOf(tx, agency);
  const recognize = await recognizerOf(tx, agency);
  const staged = await listStagedRecords(tx, agency, found.id, shown);
  const judge = stagedJudge({ today, recognize });
  const together = await withDays(tx, agency, found.id, staged.records);
  const lines = together.map((line) => ({ ...line, qualifying: judge(line) }));
  const numbers = await listNumbers(tx, agency, staged.records);
  const courses = report.courses.map((course) => ({ course, recognition: recognize(course) }));
  return {
    total: staged.total,
    summary: <Summary {...context} />,
    rows: (
      <Lines
        caption={shown.toLookAt ? importContent.preview.toLookAt : words.kinds[shown.kind]}
        rules={rules}
        lines={lines}
        numbers={numbers}
      />
    ),
    more: <CoursesSection rules={rules} courses={courses} />,
  };
}

function Summary({ found, report }: PreviewContext<TrainingImportTypes>) {
  const { worth } = report;
  return (
    <p>
      {found.file.name}: {rowWords(report.rowsRead)} read, with records of{' '}
      {report.people === 1 ? '1 person' : `${count(report.people)} people`} on your roster. Of the records to
      add, {count(worth.counts)} {worth.counts === 1 ? 'counts' : 'count'}, {count(worth.doubtful)}{' '}
      {worth.doubtful === 1 ? 'is' : 'are'} in doubt, and {count(worth.other)}{' '}
      {worth.other === 1 ? 'is' : 'are'} about something else or do not count.
      {report.rowsToLookAt ? ` ${words.list.toLookAt(report.rowsToLookAt)}` : ''}
    </p>
  );
}

function WholeFileFields(props: {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors;
}) {
  const { values, errors } = props;
  const labels = words.wholeFile;
  const field = (name: string) => ({ name, value: values[name] ?? '', error: errors[name] });
  return (
    <FormSection heading={labels.heading} lead={labels.lead}>
      <TextField {...field('title')} label={labels.course} hint={labels.courseHint} maxlength={300} />
      <TextField {...field('hours')} label={labels.hours} width="sm" />
      <TextField {...field('provider')} label={labels.provider} maxlength={200} />
      <DateField {...field('completedOn')} label={labels.completedOn} />
      <TextField
        {...field('result')}
        label={labels.result}
        hint={labels.resultHint}
        maxlength={60}
        width="md"
      />
    </FormSection>
  );
}

interface JudgedLine extends StagedRecord {
  /** Undefined for a row that was refused. */
  readonly qualifying: QualifyingRecord | undefined;
}

function Lines(props: {
  readonly caption: string;
  readonly rules: CampaignRules;
  readonly lines: readonly JudgedLine[];
  readonly numbers: StaffNumbers;
}) {
  return (
    <Table
      caption={props.caption}
      captionHidden
      rows={props.lines}
      empty={<p>{words.list.none}</p>}
      columns={[
        { heading: 'Row', numeric: true, cell: (line) => line.row },
        { heading: 'Person', rowHeader: true, cell: (line) => writtenAs(line) },
        { heading: 'Course', cell: (line) => courseOf(line) },
        {
          heading: 'Completed',
          cell: ({ record }) => (record.completedOn ? longDate(record.completedOn) : ''),
        },
        { heading: 'What', cell: (line) => <WhatBecomes line={line} {...props} /> },
      ]}
    />
  );
}

function writtenAs({ name, employeeNumber }: JudgedLine): string {
  return [filedName(name), employeeNumber].filter(Boolean).join(' · ');
}

function courseOf({ record: { title, code, hours } }: JudgedLine): string {
  return `${title || code}${hours === undefined ? '' : `, ${hours} hours`}`;
}

function WhatBecomes({
  line,
  rules,
  numbers,
}: {
  line: JudgedLine;
  rules: CampaignRules;
  numbers: StaffNumbers;
}) {
  const { remark, notes, match, matchReason, qualifying } = line;
  const isSure = match === undefined || match === 'matched';
  const number = numbers.get(line.staffId ?? '');
  return (
    <>
      {qualifying ? <div>{qualifyingSentence(rules, qualifying)}</div> : null}
      {remark ? <div>{remarkSentence(remark)}</div> : null}
      {isSure ? null : (
        <div class="om-quiet">
          {matchStateSentence(match, matchReason)}
          {number === undefined ? '' : ` ${words.list.given(number)}`}
        </div>
      )}
      {notes.map((note) => (
        <div class="om-quiet">{noteSentence(note)}</div>
      ))}
    </>
  );
}

function CoursesSection({
  rules,
  courses,
}: {
  rules: CampaignRules;
  courses: readonly { readonly course: CourseInFile; readonly recognition: Recognition }[];
}) {
  return (
    <Section heading={words.list.courses}>
      <p>{words.list.coursesLead}</p>
      <Table
        caption={words.list.courses}
        captionHidden
        rows={courses}
        columns={[
          { heading: 'Course', rowHeader: true, cell: ({ course }) => course.title || course.code },
          { heading: 'Hours', numeric: true, cell: ({ course }) => course.hours ?? '' },
          { heading: 'Records', numeric: true, cell: ({ course }) => count(course.records) },
          { heading: words.list.counting, numeric: true, cell: ({ course }) => count(course.counting ?? 0) },
          {
            heading: 'How we read it',
            cell: ({ course, recognition }) =>
              coursesSentence(rules, recognition, {
                records: course.records,
                counting: course.counting ?? 0,
              }),
          },
        ]}
      />
    </Section>
  );
}
