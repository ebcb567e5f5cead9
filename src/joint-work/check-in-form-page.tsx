import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { type ConflictField, EditConflict } from '../uswds/edit-conflict.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { checkInQuestions, ratings } from './check-in.ts';
import { checkInContent as content, liaisonOf, questionTexts, ratingLabels } from './check-in-content.ts';
import type { TypedCheckIn } from './check-in-form.ts';
import { type HalfYear, halfYearName } from './half-year.ts';
import { jointContent } from './joint-content.ts';
import { JointPage } from './joint-page.tsx';
import type { JointPlace } from './joint-place.ts';

export interface CheckInFormPageProps {
  readonly place: JointPlace;
  readonly half: HalfYear;
  /** Of the answer that is changed; 0 for a first one. */
  readonly revision: number;
  readonly typed: TypedCheckIn;
  readonly conflict?: readonly ConflictField[] | undefined;
  readonly errors?: FormErrors | undefined;
}

/** A side's own answer for the present half-year. */
export function CheckInFormPage(props: CheckInFormPageProps) {
  const { place, half, revision, typed, errors = noErrors } = props;
  const base = `${place.base}/check-ins`;
  const field = (name: string) => ({ name, value: typed[name], error: errors[name] });
  return (
    <JointPage
      place={place}
      section="check-ins"
      title={content.title}
      lead={content.formLead(halfYearName(half))}
      errors={errors}
      trail={[{ label: content.title, href: base }]}
    >
      {props.conflict ? <EditConflict fields={props.conflict} /> : null}
      <Form action={`${base}/answer`} hidden={{ revision: String(revision) }}>
        {checkInQuestions.map((question) => (
          <RadioGroup
            {...field(question)}
            label={questionTexts[question]}
            choices={ratings.map((rating) => ({ value: String(rating), label: ratingLabels[rating] }))}
            required
          />
        ))}
        <RadioGroup
          {...field('liaison')}
          label={content.liaison(liaisonOf(place.partnership, place.side))}
          hint={content.liaisonHint}
          choices={[
            { value: 'yes', label: content.yes },
            { value: 'no', label: content.no },
          ]}
          required
        />
        <TextArea {...field('goingWell')} label={content.goingWell} hint={content.goingWellHint} />
        <TextArea {...field('wouldHelp')} label={content.wouldHelp} />
        <ButtonGroup>
          <Button>{revision === 0 ? content.submit : content.submitChange}</Button>
          <ButtonLink look="plain" href={base}>
            {jointContent.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </JointPage>
  );
}
