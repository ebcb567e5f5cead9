import { longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { shownName } from '../person-name/person-name.ts';
import type { StaffMember } from '../roster/staff-member.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { personTrainingContent as content } from './person-training-content.ts';
import { sourceOf } from './record-source-content.ts';
import type { StoredRecord } from './stored-record.ts';

export interface RecordFormPageProps {
  readonly agency: AgencyPlace;
  readonly member: StaffMember;
  readonly values: Readonly<Record<string, string>>;
  readonly errors?: FormErrors;
}

export function RecordFormPage({ agency, member, values, errors = noErrors }: RecordFormPageProps) {
  const here = `/workspace/${agency.slug}/training/people/${member.id}`;
  const field = (name: string) => ({ name, value: values[name] ?? '', error: errors[name] });
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={`${content.addTitle}: ${shownName(member.name)}`}
      lead={content.addLead}
      errors={errors}
      trail={[sectionLink(agency, 'training'), { label: shownName(member.name), href: here }]}
    >
      <Form action={`${here}/add`}>
        <TextField {...field('title')} label={content.course} hint={content.courseHint} required />
        <TextField {...field('hours')} label={content.hours} width="sm" />
        <DateField {...field('completedOn')} label={content.completedOn} required />
        <DateField {...field('expiresOn')} label={content.expiresOn} hint={content.expiresHint} />
        <TextField {...field('provider')} label={content.provider} />
        <TextField {...field('result')} label={content.result} hint={content.resultHint} width="md" />
        <ButtonGroup>
          <Button>{content.save}</Button>
          <ButtonLink look="plain" href={here}>
            {content.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}

export interface RemoveRecordPageProps {
  readonly agency: AgencyPlace;
  readonly member: StaffMember;
  readonly record: StoredRecord;
  readonly reason: string;
  readonly errors?: FormErrors;
}

export function RemoveRecordPage({
  agency,
  member,
  record,
  reason,
  errors = noErrors,
}: RemoveRecordPageProps) {
  const here = `/workspace/${agency.slug}/training/people/${member.id}`;
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={content.removeTitle}
      lead={content.removeLead}
      errors={errors}
      trail={[sectionLink(agency, 'training'), { label: shownName(member.name), href: here }]}
    >
      <p>
        {record.title || record.code}
        {record.completedOn ? `, ${longDate(record.completedOn)}` : ''}. {sourceOf(record)}.
      </p>
      <Form action={`${here}/records/${record.id}/remove`}>
        <TextField name="reason" label={content.removeReason} value={reason} error={errors.reason} required />
        <ButtonGroup>
          <Button look="danger">{content.remove}</Button>
          <ButtonLink look="plain" href={here}>
            {content.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}
