import { timeZoneLabel } from '../agency/time-zone.ts';
import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName } from '../person-name/person-name.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { type Column, Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import type { AttendanceResult } from './attendance.ts';
import {
  classContent as content,
  hoursWords,
  outcomeWords,
  phaseStandings,
  resultSentence,
  seatWords,
} from './class-content.ts';
import { shownTime } from './class-day.ts';
import { ClassFrame, classPath } from './class-frame.tsx';
import {
  type ClassPhase,
  type ClassSession,
  isOver,
  phaseOf,
  providerOf,
  takesPart,
} from './class-session.ts';
import { ClassSteps } from './class-steps-part.tsx';
import { type ClassStep, stepsOf } from './next-step.ts';
import { numberOf, type Seat } from './seat.ts';

export interface ClassPageProps {
  readonly agency: AgencyPlace;
  readonly session: ClassSession;
  readonly seats: readonly Seat[];
  /** What the attendance taken so far comes to, by person. */
  readonly results: ReadonlyMap<string, AttendanceResult>;
  readonly today: CalendarDate;
  readonly mayChange: boolean;
  readonly notice: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** One class: its facts, who has a seat, who waits, and what came of it. */
export function ClassPage(props: ClassPageProps) {
  const { agency, session, today, mayChange, notice, errors } = props;
  const phase = phaseOf(session, today);
  const steps = stepsOf(session, [...props.results.values()], today);
  return (
    <ClassFrame
      agency={agency}
      title={session.course}
      notice={notice}
      errors={errors}
      status={<StatusTag standing={phaseStandings[phase]}>{content.phases[phase]}</StatusTag>}
    >
      <StateNote session={session} phase={phase} note={noteOf(session, steps, today)} />
      {mayChange ? <ClassSteps agency={agency} session={session} steps={steps} /> : null}
      <Facts agency={agency} session={session} />
      <People {...props} phase={phase} />
      <WaitingList {...props} phase={phase} />
    </ClassFrame>
  );
}

function StateNote({ session, phase, note }: { session: ClassSession; phase: ClassPhase; note: string }) {
  const { state } = session;
  if (state.is === 'cancelled') return <Alert kind="info">{content.cancelledBecause(state.reason)}</Alert>;
  if (state.is === 'scheduled' && state.reopenedBecause !== undefined)
    return <Alert kind="warning">{content.reopenedBecause(state.reopenedBecause)}</Alert>;
  return phase === 'to-complete' ? <Alert kind="info">{note}</Alert> : null;
}

/** What is left to do once the last day has come. */
function noteOf(session: ClassSession, [next]: readonly ClassStep[], today: CalendarDate): string {
  const { over, lastDay, left } = content.toComplete;
  return `${isOver(session, today) ? over : lastDay} ${left[next ?? 'attendance']}`;
}

type InPhase = ClassPageProps & { readonly phase: ClassPhase };

function Facts({ agency, session }: Pick<ClassPageProps, 'agency' | 'session'>) {
  const { facts } = content;
  const waiting = session.waiting > 0 ? `, ${content.waiting(session.waiting)}` : '';
  return (
    <SummaryList
      facts={[
        {
          term: facts.days,
          detail: (
            <>
              {session.days.map(({ day, startsAt, endsAt }) => (
                <div>
                  {longDate(day)}, {shownTime(startsAt)} to {shownTime(endsAt)}
                </div>
              ))}
              <div class="om-quiet">
                {facts.clock} {timeZoneLabel(agency.timeZone)}.
              </div>
            </>
          ),
        },
        { term: facts.hours, detail: hoursWords(session.hours) },
        { term: facts.place, detail: session.place },
        { term: facts.seats, detail: content.seatsTaken(session.taken, session.seats) + waiting },
        { term: facts.instructors, detail: session.instructors.join(', ') },
        { term: facts.provider, detail: providerOf(session) },
      ]}
    />
  );
}

function People(props: InPhase) {
  const { agency, seats, session, results } = props;
  const people = seats.filter(({ state }) => takesPart(state));
  return (
    <Section heading={content.people}>
      <Table
        caption={`${content.people}: ${people.length}`}
        captionHidden
        rows={people}
        empty={
          <EmptyState heading={content.nobody.heading} level={3}>
            {content.nobody.text}
          </EmptyState>
        }
        columns={[
          nameColumn(agency),
          { heading: 'Number', cell: ({ member }) => numberOf(member) },
          { heading: 'Rank or title', cell: ({ member }) => member.rank },
          { heading: 'Seat', cell: ({ state }) => seatWords[state] },
          {
            heading: 'Attendance',
            cell: (seat) => standingOf(seat, results.get(seat.member.id), session.hours),
          },
          ...withdrawColumn(props),
        ]}
      />
    </Section>
  );
}

function standingOf(seat: Seat, result: AttendanceResult | undefined, hours: number) {
  const words = result && result.is !== 'unmarked' ? resultSentence(result, hours) : '';
  if (!seat.outcome) return words;
  return (
    <>
      <StatusTag standing={seat.outcome === 'incomplete' ? 'neutral' : 'done'}>
        {outcomeWords[seat.outcome]}
      </StatusTag>
      <div class="om-quiet">{words}</div>
    </>
  );
}

function WaitingList(props: InPhase) {
  const waiting = props.seats.filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return null;
  return (
    <Section heading={content.waitingList}>
      <p>{isOver(props.session, props.today) ? content.waitedLead : content.waitingLead}</p>
      <Table
        caption={content.waitingList}
        captionHidden
        rows={waiting}
        columns={[
          nameColumn(props.agency),
          { heading: 'Number', cell: ({ member }) => numberOf(member) },
          { heading: 'Rank or title', cell: ({ member }) => member.rank },
          ...withdrawColumn(props),
        ]}
      />
    </Section>
  );
}

function nameColumn(agency: AgencyPlace): Column<Seat> {
  return {
    heading: 'Name',
    rowHeader: true,
    cell: ({ member }) => (
      <a class="usa-link" href={`/workspace/${agency.slug}/training/people/${member.id}`}>
        {filedName(member.name)}
      </a>
    ),
  };
}

function withdrawColumn({ agency, session, mayChange }: InPhase): readonly Column<Seat>[] {
  if (!mayChange || session.state.is !== 'scheduled') return [];
  return [
    {
      heading: content.withdraw,
      headingHidden: true,
      cell: ({ member }) => (
        <ActionForm
          action={`${classPath(agency, session)}/withdraw`}
          look="plain"
          hidden={{ staff: member.id }}
          about={filedName(member.name)}
        >
          {content.withdraw}
        </ActionForm>
      ),
    },
  ];
}
