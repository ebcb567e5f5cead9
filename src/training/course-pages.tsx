import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Section } from '../uswds/section.tsx';
import { Select } from '../uswds/select.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { CourseReading } from './course-actions.ts';
import { coursesSentence } from './course-content.ts';
import { coursePageContent as content, proposalStateWords } from './course-page-content.ts';
import type { CourseProposal } from './course-proposal.ts';
import { SyllabusLink } from './syllabus-link.tsx';

export interface CoursesPageProps {
  readonly agency: AgencyPlace;
  readonly rules: CampaignRules;
  readonly readings: readonly CourseReading[];
  readonly total: number;
  readonly proposals: readonly CourseProposal[];
  readonly shown: 'related' | 'all';
  readonly search: string;
  readonly page: number;
  readonly pageSize: number;
  readonly href: string;
  readonly notice: string | undefined;
}

export function CoursesPage(props: CoursesPageProps) {
  const { agency, rules, readings, total, shown, search, notice } = props;
  const base = `/workspace/${agency.slug}/training/courses`;
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={content.title}
      lead={content.lead}
      trail={[sectionLink(agency, 'training')]}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
    >
      <SearchForm action={base} label={content.search} value={search}>
        <Select
          name="shown"
          label={content.show}
          value={shown}
          choices={Object.entries(content.shown).map(([value, label]) => ({ value, label }))}
        />
      </SearchForm>
      <Table
        caption={`${total.toLocaleString('en-US')} courses`}
        rows={readings}
        empty={<EmptyState heading={content.empty.heading}>{content.empty.text}</EmptyState>}
        columns={[
          {
            heading: 'Course',
            rowHeader: true,
            cell: ({ course }) => (
              <a class="usa-link" href={`${base}/course?key=${encodeURIComponent(course.courseKey)}`}>
                {course.title || course.code}
              </a>
            ),
          },
          { heading: 'Hours', numeric: true, cell: ({ course }) => course.hours ?? '' },
          { heading: 'Records', numeric: true, cell: ({ course }) => course.records.toLocaleString('en-US') },
          {
            heading: content.counting,
            numeric: true,
            cell: ({ course }) => course.counting.toLocaleString('en-US'),
          },
          {
            heading: 'How we read it',
            cell: ({ course, recognition }) => coursesSentence(rules, recognition, course),
          },
        ]}
      />
      <Pagination
        page={props.page}
        pages={Math.ceil(total / props.pageSize)}
        href={props.href}
        label={content.title}
      />
      <Proposals {...props} base={base} />
    </WorkspacePage>
  );
}

function Proposals({ proposals, base }: Pick<CoursesPageProps, 'proposals'> & { base: string }) {
  if (proposals.length === 0) return null;
  return (
    <Section heading={content.proposals} id="asked">
      <Table
        caption={content.proposals}
        captionHidden
        rows={proposals}
        columns={[
          { heading: 'Course', rowHeader: true, cell: (proposal) => proposal.title },
          { heading: 'In place of', cell: (proposal) => content.programs[proposal.program] },
          { heading: 'Hours', numeric: true, cell: (proposal) => proposal.hours },
          {
            heading: content.syllabus,
            cell: ({ id, syllabus }) => (
              <SyllabusLink syllabus={syllabus} href={`${base}/proposals/${id}/syllabus`} />
            ),
          },
          {
            heading: 'Answer',
            cell: (proposal) => (
              <>
                <StatusTag standing={standings[proposal.state]}>
                  {proposalStateWords[proposal.state]}
                </StatusTag>
                {proposal.decisionReason ? <div>{proposal.decisionReason}</div> : null}
              </>
            ),
          },
          {
            heading: content.withdraw,
            headingHidden: true,
            cell: (proposal) =>
              proposal.state === 'proposed' ? (
                <ActionForm
                  action={`${base}/proposals/${proposal.id}/withdraw`}
                  look="plain"
                  about={proposal.title}
                >
                  {content.withdraw}
                </ActionForm>
              ) : null,
          },
        ]}
      />
    </Section>
  );
}

const standings = {
  proposed: 'waiting',
  accepted: 'done',
  declined: 'attention',
  withdrawn: 'neutral',
} as const;
