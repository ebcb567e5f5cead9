import { longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { shownName } from '../person-name/person-name.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { kindWords } from './roster-page-content.ts';
import type { StaffMember } from './staff-member.ts';

export interface PersonPageProps {
  readonly agency: AgencyPlace;
  readonly member: StaffMember;
  readonly hasLeft: boolean;
  readonly mayChange: boolean;
  readonly notice: string | undefined;
  readonly errors?: FormErrors | undefined;
  readonly lastDay?: string | undefined;
}

export function PersonPage({ agency, member, hasLeft, mayChange, notice, errors, lastDay }: PersonPageProps) {
  const here = `/workspace/${agency.slug}/roster/people/${member.id}`;
  return (
    <WorkspacePage
      agency={agency}
      here="roster"
      title={shownName(member.name)}
      errors={errors}
      trail={[sectionLink(agency, 'roster')]}
      notice={
        notice ? (
          <Alert kind="success" live>
            {notice}
          </Alert>
        ) : undefined
      }
      status={<StatusTag standing={hasLeft ? 'neutral' : 'done'}>{hasLeft ? 'Left' : 'On staff'}</StatusTag>}
      actions={
        mayChange ? (
          <ButtonLink look="outline" href={`${here}/change`}>
            Change
          </ButtonLink>
        ) : undefined
      }
    >
      <SummaryList
        facts={[
          { term: 'Employee number', detail: member.employeeNumber },
          { term: 'Badge number', detail: member.badge },
          { term: 'Sworn', detail: kindWords(member) },
          { term: 'Rank or title', detail: member.rank },
          { term: 'Unit', detail: member.unit },
          { term: 'Shift', detail: member.shift },
          { term: 'Work email', detail: member.email },
          { term: 'Date hired', detail: member.hiredOn && longDate(member.hiredOn) },
          { term: 'Last day', detail: member.separatedOn && longDate(member.separatedOn) },
        ]}
      />
      <p>
        <a class="usa-link" href={`/workspace/${agency.slug}/training/people/${member.id}`}>
          Training records of this person
        </a>
      </p>
      {mayChange ? <StandingSection here={here} member={member} errors={errors} lastDay={lastDay} /> : null}
    </WorkspacePage>
  );
}

function StandingSection({
  here,
  member,
  errors = noErrors,
  lastDay = '',
}: Pick<PersonPageProps, 'member' | 'errors' | 'lastDay'> & { here: string }) {
  if (member.separatedOn) {
    return (
      <Section heading="Back on staff?">
        <p>If this person came back, or the last day was wrong, put them on staff again.</p>
        <ActionForm action={`${here}/rehire`}>Put back on staff</ActionForm>
      </Section>
    );
  }
  return (
    <Section heading="Left the agency?">
      <p>From the day after the last day, this person no longer counts. Their training records stay.</p>
      <Form action={`${here}/separate`}>
        <DateField name="on" label="Last day" value={lastDay} error={errors.on} required />
        <Button look="outline">Mark as having left</Button>
      </Form>
    </Section>
  );
}
