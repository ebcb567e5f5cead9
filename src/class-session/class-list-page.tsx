import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { ButtonLink } from '../uswds/button.tsx';
import { type ListedPage, SearchedTable } from '../uswds/searched-table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { classContent, phaseStandings } from './class-content.ts';
import { classesPath, classPath, spanOf } from './class-frame.tsx';
import { type ClassSession, phaseOf } from './class-session.ts';
import type { ListedPhase } from './class-session-store.ts';

const content = classContent.list;

export interface ClassListPageProps extends ListedPage {
  readonly agency: AgencyPlace;
  readonly sessions: readonly ClassSession[];
  readonly phase: ListedPhase;
  readonly today: CalendarDate;
  readonly mayChange: boolean;
  /** How many classes are over and still to be completed. */
  readonly toComplete: number;
}

export function ClassListPage(props: ClassListPageProps) {
  const { agency, sessions, total, phase, search, today, mayChange } = props;
  const base = classesPath(agency);
  const none = content.none[search === '' ? phase : 'found'];
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={content.title}
      lead={content.lead}
      trail={[sectionLink(agency, 'training')]}
      actions={mayChange ? <ButtonLink href={`${base}/new`}>{content.schedule}</ButtonLink> : undefined}
    >
      {mayChange && props.toComplete > 0 && phase !== 'past' ? (
        <Alert kind="warning">
          {content.left(props.toComplete)}{' '}
          <a class="usa-link" href={`${base}?phase=past`}>
            {content.leftLink}
          </a>
        </Alert>
      ) : null}
      <SearchedTable
        {...props}
        action={base}
        searchLabel={content.search}
        filter={{ name: 'phase', label: content.shown, value: phase, choices: content.phases }}
        label={content.title}
        caption={`${content.phases[phase]}: ${total.toLocaleString('en-US')}`}
        rows={sessions}
        empty={none}
        columns={[
          {
            heading: 'Course',
            rowHeader: true,
            cell: (session) => (
              <a class="usa-link" href={classPath(agency, session)}>
                {session.course}
              </a>
            ),
          },
          { heading: 'Days', cell: spanOf },
          { heading: 'Place', cell: ({ place }) => place },
          {
            heading: 'Seats',
            cell: ({ taken, seats, waiting }) =>
              `${classContent.seatsTaken(taken, seats)}${waiting > 0 ? `, ${waiting} waiting` : ''}`,
          },
          {
            heading: 'Standing',
            cell: (session) => {
              const standing = phaseOf(session, today);
              return (
                <StatusTag standing={phaseStandings[standing]}>{classContent.phases[standing]}</StatusTag>
              );
            },
          },
        ]}
      />
    </WorkspacePage>
  );
}
