import type { AgencyPlace } from '../identity/viewer.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { Form, FormSection } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { NumberField } from '../uswds/number-field.tsx';
import { Select } from '../uswds/select.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { classContent, hoursWords } from './class-content.ts';
import { mostDays, otherCourse } from './class-form.ts';
import { classFormContent as content } from './class-form-content.ts';
import { ClassFrame, classesPath, classPath } from './class-frame.tsx';
import type { ClassSession } from './class-session.ts';
import type { KnownCourse } from './known-course.ts';

export interface ClassFormPageProps {
  readonly agency: AgencyPlace;
  /** The class that is changed; undefined for a new one. */
  readonly session: ClassSession | undefined;
  readonly courses: readonly KnownCourse[];
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly values: Readonly<Record<string, string>>;
  /** How many days the form has room for. */
  readonly days: number;
  readonly errors?: FormErrors;
}

export function ClassFormPage(props: ClassFormPageProps) {
  const { agency, session, courses, partners, values, days, errors = noErrors } = props;
  const field = (name: string) => ({ name, value: values[name] ?? '', error: errors[name] });
  const action = session ? `${classPath(agency, session)}/edit` : `${classesPath(agency)}/new`;
  return (
    <ClassFrame
      agency={agency}
      session={session}
      title={session ? content.changeTitle : content.scheduleTitle}
      errors={errors}
    >
      <Form action={action} hidden={{ days: String(days) }}>
        <Select
          {...field('course')}
          label={content.course}
          hint={content.courseHint}
          placeholder={content.chooseCourse}
          choices={[...courses.map(courseChoice), { value: otherCourse, label: content.other }]}
          required
        />
        <TextField {...field('otherCourse')} label={content.otherCourse} hint={content.otherCourseHint} />
        <TextField {...field('hours')} label={content.hours} hint={content.hoursHint} width="sm" />
        <FormSection heading={content.days} lead={content.daysLead}>
          {Array.from({ length: days }, (_, index) => index + 1).map((place) => (
            <div class="om-class-day">
              <DateField {...field(`day-${place}`)} label={content.day(place)} required={place === 1} />
              <TextField
                {...field(`from-${place}`)}
                label={content.from(place)}
                hint={place === 1 ? content.timeHint : undefined}
                width="md"
                required={place === 1}
              />
              <TextField
                {...field(`to-${place}`)}
                label={content.to(place)}
                hint={place === 1 ? content.timeHint : undefined}
                width="md"
                required={place === 1}
              />
            </div>
          ))}
        </FormSection>
        <TextField {...field('place')} label={content.place} required />
        <NumberField {...field('seats')} label={content.seats} required />
        <TextArea
          {...field('instructors')}
          label={content.instructors}
          hint={content.instructorsHint}
          rows={3}
        />
        {partners.length > 0 ? (
          <Select
            {...field('partnership')}
            label={content.partner}
            placeholder={content.noPartner}
            choices={partners.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <TextField {...field('provider')} label={content.provider} hint={content.providerHint} />
        <ButtonGroup>
          {/* The first button of a form is the one that Enter presses: more days come after it. */}
          <Button>{session ? content.save : content.schedule}</Button>
          {days < mostDays ? (
            <Button look="outline" name="more" value="yes">
              {content.more}
            </Button>
          ) : null}
          <ButtonLink look="plain" href={session ? classPath(agency, session) : classesPath(agency)}>
            {classContent.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </ClassFrame>
  );
}

function courseChoice({ title, hours, isAsLast }: KnownCourse) {
  const length = hours === undefined ? content.noHours : content.listedHours(hoursWords(hours), isAsLast);
  return { value: title, label: `${title}, ${length}` };
}
