import { longDate } from '../calendar/calendar-date.ts';
import type { PartnerPlace } from '../identity/viewer.ts';
import { PartnerPage } from '../partnership/partner-page.tsx';
import type { Partnership } from '../partnership/partnership.ts';
import { PartnershipTable, type PartnershipTableProps } from '../partnership/partnership-table.tsx';
import { GroupsLink } from '../partnership/partnerships-page.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { withQuery } from '../uswds/query-string.ts';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { homeContent as content } from './organization-home-content.ts';
import { OrganizationNav } from './organization-nav.tsx';
import { type WaitingThing, waitingCounts } from './waiting-thing.ts';

export interface OrganizationHomePageProps extends Omit<PartnershipTableProps, 'side' | 'pathOf'> {
  readonly partner: PartnerPlace;
  readonly waiting: readonly WaitingThing[];
  /** How many groups under one agreement await the organization's answer. */
  readonly waitingGroups: number;
  /** All that waits, and not only the most urgent of it. */
  readonly showsAll: boolean;
}

const shownAtFirst = 10;

/** An organization's home: what waits for it at every agency, and all its partnerships. */
export function OrganizationHomePage(props: OrganizationHomePageProps) {
  const { partner, waiting, waitingGroups, showsAll, ...list } = props;
  const isEmpty = list.total === 0 && list.asked.search === '' && list.asked.page === 1;
  const groups = <GroupsLink href={`/partner/${partner.id}/groups`} waiting={waitingGroups} />;
  return (
    <PartnerPage partner={partner} title={partner.name} lead={content.lead} isHome>
      <OrganizationNav partner={partner.id} current="home" />
      {waitingGroups === 0 || isEmpty ? groups : null}
      {isEmpty ? (
        <EmptyState heading={content.empty.heading} icon="handshake">
          {content.empty.text}
        </EmptyState>
      ) : (
        <>
          <Section heading={content.waiting}>
            {waitingGroups > 0 ? groups : null}
            {waiting.length > 0 ? <p>{content.counted(waitingCounts(waiting))}</p> : null}
            <Waiting
              things={showsAll ? waiting : waiting.slice(0, shownAtFirst)}
              nothing={waitingGroups > 0 ? content.nothingElseWaiting : content.nothingWaiting}
            />
            {!showsAll && waiting.length > shownAtFirst ? (
              <p>
                {content.more(waiting.length - shownAtFirst)}{' '}
                <a class="usa-link" href={withQuery(list.href, { waiting: 'all' })}>
                  {content.showAll}
                </a>
              </p>
            ) : null}
          </Section>
          <Section heading={content.all}>
            <PartnershipTable
              {...list}
              side="partner"
              pathOf={({ id }: Partnership) => `/partner/${partner.id}/partnerships/${id}`}
            />
          </Section>
        </>
      )}
    </PartnerPage>
  );
}

function Waiting({ things, nothing }: { things: readonly WaitingThing[]; nothing: string }) {
  return (
    <Table
      caption={content.waiting}
      captionHidden
      rows={things}
      empty={<p>{nothing}</p>}
      columns={[
        {
          heading: content.columns.what,
          rowHeader: true,
          cell: ({ kind, about, href, agency }) => (
            <a class="usa-link" href={href}>
              {about ? `${content.what[kind]}: ${about}` : content.what[kind]}
              <span class="usa-sr-only">, {agency}</span>
            </a>
          ),
        },
        { heading: content.columns.agency, cell: ({ agency }) => agency },
        { heading: content.columns.when, cell: ({ due }) => <Due due={due} /> },
      ]}
    />
  );
}

function Due({ due }: Pick<WaitingThing, 'due'>) {
  if (!due) return null;
  return (
    <StatusTag standing={due.isOverdue ? 'attention' : 'waiting'}>
      {due.isOverdue ? content.overdue(longDate(due.on)) : content.due(longDate(due.on))}
    </StatusTag>
  );
}
