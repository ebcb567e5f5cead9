import type { ProposedColumn } from '../columns/column-proposal.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
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

export interface ImportColumnsPageProps<T extends ImportTypes> {
  readonly agency: AgencyPlace;
  readonly desk: ImportDesk<T>;
  readonly found: FileImport<T>;
  /** What was said or typed for the whole file. */
  readonly values: Readonly<Record<string, string>>;
  readonly errors?: FormErrors;
}

/** What each column is taken for and what holds for every row, to be corrected before anything is planned. */
export function ImportColumnsPage<T extends ImportTypes>(props: ImportColumnsPageProps<T>) {
  const { agency, desk, found, values, errors = noErrors } = props;
  const words = content.columns;
  const section = desk.subject.name;
  const base = `/workspace/${agency.slug}/${section}/import/${found.id}`;
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
      <OtherSheets base={base} found={found} />
      {dropped.length > 0 ? <DroppedNote columns={dropped} /> : null}
      <Form action={`${base}/columns`}>
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

function OtherSheets<T extends ImportTypes>({ base, found }: { base: string; found: FileImport<T> }) {
  const others = found.columns.sheets.filter((sheet) => sheet !== found.sheet);
  if (others.length === 0) return null;
  return (
    <form class="om-action-form" method="post" action={`${base}/sheet`}>
      <label class="usa-label" for={fieldId('sheet')}>
        {content.columns.otherSheets}
      </label>
      <select class="usa-select" id={fieldId('sheet')} name="sheet">
        {others.map((sheet) => (
          <option value={sheet}>{sheet}</option>
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
  const reason = columnReasonSentence(column.why);
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
      {current === undefined && reason ? <div class="om-quiet">{reason}</div> : null}
    </>
  );
}

/** The name of the select that says what a column holds. */
export function columnFieldName(index: number): string {
  return `column-${index}`;
}
