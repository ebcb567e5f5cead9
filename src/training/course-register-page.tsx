import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { programStandards } from '../campaign-rules/program-standard.ts';
import { ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Page } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Section } from '../uswds/section.tsx';
import { Select } from '../uswds/select.tsx';
import { Table } from '../uswds/table.tsx';
import { courseRegisterContent as content } from './course-register-content.ts';
import type { RegisteredCourse, RegisterQuery } from './course-register-store.ts';

export interface CourseRegisterPageProps {
  readonly courses: readonly RegisteredCourse[];
  readonly total: number;
  readonly query: RegisterQuery;
  readonly page: number;
  /** The present address with its query. */
  readonly href: string;
}

/** What counts, for everybody: the named programs, and each course accepted in their place with its reasons. */
export function CourseRegisterPage(props: CourseRegisterPageProps) {
  return (
    <Page title={content.title} description={content.description}>
      <PageHeading heading={content.title} lead={content.lead} />
      <NamedPrograms />
      <AcceptedCourses {...props} />
    </Page>
  );
}

function NamedPrograms() {
  const words = content.programs;
  const named = [programStandards.cit, programStandards.crit, programStandards.mhfa];
  return (
    <Section heading={words.heading}>
      <Table
        caption={words.caption}
        captionHidden
        rows={named}
        columns={[
          {
            heading: words.columns.program,
            rowHeader: true,
            cell: ({ name, shortName }) => `${name} (${shortName})`,
          },
          {
            heading: words.columns.hours,
            cell: ({ requiredHours }) => (requiredHours ? `${requiredHours} hours` : words.anyHours),
          },
          {
            heading: words.columns.validity,
            cell: ({ validityMonths }) => (validityMonths ? content.months(validityMonths) : words.noEnd),
          },
          {
            heading: words.columns.source,
            cell: ({ source }) => (
              <a class="usa-link" href={source.url} rel="noopener">
                {source.title}
              </a>
            ),
          },
        ]}
      />
    </Section>
  );
}

function AcceptedCourses({ courses, total, query, page, href }: CourseRegisterPageProps) {
  const { columns, heading, anyProvider, found } = content.accepted;
  return (
    <Section heading={heading}>
      <SearchForm action="/courses" label={content.search} value={query.search}>
        <Select
          name="program"
          label={content.program}
          placeholder={content.anyProgram}
          value={query.program}
          choices={Object.entries(content.inPlaceOf).map(([value, label]) => ({ value, label }))}
        />
      </SearchForm>
      <Table
        caption={found(total)}
        rows={courses}
        sort={{ by: query.sort, direction: query.descending ? 'descending' : 'ascending', href }}
        empty={<NoCourses isFiltered={query.search !== '' || query.program !== undefined} />}
        columns={[
          {
            heading: columns.title,
            rowHeader: true,
            sort: 'title',
            cell: ({ title, code }) => (code === '' || code === title ? title : `${title} (${code})`),
          },
          { heading: columns.provider, cell: ({ provider }) => provider || anyProvider },
          { heading: columns.program, cell: ({ program }) => content.inPlaceOf[program] },
          { heading: columns.hours, numeric: true, cell: ({ hours }) => (hours ? String(hours) : '') },
          { heading: columns.reason, cell: ({ reason }) => reason },
          {
            heading: columns.accepted,
            sort: 'accepted',
            cell: ({ acceptedAt }) => longDate(dayIn('UTC', acceptedAt)),
          },
        ]}
      />
      <Pagination page={page} pages={Math.ceil(total / query.limit)} href={href} label={content.title} />
      {total > 0 ? (
        <ButtonLink href="/courses.csv" look="outline">
          {content.download}
        </ButtonLink>
      ) : null}
    </Section>
  );
}

function NoCourses({ isFiltered }: { isFiltered: boolean }) {
  const words = isFiltered ? content.noneFound : content.noneYet;
  return (
    <EmptyState heading={words.heading} level={3}>
      {words.text}
    </EmptyState>
  );
}
