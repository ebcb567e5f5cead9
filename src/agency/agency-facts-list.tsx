import { SummaryList } from '../uswds/summary-list.tsx';
import type { Agency } from './agency.ts';
import { agencyFactsWords as words } from './agency-content.ts';
import { agencyKindLabel } from './agency-kind.ts';
import { countryNames, regionName } from './region.ts';
import { timeZoneLabel } from './time-zone.ts';

/** Everything known of an agency, one under the other. */
export function AgencyFactsList({ agency }: { agency: Agency }) {
  const county = agency.county ? `${agency.county}, ` : '';
  return (
    <SummaryList
      facts={[
        { term: words.kind, detail: agencyKindLabel(agency.kind) },
        {
          term: words.place,
          detail: `${agency.city}, ${county}${regionName(agency.region)}, ${countryNames[agency.country]}`,
        },
        { term: words.address, detail: `${agency.address}, ${agency.postalCode}` },
        { term: words.website, detail: agency.website },
        { term: words.ori, detail: agency.ori },
        { term: words.population, detail: agency.populationServed?.toLocaleString('en-US') },
        { term: words.timeZone, detail: timeZoneLabel(agency.timeZone) },
      ]}
    />
  );
}
