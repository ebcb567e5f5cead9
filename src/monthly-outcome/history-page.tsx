import type { AgencyPlace } from '../identity/viewer.ts';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Table } from '../uswds/table.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { type Month, monthName } from './month.ts';
import type { OutcomeChange } from './outcome-actions.ts';
import { measureLabel } from './outcome-measure.ts';
import { outcomesPath } from './outcome-page.tsx';
import { Count } from './outcome-parts.tsx';

const content = {
  title: 'Who changed what',
  lead: 'Every count that was entered, corrected or taken out. Only your agency sees this.',
  search: 'Month, such as 2025-03',
  caption: 'Changes, newest first',
  when: 'When',
  who: 'Who',
  month: 'Month',
  measure: 'Count of',
  was: 'Was',
  became: 'Became',
  somebody: 'somebody outside the agency',
  empty: { heading: 'No changes', text: 'Nothing was entered or changed for this.' },
} as const;

export interface HistoryPageProps {
  readonly agency: AgencyPlace;
  readonly changes: readonly OutcomeChange[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly month: Month | undefined;
  readonly href: string;
}

/** Every change of an agency's counts, by whom and when. */
export function HistoryPage({ agency, changes, total, page, pageSize, month, href }: HistoryPageProps) {
  const at = new Intl.DateTimeFormat('en-US', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: agency.timeZone,
  });
  return (
    <WorkspacePage
      agency={agency}
      here="outcomes"
      title={content.title}
      lead={content.lead}
      trail={[sectionLink(agency, 'outcomes')]}
    >
      <SearchForm
        action={`${outcomesPath(agency)}/history`}
        label={content.search}
        name="month"
        value={month}
      />
      <Table
        caption={content.caption}
        columns={[
          { heading: content.when, rowHeader: true, cell: (change) => at.format(change.at) },
          { heading: content.who, cell: ({ personName }) => personName ?? content.somebody },
          { heading: content.month, cell: (change) => monthName(change.month) },
          { heading: content.measure, cell: ({ measure }) => measureLabel(measure) },
          { heading: content.was, numeric: true, cell: ({ was }) => <Count count={was} /> },
          { heading: content.became, numeric: true, cell: ({ became }) => <Count count={became} /> },
        ]}
        rows={changes}
        empty={<EmptyState heading={content.empty.heading}>{content.empty.text}</EmptyState>}
      />
      <Pagination page={page} pages={Math.ceil(total / pageSize)} href={href} label={content.caption} />
    </WorkspacePage>
  );
}
