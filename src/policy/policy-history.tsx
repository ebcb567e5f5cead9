import { longDate } from '../calendar/calendar-date.ts';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { policyContent as content } from './policy-content.ts';
import { PolicyTag } from './policy-facts.tsx';
import { policyLife } from './policy-life.ts';
import type { PartProps } from './policy-page.tsx';

export function PolicyHistory({ versions, today, base }: Pick<PartProps, 'versions' | 'today' | 'base'>) {
  const { columns } = content;
  return (
    <Section heading={content.history} id="versions">
      <Table
        caption={content.history}
        captionHidden
        rows={versions}
        columns={[
          {
            heading: columns.version,
            rowHeader: true,
            cell: (row) => (
              <>
                <a class="usa-link" href={`${base}/versions/${row.id}`}>
                  {row.title}
                </a>
                {row.number ? <span class="om-quiet"> {row.number}</span> : null}
              </>
            ),
          },
          { heading: columns.state, cell: (row) => <PolicyTag life={policyLife(row, versions, today)} /> },
          {
            heading: columns.effective,
            cell: ({ effectiveOn }) => (effectiveOn ? longDate(effectiveOn) : '–'),
          },
          {
            heading: columns.adopted,
            cell: ({ state }) => (state.is === 'draft' ? '–' : longDate(state.adoption.on)),
          },
          {
            heading: columns.document,
            cell: (row) => (
              <a class="usa-link" href={`${base}/versions/${row.id}/document`}>
                {content.download}
                <span class="usa-sr-only"> {row.document.name}</span>
              </a>
            ),
          },
        ]}
      />
    </Section>
  );
}
