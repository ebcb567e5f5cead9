import { agencyKindLabel, agencyKinds } from '../agency/agency-kind.ts';
import { regionName, regions } from '../agency/region.ts';
import { longDate } from '../calendar/calendar-date.ts';
import type { Certificate, CertificateNumber } from '../certification/certificate.ts';
import type { CertificateStanding } from '../certification/certificate-standing.ts';
import { standingSentence, standingTags } from '../certification/standing-content.ts';
import { ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Page } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Section } from '../uswds/section.tsx';
import { Select } from '../uswds/select.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag, type Standing as TagStanding } from '../uswds/tag.tsx';
import { AgencyData } from './agency-data.tsx';
import { directoryContent as content, uncertifiedWords } from './directory-content.ts';
import {
  type DirectoryEntry,
  type DirectoryQuery,
  type DirectoryStatus,
  isFictional,
  shownWebsite,
} from './directory-entry.ts';
import { FictionNote } from './fiction-note.tsx';

export interface DirectoryPageProps {
  readonly entries: readonly DirectoryEntry[];
  readonly total: number;
  readonly query: DirectoryQuery;
  readonly page: number;
  /** The present address with its query. */
  readonly href: string;
}

export function DirectoryPage({ entries, total, query, page, href }: DirectoryPageProps) {
  const { columns } = content;
  return (
    <Page title={content.title} description={content.description}>
      <PageHeading heading={content.title} lead={content.lead} />
      {entries.some(isFictional) ? <FictionNote /> : null}
      <DirectorySearch query={query} />
      <Table
        caption={content.found(total)}
        rows={entries}
        sort={{ by: query.sort, direction: query.descending ? 'descending' : 'ascending', href }}
        empty={<NoAgencies isFiltered={isFiltered(query)} />}
        columns={[
          {
            heading: columns.name,
            rowHeader: true,
            sort: 'name',
            cell: (entry) => (
              <a class="usa-link" href={`/agencies/${entry.slug}`}>
                {entry.name}
              </a>
            ),
          },
          { heading: columns.place, sort: 'place', cell: (entry) => `${entry.city}, ${entry.region}` },
          { heading: columns.kind, cell: (entry) => agencyKindLabel(entry.kind) },
          { heading: columns.status, cell: (entry) => <DirectoryTag status={entry.status} /> },
          { heading: columns.pledged, sort: 'pledged', cell: (entry) => longDate(entry.pledgedOn) },
          {
            heading: columns.certified,
            sort: 'certified',
            cell: (entry) => (entry.certifiedOn ? longDate(entry.certifiedOn) : ''),
          },
        ]}
      />
      <Pagination page={page} pages={Math.ceil(total / query.limit)} href={href} label={content.title} />
    </Page>
  );
}

