import { longDate } from '../calendar/calendar-date.ts';
import { shownTime } from '../class-session/class-day.ts';
import { ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { calendarAddressContent } from './calendar-address-content.ts';
import { jointContent } from './joint-content.ts';
import type { MeetingListAsked } from './joint-list.ts';
import { JointPage } from './joint-page.tsx';
import { type JointPlace, mayChange } from './joint-place.ts';
import { canBeHeld, type Meeting } from './meeting.ts';
import {
  meetingListContent as content,
  meetingStandings,
  meetingStateLabels,
  toWriteUp,
} from './meeting-content.ts';
import { ShownSearch } from './shown-search.tsx';

export interface MeetingListPageProps {
  readonly place: JointPlace;
  readonly meetings: readonly Meeting[];
  readonly total: number;
  readonly asked: MeetingListAsked;
  readonly href: string;
  readonly notice: string | undefined;
}

export function MeetingListPage({ place, meetings, total, asked, href, notice }: MeetingListPageProps) {
  const base = `${place.base}/meetings`;
  const plan = mayChange(place) ? <ButtonLink href={`${base}/new`}>{content.plan}</ButtonLink> : null;
  const isEmpty = total === 0 && asked.search === '' && asked.shown === 'all' && asked.page === 1;
  return (
    <JointPage
      place={place}
      section="meetings"
      title={content.title}
      lead={content.lead}
      notice={notice}
      actions={isEmpty ? undefined : plan}
    >
      {isEmpty ? (
        <EmptyState heading={content.empty.heading} icon="calendar" actions={plan}>
          {content.empty.text}
        </EmptyState>
      ) : (
        <>
          <ShownSearch action={base} label={content.search} asked={asked} shown={content.shown} />
          <MeetingTable place={place} meetings={meetings} asked={asked} href={href} />
          <Pagination
            page={asked.page}
            pages={Math.ceil(total / asked.pageSize)}
            href={href}
            label={content.title}
          />
          <p>
            <a class="usa-link" href={`${base}/calendar.ics`}>
              {content.calendar}
            </a>
            <br />
            <span class="om-quiet">{content.calendarHint}</span>
          </p>
        </>
      )}
      <p>
        <a class="usa-link" href={`${base}/subscribe`}>
          {calendarAddressContent.link}
        </a>
      </p>
    </JointPage>
  );
}

function MeetingTable({
  place,
  meetings,
  asked,
  href,
}: Pick<MeetingListPageProps, 'place' | 'meetings' | 'asked' | 'href'>) {
  const words = content.columns;
  return (
    <Table
      caption={content.title}
      captionHidden
      rows={meetings}
      empty={<p>{jointContent.nothingFound}</p>}
      sort={{ by: asked.sort, direction: asked.direction, href }}
      columns={[
        {
          heading: words.title,
          rowHeader: true,
          sort: 'title',
          cell: ({ id, title }) => (
            <a class="usa-link" href={`${place.base}/meetings/${id}`}>
              {title}
            </a>
          ),
        },
        {
          heading: words.when,
          sort: 'day',
          cell: ({ day, startsAt }) => `${longDate(day)}, ${shownTime(startsAt)}`,
        },
        { heading: words.where, cell: ({ place: where, link }) => where || link },
        { heading: words.state, sort: 'state', cell: (row) => <MeetingTag meeting={row} place={place} /> },
        { heading: words.came, numeric: true, cell: ({ attendees }) => attendees.length || '' },
      ]}
    />
  );
}

/** How a meeting stands; one whose day has come waits for its reader to write it up. */
export function MeetingTag({ meeting, place }: { meeting: Meeting; place: JointPlace }) {
  if (canBeHeld(meeting, place.today)) return <StatusTag standing="attention">{toWriteUp}</StatusTag>;
  const { is } = meeting.state;
  return <StatusTag standing={meetingStandings[is]}>{meetingStateLabels[is]}</StatusTag>;
}
