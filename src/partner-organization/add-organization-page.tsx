import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Checkbox } from '../uswds/checkbox.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { addContent as content, kindWords, placeWords } from './organization-content.ts';
import { OrganizationFields } from './organization-fields.tsx';
import type { TypedFacts } from './organization-form.ts';
import type { PartnerOrganization } from './partner-organization.ts';

export interface AddOrganizationPageProps {
  readonly agency: AgencyPlace;
  readonly values: TypedFacts;
  readonly errors?: FormErrors | undefined;
  /** Those that look like it, to be chosen instead. */
  readonly known?: readonly PartnerOrganization[] | undefined;
}

/** An agency proposes an organization that it did not find. */
export function AddOrganizationPage({
  agency,
  values,
  errors = noErrors,
  known = [],
}: AddOrganizationPageProps) {
  const base = `/workspace/${agency.slug}/partnerships`;
  return (
    <WorkspacePage
      agency={agency}
      here="partnerships"
      title={content.title}
      errors={errors}
      trail={[sectionLink(agency, 'partnerships')]}
    >
      <Form action={`${base}/add-organization`}>
        {known.length > 0 ? (
          <>
            <DidYouMean known={known} base={base} />
            <Checkbox name="another" label={content.known.another} checked={false} error={errors.another} />
          </>
        ) : null}
        <OrganizationFields values={values} errors={errors} />
        <ButtonGroup>
          <Button>{content.submit}</Button>
          <ButtonLink look="plain" href={`${base}/new`}>
            {content.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}

function DidYouMean({ known, base }: { known: readonly PartnerOrganization[]; base: string }) {
  const [first] = known;
  const heading =
    known.length === 1 && first ? content.known.heading(first.name) : content.known.headingSeveral;
  return (
    <Alert kind="warning" heading={heading}>
      <p>{content.known.text}</p>
      <ul class="usa-list">
        {known.map((one) => (
          <li>
            <a class="usa-link" href={`${base}/new/${one.id}`}>
              {content.known.choose(one.name)}
            </a>
            <br />
            {kindWords(one.kinds)}. {placeWords(one.placesServed)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
