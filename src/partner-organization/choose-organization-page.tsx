import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Checkbox } from '../uswds/checkbox.tsx';
import { CheckboxGroup } from '../uswds/checkbox-group.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Table } from '../uswds/table.tsx';
import { Tag } from '../uswds/tag.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { addContent, chooseContent as content, partnerKindLabels } from './organization-content.ts';
import { type PartnerOrganization, partnerKinds } from './partner-organization.ts';

export interface ChooseOrganizationPageProps {
  readonly agency: AgencyPlace;
  readonly search: string;
  readonly organizations: readonly PartnerOrganization[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly href: string;
}

/** Finds the partner among the organizations the agency may choose, or leads to adding it. */
export function ChooseOrganizationPage(props: ChooseOrganizationPageProps) {
  const { agency, search, organizations, total, page, pages, href } = props;
  const base = `/workspace/${agency.slug}/partnerships/new`;
  const add = `/workspace/${agency.slug}/partnerships/add-organization`;
  return (
    <WorkspacePage
      agency={agency}
      here="partnerships"
      title={content.title}
      lead={content.lead}
      trail={[sectionLink(agency, 'partnerships')]}
    >
      <SearchForm action={base} label={content.search} value={search} button={content.button} />
      {search !== '' && total === 0 ? <p role="status">{content.nothing}</p> : null}
      {total > 0 ? (
        <Table
          caption={content.found(total)}
          rows={organizations}
          columns={[
            {
              heading: content.columns.name,
              rowHeader: true,
              cell: (row) => (
                <>
                  {row.name} {row.isClaimed ? <Tag>{content.claimed}</Tag> : null}
                </>
              ),
            },
            {
              heading: content.columns.kinds,
              cell: ({ kinds }) => kinds.map((kind) => partnerKindLabels[kind]).join(', '),
            },
            { heading: content.columns.places, cell: ({ placesServed }) => placesServed },
            {
              heading: content.columns.choose,
              headingHidden: true,
              cell: (row) => (
                <a class="usa-link" href={`${base}/${row.id}`}>
                  {content.choose}
                  <span class="usa-sr-only"> {row.name}</span>
                </a>
              ),
            },
          ]}
        />
      ) : null}
      <Pagination page={page} pages={pages} href={href} label={content.columns.name} />
      <p>{content.addText}</p>
      <ButtonGroup>
        <ButtonLink look="outline" href={search ? `${add}?name=${encodeURIComponent(search)}` : add}>
          {content.add}
        </ButtonLink>
      </ButtonGroup>
    </WorkspacePage>
  );
}

export interface AddOrganizationPageProps {
  readonly agency: AgencyPlace;
  readonly values: {
    readonly name: string;
    readonly kinds: readonly string[];
    readonly placesServed: string;
    readonly website: string;
  };
  readonly errors?: FormErrors | undefined;
  /** One of the same name, to be chosen instead. */
  readonly known?: PartnerOrganization | undefined;
}

export function AddOrganizationPage({ agency, values, errors = noErrors, known }: AddOrganizationPageProps) {
  const base = `/workspace/${agency.slug}/partnerships`;
  return (
    <WorkspacePage
      agency={agency}
      here="partnerships"
      title={addContent.title}
      errors={errors}
      trail={[sectionLink(agency, 'partnerships')]}
    >
      <Form action={`${base}/add-organization`}>
        {known ? (
          <>
            <Alert kind="warning" heading={addContent.known.heading}>
              <p>
                {addContent.known.text} {known.placesServed}
              </p>
              <ButtonLink look="outline" href={`${base}/new/${known.id}`}>
                {addContent.known.choose(known.name)}
              </ButtonLink>
            </Alert>
            <Checkbox
              name="another"
              label={addContent.known.another}
              checked={false}
              error={errors.another}
            />
          </>
        ) : null}
        <TextField
          name="name"
          label={addContent.name}
          value={values.name}
          error={errors.name}
          maxlength={200}
          autocomplete="off"
          required
        />
        <CheckboxGroup
          name="kinds"
          label={addContent.kinds}
          hint={addContent.kindsHint}
          choices={partnerKinds.map((kind) => ({ value: kind, label: partnerKindLabels[kind] }))}
          values={values.kinds}
          error={errors.kinds}
          required
        />
        <TextField
          name="placesServed"
          label={addContent.placesServed}
          hint={addContent.placesHint}
          value={values.placesServed}
          error={errors.placesServed}
          maxlength={300}
          required
        />
        <TextField
          name="website"
          type="url"
          label={addContent.website}
          hint={addContent.websiteHint}
          value={values.website}
          error={errors.website}
          maxlength={300}
        />
        <ButtonGroup>
          <Button>{addContent.submit}</Button>
          <ButtonLink look="plain" href={`${base}/new`}>
            {addContent.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}
