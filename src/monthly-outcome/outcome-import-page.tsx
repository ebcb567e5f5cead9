import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { FileField } from '../uswds/file-field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { Section } from '../uswds/section.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { type Column, Table } from '../uswds/table.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { PersonColumn } from './column-watch.ts';
import type { CountedFile, ImpossibleMonth } from './counted-file.ts';
import { type Month, shortMonthName } from './month.ts';
import { number } from './outcome-content.ts';
import { countsOf, type MonthCounts, type OutcomeCounts } from './outcome-counts.ts';
import type { ImportPreview } from './outcome-import-actions.ts';
import {
  columnName,
  outcomeImportContent as content,
  daysWords,
  leftOutSentences,
  personColumnSentence,
  skippedSentence,
  useWords,
} from './outcome-import-content.ts';
import { outcomeMeasures } from './outcome-measure.ts';
import { outcomesPath } from './outcome-page.tsx';
import { Count } from './outcome-parts.tsx';
import type { Skipped } from './outcome-tally.ts';

export const uploadMegabytes = 60;

export interface OutcomeImportPageProps {
  readonly agency: AgencyPlace;
  readonly kind: string;
  /** Columns for which a file was turned away. */
  readonly personColumns?: readonly PersonColumn[];
  /** What was left out of a file in which nothing could be counted. */
  readonly skipped?: readonly Skipped[];
  readonly errors?: FormErrors;
}

/** Where a file is chosen. */
export function OutcomeImportPage({
  agency,
  kind,
  personColumns = [],
  skipped = [],
  errors = noErrors,
}: OutcomeImportPageProps) {
  const { privacy, kinds, columns } = content;
  return (
    <WorkspacePage
      agency={agency}
      here="outcomes"
      title={content.title}
      lead={content.lead}
      trail={[sectionLink(agency, 'outcomes')]}
      errors={errors}
    >
      {personColumns.length > 0 ? (
        <Alert kind="error" heading={content.refusedHeading}>
          <p>{content.refusedLead}</p>
          <ul class="usa-list">
            {personColumns.map((column) => (
              <li>{personColumnSentence(column)}</li>
            ))}
          </ul>
        </Alert>
      ) : (
        <Alert kind="info" heading={privacy.heading}>
          {privacy.text}
        </Alert>
      )}
      {skipped.length > 0 ? (
        <Alert kind="error" heading={content.uncounted}>
          <ul class="usa-list">
            {skipped.map((one) => (
              <li>{skippedSentence(one)}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <Form action={`${outcomesPath(agency)}/import`} multipart>
        <RadioGroup
          name="kind"
          label={kinds.label}
          value={kind}
          choices={[
            { value: 'unsaid', label: kinds.unsaid },
            { value: 'totals', label: kinds.totals },
            { value: 'events', label: kinds.events },
          ]}
        />
        <FileField
          name="file"
          label={content.file}
          accept={['.csv', '.xlsx', '.xls', '.ods']}
          megabytes={uploadMegabytes}
          error={errors.file}
          required
        />
        <ButtonGroup>
          <Button>{content.submit}</Button>
          <ButtonLink look="plain" href={outcomesPath(agency)}>
            {content.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
      <Section heading={columns.heading}>
        <ul class="usa-list">
          <li>{columns.totals}</li>
          <li>{columns.events}</li>
          <li>{columns.own}</li>
        </ul>
      </Section>
    </WorkspacePage>
  );
}

export interface OutcomePreviewPageProps {
  readonly agency: AgencyPlace;
  /** How the file was understood; undefined when its counts are shown a second time. */
  readonly file: CountedFile | undefined;
  readonly preview: ImportPreview;
  /** The counts, sealed: what is sent when the person agrees. */
  readonly sealed: string;
}

/** What a file comes to, before anything of it is saved. */
export function OutcomePreviewPage({ agency, file, preview, sealed }: OutcomePreviewPageProps) {
  const words = content.preview;
  const base = outcomesPath(agency);
  const counts = countsOf(preview.cells);
  const news = preview.cells.filter(
    ({ month, measure, count }) => preview.standing.get(month)?.[measure] !== count,
  );
  const isNews = news.length > 0;
  const replaced = news.filter(
    ({ month, measure }) => preview.standing.get(month)?.[measure] !== undefined,
  ).length;
  return (
    <WorkspacePage
      agency={agency}
      here="outcomes"
      title={words.title}
      lead={words.lead}
      trail={[sectionLink(agency, 'outcomes'), { label: content.title, href: `${base}/import` }]}
      notice={file ? undefined : <Alert kind="warning">{words.changed}</Alert>}
    >
      {file ? <Understood file={file} impossible={preview.impossible} /> : null}
      <Section heading={words.counts}>
        {replaced > 0 ? <Alert kind="warning">{words.replaced(replaced)}</Alert> : null}
        {preview.cells.length === 0 ? (
          <p>{words.noneLeft}</p>
        ) : (
          <>
            <CountsTable counts={counts} standing={preview.standing} />
            <p>{isNews ? words.same : words.nothing}</p>
          </>
        )}
      </Section>
      <Form action={`${base}/import/confirm`} hidden={{ counts: sealed }}>
        <ButtonGroup>
          {isNews ? <Button>{words.confirm}</Button> : null}
          <ButtonLink look={isNews ? 'plain' : 'outline'} href={`${base}/import`}>
            {words.again}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}

function Understood({ file, impossible }: { file: CountedFile; impossible: readonly ImpossibleMonth[] }) {
  const words = content.preview;
  const left = leftOutSentences(file, impossible);
  return (
    <Section heading={words.understood}>
      {file.looksLikeCalls ? <Alert kind="warning">{words.looksLikeCalls}</Alert> : null}
      <SummaryList
        facts={[
          { term: words.layout, detail: words.layouts[file.layout] },
          ...(file.sheet === undefined ? [] : [{ term: words.sheet, detail: file.sheet }]),
          { term: words.rows, detail: number(file.rows) },
          ...(file.days ? [{ term: words.days, detail: `${daysWords(file.days)}. ${words.partial}` }] : []),
        ]}
      />
      <Table
        caption={words.columns}
        columns={[
          { heading: words.column, rowHeader: true, cell: columnName },
          { heading: words.use, cell: ({ use }) => useWords(use) },
        ]}
        rows={file.columns}
      />
      <p>{words.wrong}</p>
      <h3>{words.left}</h3>
      {left.length === 0 ? (
        <p>{words.nothingLeft}</p>
      ) : (
        <ul class="usa-list">
          {left.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

interface CountsRow {
  readonly month: Month;
  readonly counts: MonthCounts;
}

function CountsTable({ counts, standing }: { counts: OutcomeCounts; standing: OutcomeCounts }) {
  const met = outcomeMeasures.filter(({ measure }) =>
    [...counts.values()].some((of) => of[measure] !== undefined),
  );
  const columns: Column<CountsRow>[] = [
    { heading: 'Month', rowHeader: true, cell: ({ month }) => shortMonthName(month) },
    ...met.map(({ measure, label }) => ({
      heading: label,
      numeric: true,
      cell: ({ month, counts: of }: CountsRow) => {
        const before = standing.get(month)?.[measure];
        const isChange = before !== undefined && of[measure] !== undefined && before !== of[measure];
        return (
          <>
            <Count count={of[measure]} />
            {isChange ? <span class="om-quiet"> {`${content.preview.was} ${number(before)}`}</span> : null}
          </>
        );
      },
    })),
  ];
  const rows = [...counts].map(([month, of]) => ({ month, counts: of }));
  return <Table caption={content.preview.counts} captionHidden columns={columns} rows={rows} />;
}
