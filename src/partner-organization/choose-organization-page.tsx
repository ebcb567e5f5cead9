import type { AgencyPlace } from '../identity/viewer.ts';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Table } from '../uswds/table.tsx';
import { Tag } from '../uswds/tag.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { chooseContent as content, kindWords, placeWords } from './organization-content.ts';
import type { PartnerOrganization } from './partner-organization.ts';

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
                  <a class="usa-link" href={`/workspace/${agency.slug}/partnerships/organizations/${row.id}`}>
                    {row.name}
                  </a>{' '}
                  {row.isClaimed ? <Tag>{content.claimed}</Tag> : null}
                </>
              ),
            },
            {
              heading: content.columns.kinds,
              cell: ({ kinds }) => kindWords(kinds),
            },
            { heading: content.columns.places, cell: ({ placesServed }) => placeWords(placesServed) },
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
