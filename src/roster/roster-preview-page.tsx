import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName } from '../person-name/person-name.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Checkbox } from '../uswds/checkbox.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Pagination } from '../uswds/pagination.tsx';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { StagedChange } from './roster-change-store.ts';
import {
  type RosterChangeKind,
  type RosterImport,
  type RosterReport,
  rosterChangeKinds,
} from './roster-import.ts';
import { changeKindWords, factWords, rosterWords as words } from './roster-page-content.ts';
import { remarkSentence } from './roster-remarks.ts';

export interface RosterPreviewPageProps {
  readonly agency: AgencyPlace;
  readonly found: RosterImport;
  readonly report: RosterReport;
  readonly shown: RosterChangeKind;
  readonly changes: readonly StagedChange[];
  readonly page: number;
  readonly pageSize: number;
  readonly href: string;
  readonly errors?: FormErrors;
}

/** What committing would do: counts by kind, the people of one kind, and the button. */
export function RosterPreviewPage(props: RosterPreviewPageProps) {
  const { agency, found, report, errors = noErrors } = props;
  const content = words.preview;
  const base = `/workspace/${agency.slug}/roster/import/${found.id}`;
  const changesNothing = rosterChangeKinds.every((kind) => kind === 'unchanged' || report.counts[kind] === 0);
  return (
    <WorkspacePage
      agency={agency}
      here="roster"
      title={content.title}
      lead={changesNothing ? content.nothing : content.lead}
      errors={errors}
      trail={[sectionLink(agency, 'roster')]}
    >
      <p>
        {found.file.name}: {report.rowsRead} rows read, {report.people} people.
        {report.rowsFolded > 0 ? ` ${content.folded(report.rowsFolded)}` : ''}
      </p>
      <KindLinks base={base} report={report} shown={props.shown} />
      <ChangesSection {...props} />
      <Form action={`${base}/commit`}>
        {report.counts.missing > 0 ? (
          <Checkbox
            name="separateMissing"
            label={content.separateMissing(report.counts.missing)}
            checked={false}
          />
        ) : null}
        <ButtonGroup>
          <Button>{content.commit}</Button>
          <ButtonLink look="outline" href={`${base}/columns`}>
            {content.back}
          </ButtonLink>
          <Button look="plain" formaction={`${base}/discard`}>
            {content.discard}
          </Button>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}

function KindLinks({ base, report, shown }: { base: string; report: RosterReport; shown: RosterChangeKind }) {
  return (
    <nav class="om-counts" aria-label="Kinds of change">
      <ul>
        {rosterChangeKinds
          .filter((kind) => report.counts[kind] > 0)
          .map((kind) => (
            <li>
              <a
                class="usa-link"
                href={`${base}?show=${kind}`}
                aria-current={kind === shown ? 'true' : undefined}
              >
                {changeKindWords[kind]}: <strong>{report.counts[kind]}</strong>
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function ChangesSection({ report, shown, changes, page, pageSize, href }: RosterPreviewPageProps) {
  return (
    <Section heading={`${changeKindWords[shown]}: ${report.counts[shown]}`}>
      {shown === 'refused' ? <p>{words.preview.refusedNote}</p> : null}
      <Table
        caption={changeKindWords[shown]}
        captionHidden
        rows={changes}
        empty={<p>None.</p>}
        columns={[
          { heading: 'Row', numeric: true, cell: (change) => change.row ?? '' },
          { heading: 'Person', rowHeader: true, cell: (change) => filedName(change.facts.name) },
          { heading: 'Number', cell: (change) => change.facts.employeeNumber || change.facts.badge },
          { heading: 'Rank or title', cell: (change) => change.facts.rank },
          { heading: 'What', cell: (change) => <WhatChanges change={change} /> },
        ]}
      />
      <Pagination
        page={page}
        pages={Math.ceil(report.counts[shown] / pageSize)}
        href={href}
        label={changeKindWords[shown]}
      />
    </Section>
  );
}

function WhatChanges({ change }: { change: StagedChange }) {
  const remark = remarkSentence(change.remark);
  return (
    <>
      {change.differences.map(([field, before, after]) => (
        <div>
          {factWords[field] ?? field}: {before ? <del>{before}</del> : null} <ins>{after || 'none'}</ins>
        </div>
      ))}
      {remark ? <div class="om-quiet">{remark}</div> : null}
    </>
  );
}
