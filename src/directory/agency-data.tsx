import type { Certificate } from '../certification/certificate.ts';
import type { DirectoryEntry } from './directory-entry.ts';

export interface AgencyDataProps {
  readonly entry: DirectoryEntry;
  readonly certificates: readonly Certificate[];
  readonly issuer: string;
  readonly siteUrl: string;
}

/**
 * The page's facts for programs, in the words of schema.org, as microdata: an agency, and while it is certified the
 * credential it holds.
 */
export function AgencyData({ entry, certificates, issuer, siteUrl }: AgencyDataProps) {
  const [latest] = certificates;
  return (
    <div itemscope itemtype="https://schema.org/GovernmentOrganization" hidden>
      <meta itemprop="name" content={entry.name} />
      <link itemprop="url" href={entry.website ?? `${siteUrl}/agencies/${entry.slug}`} />
      <div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">
        <meta itemprop="addressLocality" content={entry.city} />
        <meta itemprop="addressRegion" content={entry.region} />
      </div>
      {entry.status === 'certified' && latest ? (
        <div
          itemprop="hasCredential"
          itemscope
          itemtype="https://schema.org/EducationalOccupationalCredential"
        >
          <meta itemprop="name" content="One Mind Certified" />
          <meta itemprop="credentialCategory" content="certification" />
          <meta itemprop="identifier" content={latest.number} />
          <meta itemprop="validFrom" content={latest.certifiedOn} />
          <link itemprop="url" href={`${siteUrl}/verify/${latest.number}`} />
          <div itemprop="recognizedBy" itemscope itemtype="https://schema.org/Organization">
            <meta itemprop="name" content={issuer} />
          </div>
        </div>
      ) : null}
    </div>
  );
}
