import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { CampaignRole } from '../identity/viewer.ts';
import { Button } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { NumberField } from '../uswds/number-field.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Section } from '../uswds/section.tsx';
import { Table, type TableSort } from '../uswds/table.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { campaignCourseContent } from './course-page-content.ts';
import type { SaidCourse } from './course-promotion.ts';
import { promotionContent as content, saidSentence } from './course-promotion-content.ts';

/** What most agencies say of courses, with a link to the whole list. */
export function SaidCourses({ said, path }: { readonly said: readonly SaidCourse[]; readonly path: string }) {
  return (
    <Section heading={content.heading}>
      <p>{content.lead}</p>
      <SaidTable said={said} path={path} empty={content.none} />
      {said.length > 0 ? (
        <p>
          <a class="usa-link" href={sayingsPath(path)}>
            {content.all}
          </a>
        </p>
      ) : null}
    </Section>
  );
}

interface SaidTableProps {
  readonly said: readonly SaidCourse[];
  readonly path: string;
  readonly empty: string;
  readonly sort?: TableSort;
}

/** Each course with a link to where the campaign can make it hold for everyone. */
function SaidTable({ said, path, empty, sort }: SaidTableProps) {
  return (
    <Table
      caption={content.heading}
      captionHidden
      rows={said}
      sort={sort}
      empty={<p>{empty}</p>}
      columns={[
        {
          heading: 'Course',
          rowHeader: true,
          sort: 'course',
          cell: (course) => (
            <a class="usa-link" href={saidPath(path, course)}>
              {course.title || course.code}
            </a>
          ),
        },
        { heading: 'They say', sort: 'program', cell: ({ program }) => saidSentence(program) },
        { heading: 'Agencies', numeric: true, sort: 'agencies', cell: ({ sayings }) => sayings.length },
      ]}
    />
  );
}

export function sayingsPath(path: string): string {
  return `${path}/sayings`;
}

export interface SayingsPageProps {
  readonly roles: readonly CampaignRole[];
  readonly path: string;
  readonly said: readonly SaidCourse[];
  readonly total: number;
  readonly search: string;
  readonly sort: TableSort;
  readonly page: number;
  readonly pageSize: number;
}

/** Everything that agencies say of courses, to be searched and sorted. */
export function SayingsPage(props: SayingsPageProps) {
  const { roles, path, said, total, search, sort, page, pageSize } = props;
  return (
    <CampaignPage
      roles={roles}
      here={path}
      title={content.heading}
      lead={content.lead}
      trail={[{ label: campaignCourseContent.title, href: path }]}
    >
      <SearchForm
        action={sayingsPath(path)}
        label={content.search}
        value={search}
        hidden={{ sort: sort.by, direction: sort.direction }}
      />
      <SaidTable
        said={said}
        path={path}
        sort={sort}
        empty={search === '' ? content.none : content.noneFound}
      />
      <Pagination page={page} pages={Math.ceil(total / pageSize)} href={sort.href} label={content.heading} />
    </CampaignPage>
  );
}

export function saidPath(path: string, { courseKey, program }: Pick<SaidCourse, 'courseKey' | 'program'>) {
  return `${path}/said?${new URLSearchParams({ key: courseKey, program })}`;
}

export interface CoursePromotionPageProps {
  readonly roles: readonly CampaignRole[];
  readonly path: string;
  readonly said: SaidCourse;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors;
}

/** One course as agencies see it; one click makes it hold everywhere. */
export function CoursePromotionPage({ roles, path, said, values, errors }: CoursePromotionPageProps) {
  const { courseKey, program, sayings } = said;
  const field = (name: string) => ({ name, value: values[name] ?? '', error: errors[name] });
  return (
    <CampaignPage
      roles={roles}
      here={path}
      title={content.title}
      above={said.title || said.code}
      lead={`${saidSentence(program)}.`}
      errors={errors}
      trail={[{ label: campaignCourseContent.title, href: path }]}
    >
      <Section heading={content.sayings}>
        <Table
          caption={content.sayings}
          captionHidden
          rows={sayings}
          columns={[
            { heading: 'Agency', rowHeader: true, cell: ({ agencyName }) => agencyName },
            { heading: 'Why', cell: ({ reason }) => reason },
          ]}
        />
      </Section>
      <Form action={`${path}/promote`} hidden={{ key: courseKey, program }}>
        {program === 'none' ? null : (
          <>
            <TextField
              {...field('requiredHours')}
              label={content.hours}
              hint={content.hoursHint}
              width="sm"
            />
            <NumberField {...field('validityMonths')} label={content.validity} hint={content.validityHint} />
          </>
        )}
        <TextArea
          {...field('reason')}
          label={content.reason}
          hint={content.reasonHint}
          maxlength={1000}
          required
        />
        <Button>{content.submit}</Button>
      </Form>
    </CampaignPage>
  );
}
