import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { CampaignRole } from '../identity/viewer.ts';
import { SearchForm } from '../uswds/search-form.tsx';
import { Table } from '../uswds/table.tsx';
import { kindWords, placeWords } from './organization-content.ts';
import { deskContent as content } from './organization-desk-content.ts';
import { organizationsHref } from './organization-list-page.tsx';
import type { PartnerOrganization } from './partner-organization.ts';

export interface ChooseDoublePageProps {
  readonly roles: readonly CampaignRole[];
  readonly organization: PartnerOrganization;
  readonly search: string;
  readonly found: readonly PartnerOrganization[];
}

/** Finds the record to merge with, where the program did not see that two are alike. */
export function ChooseDoublePage({ roles, organization, search, found }: ChooseDoublePageProps) {
  const base = `${organizationsHref}/${organization.id}`;
  return (
    <CampaignPage
      roles={roles}
      here={organizationsHref}
      title={content.page.mergeWith}
      above={organization.name}
      trail={[
        { label: content.title, href: organizationsHref },
        { label: organization.name, href: base },
      ]}
    >
      <SearchForm action={`${base}/merge`} label={content.search} value={search} />
      {search === '' ? null : (
        <Table
          caption={content.found(found.length)}
          rows={found}
          empty={<p role="status">{content.empty.heading}</p>}
          columns={[
            {
              heading: content.columns.name,
              rowHeader: true,
              cell: ({ name, kinds }) => (
                <>
                  {name}
                  <br />
                  <span class="om-quiet">{kindWords(kinds)}</span>
                </>
              ),
            },
            { heading: content.columns.places, cell: ({ placesServed }) => placeWords(placesServed) },
            {
              heading: content.page.actions,
              headingHidden: true,
              cell: ({ id, name }) => (
                <a class="usa-link" href={`${base}/merge/${id}`}>
                  {content.page.compare}
                  <span class="usa-sr-only"> {name}</span>
                </a>
              ),
            },
          ]}
        />
      )}
    </CampaignPage>
  );
}