function DirectorySearch({ query }: { query: DirectoryQuery }) {
  const statuses = Object.entries(content.statuses).map(([value, label]) => ({ value, label }));
  return (
    <SearchForm action="/agencies" label={content.search} value={query.search}>
      <Select
        name="region"
        label={content.region}
        placeholder={content.anyRegion}
        value={query.region}
        choices={regions.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="kind"
        label={content.kind}
        placeholder={content.anyKind}
        value={query.kind}
        choices={agencyKinds.map(({ kind }) => ({ value: kind, label: agencyKindLabel(kind) }))}
      />
      <Select
        name="status"
        label={content.status}
        placeholder={content.anyStatus}
        value={query.status}
        choices={statuses}
      />
    </SearchForm>
  );
}

function isFiltered({ search, region, kind, status }: DirectoryQuery): boolean {
  return search !== '' || region !== undefined || kind !== undefined || status !== undefined;
}

function NoAgencies({ isFiltered }: { isFiltered: boolean }) {
  const words = isFiltered ? content.noneFound : content.noneYet;
  return (
    <EmptyState
      heading={words.heading}
      actions={isFiltered ? <ButtonLink href="/agencies">{content.noneFound.action}</ButtonLink> : undefined}
    >
      {words.text}
    </EmptyState>
  );
}

function DirectoryTag({ status }: { status: DirectoryStatus }) {
  return (
    <StatusTag standing={status === 'certified' ? 'done' : 'progress'}>{content.statuses[status]}</StatusTag>
  );
}

export interface AgencyPublicPageProps {
  readonly entry: DirectoryEntry;
  readonly partners: readonly string[];
  readonly certificates: readonly Certificate[];
  /** What each certificate is worth today. */
  readonly standings: ReadonlyMap<CertificateNumber, CertificateStanding>;
  readonly siteUrl: string;
  readonly issuer: string;
}

export function AgencyPublicPage(props: AgencyPublicPageProps) {
  const { entry, partners, certificates, standings, siteUrl } = props;
  const words = content.agency;
  const place = `${entry.city}, ${regionName(entry.region)}`;
  const top = topOf(props);
  return (
    <Page
      title={entry.name}
      description={`${entry.name}, ${place}: ${top.tag.toLowerCase()} in the One Mind pledge.`}
      breadcrumbs={[{ label: content.title, href: '/agencies' }]}
      shared={{
        url: `${siteUrl}/agencies/${entry.slug}`,
        picture: `${siteUrl}/agencies/${entry.slug}/social.png`,
        alt: `${entry.name}, One Mind: ${top.tag}`,
      }}
      width="prose"
    >
      <AgencyData entry={entry} certificates={certificates} issuer={props.issuer} siteUrl={siteUrl} />
      <PageHeading
        heading={entry.name}
        status={<StatusTag standing={top.standing}>{top.tag}</StatusTag>}
        lead={top.lead}
      />
      {isFictional(entry) ? <FictionNote /> : null}
      <SummaryList
        facts={[
          { term: words.place, detail: place },
          ...(entry.county ? [{ term: words.county, detail: entry.county }] : []),
          { term: words.kind, detail: agencyKindLabel(entry.kind) },
          ...(entry.website ? [{ term: words.website, detail: <Website url={entry.website} /> }] : []),
          { term: words.pledgedOn, detail: longDate(entry.pledgedOn) },
          ...(entry.certifiedOn ? [{ term: words.certifiedOn, detail: longDate(entry.certifiedOn) }] : []),
        ]}
      />
      {certificates.map((certificate) => (
        <Section heading={`${words.certificate} ${certificate.number}`}>
          <CertificateWorth standing={standings.get(certificate.number) ?? { is: 'valid' }} />
          <a class="usa-link" href={`/verify/${certificate.number}`}>
            {words.check}
          </a>
        </Section>
      ))}
      <Section heading={words.partners}>
        {partners.length === 0 ? (
          <p class="om-quiet">{words.noPartners}</p>
        ) : (
          <ul class="usa-list">
            {partners.map((partner) => (
              <li>{partner}</li>
            ))}
          </ul>
        )}
      </Section>
      <p class="om-quiet">{words.privacy}</p>
    </Page>
  );
}

interface PageTop {
  readonly tag: string;
  readonly standing: TagStanding;
  readonly lead: string;
}

/** How the agency stands, in plain words: a newest certificate that does not count is said before the pledge. */
function topOf({ entry, certificates, standings }: AgencyPublicPageProps): PageTop {
  const [newest] = certificates;
  const worth = newest && standings.get(newest.number);
  if (entry.status !== 'certified' && worth && worth.is !== 'valid')
    return { ...uncertifiedWords(worth), standing: standingTags[worth.is].standing };
  return entry.status === 'certified'
    ? { tag: content.statuses.certified, standing: 'done', lead: content.agency.certifiedText }
    : { tag: content.statuses.pledged, standing: 'progress', lead: content.agency.pledgedText };
}

/** Nothing is said of a valid certificate: the page's own status says it. */
function CertificateWorth({ standing }: { standing: CertificateStanding }) {
  return standing.is === 'valid' ? null : <p>{standingSentence(standing)}</p>;
}

function Website({ url }: { url: string }) {
  return (
    <a class="usa-link om-address" href={url} rel="nofollow noopener">
      {shownWebsite(url)}
    </a>
  );
}
