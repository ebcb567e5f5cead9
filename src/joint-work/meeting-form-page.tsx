import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { type ConflictField, EditConflict } from '../uswds/edit-conflict.tsx';
import { Form, FormSection } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { jointContent } from './joint-content.ts';
import { JointPage } from './joint-page.tsx';
import { type JointPlace, sideName } from './joint-place.ts';
import { zoneName } from './local-instant.ts';
import type { MeetingField, MeetingId } from './meeting.ts';
import { meetingFormContent as content, meetingListContent } from './meeting-content.ts';
import type { MeetingFormKind, TypedMeeting } from './meeting-form.ts';

export interface MeetingFormPageProps {
  readonly place: JointPlace;
  readonly does: 'plan' | 'edit' | 'hold';
  readonly kind: MeetingFormKind;
  /** The meeting that is changed or written up. */
  readonly meeting: { readonly id: MeetingId; readonly title: string } | undefined;
  readonly revision: number;
  readonly typed: TypedMeeting;
  readonly conflict?: readonly ConflictField[] | undefined;
  readonly errors?: FormErrors | undefined;
}

const words = {
  plan: { title: content.planTitle, lead: content.planLead, submit: content.planSubmit },
  edit: { title: content.editTitle, lead: content.editLead, submit: content.editSubmit },
  hold: { title: content.holdTitle, lead: content.holdLead, submit: content.holdSubmit },
} as const;

/** Plans a meeting, changes it, or writes down what came of it. */
export function MeetingFormPage(props: MeetingFormPageProps) {
  const { place, does, kind, meeting, errors } = props;
  const list = `${place.base}/meetings`;
  const back = meeting ? `${list}/${meeting.id}` : list;
  return (
    <JointPage
      place={place}
      section="meetings"
      title={words[does].title}
      lead={kind === 'record' ? content.holdLead : words[does].lead}
      errors={errors}
      trail={[
        { label: meetingListContent.title, href: list },
        ...(meeting ? [{ label: meeting.title, href: back }] : []),
      ]}
    >
      {props.conflict ? <EditConflict fields={props.conflict} /> : null}
      <Form
        action={does === 'plan' ? `${list}/new` : `${back}/${does}`}
        hidden={{ revision: String(props.revision) }}
      >
        {kind === 'record' ? <RecordFields {...props} /> : null}
        {kind === 'record' ? (
          <FormSection heading={content.plan}>
            <PlanFields {...props} />
          </FormSection>
        ) : (
          <PlanFields {...props} />
        )}
        <ButtonGroup>
          <Button>{words[does].submit}</Button>
          <ButtonLink look="plain" href={back}>
            {jointContent.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </JointPage>
  );
}

function fieldsOf({ typed, errors = noErrors }: MeetingFormPageProps) {
  return (name: MeetingField) => ({ name, value: typed[name], error: errors[name] });
}

function RecordFields(props: MeetingFormPageProps) {
  const field = fieldsOf(props);
  const { partnership, side } = props.place;
  const [own, other] =
    side === 'agency' ? (['agency', 'partner'] as const) : (['partner', 'agency'] as const);
  return (
    <FormSection heading={content.record}>
      {[own, other].map((of, place) => (
        <TextArea
          {...field(of === 'agency' ? 'agencyAttendees' : 'partnerAttendees')}
          label={content.attendees(sideName(partnership, of))}
          hint={place === 0 ? content.attendeesHint : undefined}
          rows={4}
          required
        />
      ))}
      <TextArea {...field('minutes')} label={content.minutes} hint={content.minutesHint} rows={12} />
    </FormSection>
  );
}

function PlanFields(props: MeetingFormPageProps) {
  const field = fieldsOf(props);
  const hint = content.timeHint(zoneName(props.place.partnership.agency.timeZone));
  return (
    <>
      <TextField {...field('title')} label={content.title} maxlength={200} required />
      <DateField {...field('day')} label={content.day} required />
      <TextField {...field('startsAt')} label={content.from} hint={hint} width="md" required />
      <TextField {...field('endsAt')} label={content.to} width="md" required />
      <TextField {...field('place')} label={content.place} hint={content.placeHint} />
      <TextField {...field('link')} label={content.link} hint={content.linkHint} type="url" />
      <TextArea {...field('agenda')} label={content.agenda} hint={content.agendaHint} rows={6} />
    </>
  );
}
