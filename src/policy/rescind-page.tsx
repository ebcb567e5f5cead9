import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { rescindContent as content } from './adoption-content.ts';
import type { AgencyPolicy } from './policy.ts';
import { Buttons } from './policy-form-pages.tsx';

export interface TypedRescission {
  readonly name: string;
  readonly on: string;
  readonly reason: string;
}

export interface RescindPageProps {
  readonly agency: AgencyPlace;
  readonly policy: AgencyPolicy;
  readonly typed: TypedRescission;
  readonly today: CalendarDate;
  readonly errors?: FormErrors | undefined;
}

/** The executive says why the policy ends, and signs. */
export function RescindPage({ agency, policy, typed, today, errors = noErrors }: RescindPageProps) {
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={`${content.title}: ${policy.title}`}
      lead={content.lead}
      errors={errors}
      trail={[sectionLink(agency, 'policy')]}
    >
      <Alert kind="warning">{content.warning}</Alert>
      <Form action={`/workspace/${agency.slug}/policy/rescind`}>
        <TextArea
          name="reason"
          label={content.reason}
          hint={content.reasonHint}
          value={typed.reason}
          error={errors.reason}
          rows={4}
          maxlength={2000}
          required
        />
        <DateField name="on" label={content.on} value={typed.on} error={errors.on} max={today} required />
        <TextField
          name="name"
          label={content.name}
          hint={content.nameHint}
          value={typed.name}
          error={errors.name}
          autocomplete="name"
          maxlength={200}
          required
        />
        <Buttons agency={agency} submit={content.submit} />
      </Form>
    </WorkspacePage>
  );
}
