import type { ProposedColumn } from '../columns/column-proposal.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button } from '../uswds/button.tsx';
import { Checkbox } from '../uswds/checkbox.tsx';
import { fieldId } from '../uswds/field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { Table } from '../uswds/table.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { type RosterField, rosterFields } from './roster-columns.ts';
import type { RosterImport } from './roster-import.ts';
import { droppedWords, fieldWords, rosterWords as words } from './roster-page-content.ts';

export interface RosterColumnsPageProps {
  readonly agency: AgencyPlace;
  readonly found: RosterImport;
  readonly errors?: FormErrors;
}

/** What each column is taken for, to be corrected before anything is planned. */
export function RosterColumnsPage({ agency, found, errors = noErrors }: RosterColumnsPageProps) {
  const content = words.columns;
  const base = `/workspace/${agency.slug}/roster/import/${found.id}`;
  const kept = found.columns.proposal.columns.filter((column) => !column.dropped);
  const dropped = found.columns.proposal.columns.filter((column) => column.dropped);
  const otherSheets = found.columns.sheets.filter((sheet) => sheet !== found.sheet);
  return (
    <WorkspacePage
      agency={agency}
      here="roster"
      title={content.title}
      lead={content.lead}
      errors={errors}
      trail={[sectionLink(agency, 'roster')]}
    >
      <p>
        {found.file.name}. {content.sheet(found.sheet, found.headerRow)}
        {otherSheets.length > 0 ? ` ${content.otherSheets}: ${otherSheets.join(', ')}.` : ''}
      </p>
      {dropped.length > 0 ? <DroppedNote columns={dropped} /> : null}
      <Form action={`${base}/columns`}>
        <Table
          caption={content.title}
          captionHidden
          rows={kept}
          columns={[
            {
              heading: content.heading,
              rowHeader: true,
              cell: (column) => column.heading || `Column ${column.index + 1}`,
            },
            {
              heading: content.examples,
              cell: (column) => (found.columns.examples[column.index] ?? []).join(' · '),
            },
            { heading: content.meaning, cell: (column) => <MeaningSelect column={column} found={found} /> },
          ]}
        />
        <Checkbox
          name="fullRoster"
          label={content.fullRoster}
          hint={content.fullRosterHint}
          checked={found.fullRoster}
        />
        <RadioGroup
          name="defaultKind"
          label={content.defaultKind}
          hint={content.defaultKindHint}
          value={found.defaultKind ?? ''}
          choices={Object.entries(content.defaultKinds).map(([value, label]) => ({ value, label }))}
        />
        <Button>{content.submit}</Button>
      </Form>
    </WorkspacePage>
  );
}

function DroppedNote({ columns }: { columns: readonly ProposedColumn<RosterField>[] }) {
  return (
    <Alert kind="info" heading="Columns we leave out">
      We never keep these:{' '}
      {columns
        .map(({ heading, dropped }) => `${heading} (${dropped ? droppedWords[dropped] : ''})`)
        .join(', ')}
      .
    </Alert>
  );
}

function MeaningSelect({ column, found }: { column: ProposedColumn<RosterField>; found: RosterImport }) {
  const name = columnFieldName(column.index);
  const current = rosterFields.find(({ field }) => found.columns.mapping[field] === column.index)?.field;
  return (
    <>
      <label class="usa-sr-only" for={fieldId(name)}>
        {words.columns.meaning}: {column.heading}
      </label>
      <select class="usa-select" id={fieldId(name)} name={name}>
        <option value="" selected={current === undefined}>
          {words.columns.ignore}
        </option>
        {rosterFields.map(({ field }) => (
          <option value={field} selected={field === current}>
            {fieldWords[field]}
          </option>
        ))}
      </select>
    </>
  );
}

/** The name of the select that says what a column holds. */
export function columnFieldName(index: number): string {
  return `column-${index}`;
}
