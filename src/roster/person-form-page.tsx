import type { AgencyPlace } from '../identity/viewer.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { Select } from '../uswds/select.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { rosterWords as words } from './roster-page-content.ts';
import { staffCategories } from './staff-category.ts';

export interface PersonFormPageProps {
  readonly agency: AgencyPlace;
  readonly title: string;
  readonly action: string;
  readonly back: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors?: FormErrors;
}

export function PersonFormPage({
  agency,
  title,
  action,
  back,
  values,
  errors = noErrors,
}: PersonFormPageProps) {
  const text = (name: string) => ({ name, value: values[name] ?? '', error: errors[name] });
  return (
    <WorkspacePage
      agency={agency}
      here="roster"
      title={title}
      errors={errors}
      trail={[sectionLink(agency, 'roster')]}
    >
      <Form action={action}>
        <TextField {...text('familyName')} label="Last name" required />
        <TextField {...text('givenName')} label="First name" required />
        <TextField {...text('middleName')} label="Middle name" />
        <TextField {...text('suffix')} label="Suffix" hint="Such as Jr. or III" width="xs" />
        <RadioGroup
          {...text('kind')}
          label="Is this person sworn?"
          required
          choices={[
            { value: 'sworn', label: 'Sworn' },
            { value: 'non-sworn', label: 'Non-sworn' },
          ]}
        />
        <Select
          {...text('category')}
          label="If non-sworn: what kind of job?"
          placeholder="Choose a kind of job"
          choices={staffCategories.map((category) => ({
            value: category,
            label: words.categories[category],
          }))}
        />
        <TextField {...text('employeeNumber')} label="Employee number" width="md" />
        <TextField {...text('badge')} label="Badge number" width="md" />
        <TextField {...text('rank')} label="Rank or title" />
        <TextField {...text('unit')} label="Unit" />
        <TextField {...text('shift')} label="Shift" />
        <TextField {...text('email')} label="Work email" type="email" />
        <DateField {...text('hiredOn')} label="Date hired" />
        <ButtonGroup>
          <Button>Save</Button>
          <ButtonLink look="plain" href={back}>
            Go back without a change
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}
