import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName } from '../person-name/person-name.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { errorId, fieldId } from '../uswds/field.tsx';
import { HiddenValues } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Table } from '../uswds/table.tsx';
import { attendanceContent as content } from './attendance-content.ts';
import { attendedField, hoursField } from './attendance-form.ts';
import { classContent, hoursWords } from './class-content.ts';
import { ClassFrame, classPath } from './class-frame.tsx';
import type { ClassSession } from './class-session.ts';
import { numberOf, type Seat } from './seat.ts';

export interface AttendancePageProps {
  readonly agency: AgencyPlace;
  readonly session: ClassSession;
  readonly day: CalendarDate;
  /** How many hours of the course the day stands for. */
  readonly dayHours: number;
  readonly people: readonly Seat[];
  /** By field: what was said before, or what was sent just now. */
  readonly values: Readonly<Record<string, string>>;
  /** For each day that has come, of how many people it is known. */
  readonly days: readonly { readonly day: CalendarDate; readonly marked: number }[];
  /** The class is entered after the fact: people are enrolled, not added as having come without a seat. */
  readonly isOver: boolean;
  /** Nothing is left to mark, and the last day has come. */
  readonly isReady: boolean;
  readonly notice: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** Who was there on one day: everybody on one page. */
export function AttendancePage(props: AttendancePageProps) {
  const { agency, session, day, dayHours, people, errors = noErrors } = props;
  const here = classPath(agency, session);
  return (
    <ClassFrame
      agency={agency}
      session={session}
      title={`${content.title}: ${longDate(day)}`}
      lead={`${content.lead} ${content.hoursOfDay(hoursWords(dayHours))}`}
      notice={props.notice}
      errors={errors}
    >
      <DayLinks {...props} />
      <form method="post" action={`${here}/attendance`} id="form" novalidate>
        <HiddenValues values={{ day }} />
        <Table
          caption={`${people.length} ${people.length === 1 ? 'person' : 'people'}`}
          rows={people}
          empty={<EmptyState heading={content.nobody.heading}>{content.nobody.text}</EmptyState>}
          columns={[
            { heading: content.name, rowHeader: true, cell: ({ member }) => filedName(member.name) },
            { heading: content.number, cell: ({ member }) => numberOf(member) },
            { heading: content.attendance, cell: (seat) => <Choices seat={seat} values={props.values} /> },
            {
              heading: content.hours,
              cell: (seat) => <PartHours seat={seat} values={props.values} errors={errors} />,
            },
          ]}
        />
        <ButtonGroup>
          {people.length > 0 ? (
            <>
              {/* The first button is the one that Enter presses: it marks nobody of whom nothing was said. */}
              <Button look="outline" name="rest" value="">
                {content.save}
              </Button>
              <Button name="rest" value="present">
                {content.rest}
              </Button>
            </>
          ) : null}
          <ButtonLink look="outline" href={`${here}/${props.isOver ? 'enroll' : 'walk-ins'}`}>
            {props.isOver ? content.more : content.walkIns}
          </ButtonLink>
          {props.isReady ? (
            <ButtonLink look="outline" href={`${here}/complete`}>
              {classContent.steps.complete}
            </ButtonLink>
          ) : null}
          <ButtonLink look="plain" href={here}>
            {classContent.back}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </ClassFrame>
  );
}

function DayLinks({ agency, session, day, days, people }: AttendancePageProps) {
  if (days.length < 2) return null;
  return (
    <nav aria-label={content.days}>
      <ul class="om-class-days">
        {days.map((one) => (
          <li>
            <a
              class="usa-link"
              href={`${classPath(agency, session)}/attendance?day=${one.day}`}
              aria-current={one.day === day ? 'page' : undefined}
            >
              {longDate(one.day)}
            </a>{' '}
            <span class="om-quiet">{content.taken(one.marked, people.length)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface OfSeat {
  readonly seat: Seat;
  readonly values: Readonly<Record<string, string>>;
}

function Choices({ seat, values }: OfSeat) {
  const name = attendedField(seat.member.id);
  return (
    <fieldset class="usa-fieldset om-attended">
      <legend class="usa-sr-only">{filedName(seat.member.name)}</legend>
      {Object.entries(content.choices).map(([value, label]) => (
        <div class="usa-radio">
          <input
            class="usa-radio__input"
            type="radio"
            id={`${fieldId(name)}-${value}`}
            name={name}
            value={value}
            checked={values[name] === value}
          />
          <label class="usa-radio__label" for={`${fieldId(name)}-${value}`}>
            {label}
          </label>
        </div>
      ))}
    </fieldset>
  );
}

function PartHours({ seat, values, errors }: OfSeat & { errors: FormErrors }) {
  const name = hoursField(seat.member.id);
  const error = errors[name];
  return (
    <>
      {error ? (
        <span class="usa-error-message" id={errorId(name)}>
          {error}
        </span>
      ) : null}
      <input
        class={`usa-input usa-input--xs${error ? ' usa-input--error' : ''}`}
        id={fieldId(name)}
        name={name}
        type="text"
        inputmode="decimal"
        value={values[name] ?? ''}
        aria-label={content.hoursOf(filedName(seat.member.name))}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? errorId(name) : undefined}
      />
    </>
  );
}
