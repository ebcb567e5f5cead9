import { longDate } from '../calendar/calendar-date.ts';
import type { ClassSession } from '../class-session/class-session.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { type ConflictField, EditConflict } from '../uswds/edit-conflict.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { NumberField } from '../uswds/number-field.tsx';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { Section } from '../uswds/section.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { jointContent, sideChoices } from './joint-content.ts';
import { JointPage } from './joint-page.tsx';
import type { JointPlace } from './joint-place.ts';
import type { JointTrainingField, JointTrainingId } from './joint-training.ts';
import { trainingContent as content } from './joint-training-content.ts';
import type { TypedTraining } from './joint-training-form.ts';

export interface TrainingFormPageProps {
  readonly place: JointPlace;
  /** The training that is changed; undefined for a new one. */
  readonly training: { readonly id: JointTrainingId } | undefined;
  readonly revision: number;
  readonly typed: TypedTraining;
  /** Classes that can be listed without typing them again. */
  readonly classes: readonly ClassSession[];
  readonly conflict?: readonly ConflictField[] | undefined;
  readonly errors?: FormErrors | undefined;
}

export function TrainingFormPage(props: TrainingFormPageProps) {
  const { place, training, typed, classes, errors = noErrors } = props;
  const list = `${place.base}/trainings`;
  const field = (name: JointTrainingField) => ({ name, value: typed[name], error: errors[name] });
  return (
    <JointPage
      place={place}
      section="trainings"
      title={training ? content.editTitle : content.add}
      lead={training ? undefined : content.addLead}
      errors={errors}
      trail={[{ label: content.title, href: list }]}
    >
      {props.conflict ? <EditConflict fields={props.conflict} /> : null}
      {typed.session && !training ? <Alert kind="info">{content.classChosen(typed.course)}</Alert> : null}
      {classes.length > 0 && !typed.session ? <ClassChoice classes={classes} list={list} /> : null}
      <Form
        action={training ? `${list}/${training.id}/edit` : `${list}/new`}
        hidden={{ revision: String(props.revision), session: typed.session }}
      >
        <TextField {...field('course')} label={content.course} required />
        <DateField {...field('heldOn')} label={content.heldOn} hint={content.heldOnHint} required />
        <RadioGroup
          {...field('taughtBySide')}
          label={content.taughtBySide}
          choices={[...sideChoices(place.partnership), { value: 'both', label: content.both }]}
          required
        />
        <TextField {...field('taughtBy')} label={content.taughtBy} hint={content.taughtByHint} />
        <NumberField {...field('attended')} label={content.attended} required />
        <ButtonGroup>
          <Button>{content.save}</Button>
          <ButtonLink look="plain" href={list}>
            {jointContent.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </JointPage>
  );
}

function ClassChoice({ classes, list }: { classes: readonly ClassSession[]; list: string }) {
  return (
    <Section heading={content.classes}>
      <p>{content.classesLead}</p>
      <ul class="usa-list">
        {classes.slice(0, 10).map(({ id, course, endsOn }) => (
          <li>
            <a class="usa-link" href={`${list}/new?class=${id}`}>
              {course}, {longDate(endsOn)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
