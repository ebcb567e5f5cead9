import { regions } from '../agency/region.ts';
import { longDate } from '../calendar/calendar-date.ts';
import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import { certificateSizes } from '../documents/document-facts.ts';
import type { CampaignRole } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button } from '../uswds/button.tsx';
import { CheckboxBox } from '../uswds/checkbox.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Form } from '../uswds/form.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { Pagination } from '../uswds/pagination.tsx';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Section } from '../uswds/section.tsx';
import { Select } from '../uswds/select.tsx';
import { type Column, Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { batchForms, type ListedCertificate, type ListSort, listStandings } from './certificate-batch.ts';
import { certificateBatchContent as content } from './certificate-batch-content.ts';

const here = '/campaign/certificates';

/** The filter as its fields show it. */
export interface TypedFilter {
  readonly search: string;
  readonly region: string;
  readonly standing: string;
  readonly from: string;
  readonly until: string;
}

export interface CertificateListPageProps {
  readonly roles: readonly CampaignRole[];
  readonly found: {
    readonly total: number;
    /** Of these, how many don't count today. */
    readonly ended: number;
    readonly certificates: readonly ListedCertificate[];
  };
  readonly filter: TypedFilter;
  readonly sort: { readonly by: ListSort; readonly direction: 'ascending' | 'descending' };
  readonly page: number;
  readonly pageSize: number;
  readonly href: string;
  readonly asked: { readonly form: string; readonly size: string; readonly picked: readonly string[] };
  readonly errors: FormErrors;
}

/** All certificates that were issued, and the form that makes many of them at once. */
export function CertificateListPage(props: CertificateListPageProps) {
  const { roles, found, filter, sort, page, pageSize, href, errors } = props;
  const pages = Math.ceil(found.total / pageSize);
  return (
    <CampaignPage roles={roles} here={here} title={content.title} lead={content.lead} errors={errors}>
      <FilterForm filter={filter} sort={sort} />
      <Form action={`${here}/batches`} hidden={{ ...filter }}>
        <Table
          caption={content.found(found.total)}
          rows={found.certificates}
          sort={{ ...sort, href }}
          empty={<EmptyState heading={content.empty.heading}>{content.empty.text}</EmptyState>}
          columns={columns(props.asked.picked)}
        />
        {found.total > 0 ? <MakeSection {...props} /> : null}
      </Form>
      <Pagination page={page} pages={pages} href={href} label={content.title} />
    </CampaignPage>
  );
}

function FilterForm({ filter, sort }: Pick<CertificateListPageProps, 'filter' | 'sort'>) {
  const states = regions.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <SearchForm
      action={here}
      label={content.search}
      value={filter.search}
      hidden={{ sort: sort.by, direction: sort.direction }}
    >
      <Select
        name="region"
        label={content.region}
        value={filter.region}
        choices={[{ value: '', label: content.anyRegion }, ...states]}
      />
      <Select
        name="standing"
        label={content.standing}
        value={filter.standing}
        choices={listStandings.map((value) => ({ value, label: content.standings[value] }))}
      />
      <DateField name="from" label={content.from} value={filter.from} />
      <DateField name="until" label={content.until} value={filter.until} />
    </SearchForm>
  );
}

function columns(picked: readonly string[]): readonly Column<ListedCertificate>[] {
  const words = content.columns;
  return [
    {
      heading: words.pick,
      headingHidden: true,
      cell: ({ number }) => (
        <CheckboxBox
          id={`pick-${number}`}
          name="number"
          choice={{ value: number, label: '' }}
          checked={picked.includes(number)}
          attributes={{ 'aria-label': content.pick(number) }}
        />
      ),
    },
    {
      heading: words.agency,
      sort: 'agency',
      rowHeader: true,
      cell: ({ agencyName, place }) => (
        <>
          {agencyName}
          <br />
          <span class="om-quiet">{place}</span>
        </>
      ),
    },
    {
      heading: words.number,
      sort: 'number',
      cell: ({ number }) => (
        <a class="usa-link" href={`${here}/${number}`}>
          {number}
        </a>
      ),
    },
    { heading: words.certified, sort: 'certified', cell: ({ certifiedOn }) => longDate(certifiedOn) },
    {
      heading: words.standing,
      cell: ({ isValid }) => (
        <StatusTag standing={isValid ? 'done' : 'attention'}>
          {isValid ? content.valid : content.ended}
        </StatusTag>
      ),
    },
  ];
}

function MakeSection({ found, filter, asked, errors }: CertificateListPageProps) {
  const words = content.make;
  return (
    <Section heading={words.heading}>
      <p>{words.lead(found.total, filter.standing === 'all' ? found.ended : 0)}</p>
      {found.ended > 0 ? (
        <Alert kind="warning" slim>
          {filter.standing === 'all' ? words.ended(found.ended) : words.onlyEnded}
        </Alert>
      ) : null}
      <RadioGroup
        name="form"
        label={words.form}
        value={asked.form}
        error={errors.form}
        choices={batchForms.map((value) => ({ value, ...words.forms[value] }))}
      />
      <Select
        name="size"
        label={words.size}
        value={asked.size}
        choices={certificateSizes.map((value) => ({ value, label: words.sizes[value] }))}
      />
      <Button>{words.submit}</Button>
    </Section>
  );
}
