import type { AgencyPlace } from '../identity/viewer.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { type ConflictField, EditConflict } from '../uswds/edit-conflict.tsx';
import { Form } from '../uswds/form.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { correctContent as content } from './organization-content.ts';
import { OrganizationFields } from './organization-fields.tsx';
import type { TypedFacts } from './organization-form.ts';
import type { PartnerOrganization } from './partner-organization.ts';

export interface CorrectOrganizationPageProps {
  readonly agency: AgencyPlace;
  readonly organization: PartnerOrganization;
  readonly values: TypedFacts;
  readonly errors?: FormErrors | undefined;
  readonly conflict?: readonly ConflictField[] | undefined;
}

export function CorrectOrganizationPage(props: CorrectOrganizationPageProps) {
  const { agency, organization, values, errors, conflict } = props;
  const path = `/workspace/${agency.slug}/partnerships/organizations/${organization.id}`;
  return (
    <WorkspacePage
      agency={agency}
      here="partnerships"
      title={content.title(organization.name)}
      lead={content.lead}
      errors={errors}
      trail={[sectionLink(agency, 'partnerships'), { label: organization.name, href: path }]}
    >
      {conflict ? <EditConflict fields={conflict} /> : null}
      <Form action={`${path}/correct`} hidden={{ revision: String(organization.revision) }}>
        <OrganizationFields values={values} errors={errors} />
        <ButtonGroup>
          <Button>{content.submit}</Button>
          <ButtonLink look="plain" href={path}>
            {content.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}
