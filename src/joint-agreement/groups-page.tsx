import { ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import type { JointGroup } from './joint-agreement.ts';
import { jointContent as content, kindLabels, standingWords } from './joint-content.ts';
import { groupsPath, JointFrame, type JointReader } from './joint-frame.tsx';
import type { JointListAsked } from './joint-list.ts';

export interface GroupRow {
  readonly group: JointGroup;
  readonly state: string | undefined;
  readonly answeredVersion: number | undefined;
  readonly joined: number;
}

export interface GroupsPageProps {
  readonly reader: JointReader;
  readonly groups: readonly GroupRow[];
  readonly total: number;
  readonly asked: JointListAsked<'name' | 'state' | 'joined'>;
  readonly href: string;
  readonly mayBegin: boolean;
}

/** The groups that the reader has a place in; all of them for the campaign. */
export function GroupsPage({ reader, groups, total, asked, href, mayBegin }: GroupsPageProps) {
  const base = groupsPath(reader);
  const begin = mayBegin ? <ButtonLink href={`${base}/new`}>{content.begin}</ButtonLink> : undefined;
  const words = content.columns;
  const empty = { agency: content.empty.text, ...content.empty }[reader.side];
  const isEmpty = total === 0 && asked.search === '' && asked.page === 1;
  return (
    <JointFrame
      reader={reader}
      title={content.title}
      lead={content.lead}
      actions={isEmpty ? undefined : begin}
      isList
    >
      {isEmpty ? (
        <EmptyState heading={content.empty.heading} icon="handshake" actions={begin}>
          {empty}
        </EmptyState>
      ) : (
        <>
          <SearchForm action={base} label={content.search} value={asked.search} />
          <Table
            caption={content.title}
            captionHidden
            rows={groups}
            empty={<p role="status">{content.noAgencyFound}</p>}
            sort={{ by: asked.sort, direction: asked.direction, href }}
            columns={[
              {
                heading: words.group,
                rowHeader: true,
                sort: 'name',
                cell: ({ group }) => (
                  <>
                    <a class="usa-link" href={`${base}/${group.id}`}>
                      {group.name}
                    </a>
                    <br />
                    <span class="om-quiet">{kindLabels[group.kind]}</span>
                  </>
                ),
              },
              { heading: words.lead, cell: ({ group }) => group.lead.name },
              {
                heading: reader.side === 'campaign' ? words.agreement : words.yours,
                sort: 'state',
                cell: (row) => <OwnAnswer row={row} reader={reader} />,
              },
              { heading: words.joined, numeric: true, sort: 'joined', cell: ({ joined }) => joined },
            ]}
          />
          <Pagination
            page={asked.page}
            pages={Math.ceil(total / asked.pageSize)}
            href={href}
            label={content.title}
          />
        </>
      )}
    </JointFrame>
  );
}

function OwnAnswer({ row, reader }: { row: GroupRow; reader: JointReader }) {
  const { group, state, answeredVersion } = row;
  if (group.state.is === 'ended') return <StatusTag standing="neutral">{content.ended}</StatusTag>;
  if (group.state.is === 'preparing') return <StatusTag standing="progress">{content.preparing}</StatusTag>;
  if (reader.side === 'agency' && reader.agency.id === group.lead.agency) return <>{content.youLead}</>;
  if (state === 'declined' || state === 'left') {
    const { label, tag } = standingWords[state];
    return <StatusTag standing={tag}>{label}</StatusTag>;
  }
  if (state === undefined) return <StatusTag standing="progress">{content.version(group.version)}</StatusTag>;
  if (state === 'asked' || answeredVersion !== group.version) {
    return <StatusTag standing="attention">{content.answerWaits}</StatusTag>;
  }
  const { label, tag } = standingWords.agreed;
  return <StatusTag standing={tag}>{label}</StatusTag>;
}
