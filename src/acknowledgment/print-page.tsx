import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName } from '../person-name/person-name.ts';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Table } from '../uswds/table.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { AskedStaff } from './acknowledgment.ts';
import { acknowledgmentContent } from './acknowledgment-content.ts';

const { print: content, list, title } = acknowledgmentContent;

export interface PrintPageProps {
  readonly agency: AgencyPlace;
  /** The policy with its number and effective day. */
  readonly version: string;
  /** The unit and the shift it is printed for; '' for everybody. */
  readonly part: string;
  readonly people: readonly AskedStaff[];
  readonly total: number;
}

/** Who is missing, on paper, with room to sign. */
export function PrintPage({ agency, version, part, people, total }: PrintPageProps) {
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={part ? `${content.title}: ${part}` : content.title}
      lead={content.lead}
      trail={[
        sectionLink(agency, 'policy'),
        { label: title, href: `/workspace/${agency.slug}/policy/acknowledgments` },
      ]}
    >
      <p>{version}</p>
      <p class="om-quiet om-not-printed">{content.hint}</p>
      <Table
        caption={total > people.length ? content.longest(people.length, total) : list.caption(total)}
        scrollOnPhones
        rows={people}
        empty={<EmptyState heading={list.allDone.heading}>{list.allDone.text}</EmptyState>}
        columns={[
          { heading: list.columns.name, rowHeader: true, cell: ({ name }) => filedName(name) },
          { heading: list.columns.number, cell: ({ employeeNumber }) => employeeNumber },
          { heading: content.signature, cell: () => <span class="om-sign-here" /> },
          { heading: content.signed, cell: () => '' },
        ]}
      />
      {people.length > 0 ? <p class="om-sign-line">{content.supervisor}:</p> : null}
    </WorkspacePage>
  );
}
