import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import { isProgram } from '../campaign-rules/program.ts';
import { programStandards } from '../campaign-rules/program-standard.ts';
import type { CampaignRole } from '../identity/viewer.ts';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Pagination } from '../uswds/pagination.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { Table } from '../uswds/table.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import type { AcceptedCourse, AskedProposal } from './course-actions.ts';
import { campaignCourseContent as content, coursePageContent } from './course-page-content.ts';
import type { SaidCourse } from './course-promotion.ts';
import { SaidCourses } from './course-promotion-pages.tsx';
import { SyllabusLink } from './syllabus-link.tsx';

export const campaignCoursesPath = '/campaign/courses';

export interface CampaignCoursesPageProps {
  readonly roles: readonly CampaignRole[];
  readonly waiting: readonly AskedProposal[];
  readonly total: number;
  readonly said: readonly SaidCourse[];
  readonly accepted: readonly AcceptedCourse[];
  readonly page: number;
  readonly pageSize: number;
  readonly notice: string | undefined;
}

export function CampaignCoursesPage(props: CampaignCoursesPageProps) {
  const { roles, waiting, total, said, accepted, notice } = props;
  return (
    <CampaignPage
      roles={roles}
      here={campaignCoursesPath}
      title={content.title}
      lead={content.lead}
      trail={[]}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
    >
      <Section heading={`${content.waiting}: ${total}`}>
        <Table
          caption={content.waiting}
          captionHidden
          rows={waiting}
          empty={
            <EmptyState heading={content.noneWaiting.heading} level={3}>
              {content.noneWaiting.text}
            </EmptyState>
          }
          columns={[
            {
              heading: 'Course',
              rowHeader: true,
              cell: (proposal) => (
                <a class="usa-link" href={`${campaignCoursesPath}/${proposal.id}`}>
                  {proposal.title}
                </a>
              ),
            },
            { heading: 'Asked by', cell: (proposal) => proposal.agencyName },
            { heading: 'In place of', cell: (proposal) => coursePageContent.programs[proposal.program] },
            { heading: 'Hours', numeric: true, cell: (proposal) => proposal.hours },
          ]}
        />
        <Pagination
          page={props.page}
          pages={Math.ceil(total / props.pageSize)}
          href={campaignCoursesPath}
          label={content.waiting}
        />
      </Section>
      <SaidCourses said={said} path={campaignCoursesPath} />
      <Section heading={content.accepted}>
        <Table
          caption={content.accepted}
          captionHidden
          rows={accepted}
          empty={<p>{content.noneAccepted}</p>}
          columns={[
            { heading: 'Course', rowHeader: true, cell: (course) => course.title },
            { heading: 'Provider', cell: (course) => course.provider || 'Any' },
            {
              heading: 'Counts as',
              cell: ({ program }) =>
                isProgram(program) ? programStandards[program].shortName : content.nothing,
            },
            { heading: 'Hours', numeric: true, cell: (course) => course.requiredHours ?? '' },
            { heading: 'Reason', cell: (course) => course.reason },
          ]}
        />
      </Section>
    </CampaignPage>
  );
}

export interface CampaignCoursePageProps {
  readonly roles: readonly CampaignRole[];
  readonly proposal: AskedProposal;
  readonly reason: string;
  readonly errors?: FormErrors;
}

export function CampaignCoursePage({ roles, proposal, reason, errors = noErrors }: CampaignCoursePageProps) {
  const base = `${campaignCoursesPath}/${proposal.id}`;
  return (
    <CampaignPage
      roles={roles}
      here={campaignCoursesPath}
      title={content.decideTitle}
      above={proposal.agencyName}
      errors={errors}
      trail={[{ label: content.title, href: campaignCoursesPath }]}
    >
      <SummaryList
        facts={[
          { term: 'Course', detail: proposal.title },
          { term: 'Course number', detail: proposal.code },
          { term: content.offeredBy, detail: proposal.offeredBy || proposal.provider },
          { term: content.countsFrom, detail: proposal.provider || content.anyProvider },
          { term: 'In place of', detail: coursePageContent.programs[proposal.program] },
          { term: 'Hours of the full course', detail: proposal.hours },
          { term: 'Months a completion counts', detail: proposal.validityMonths ?? 'It does not end' },
          { term: 'What is taught', detail: proposal.note },
          {
            term: coursePageContent.syllabus,
            detail: <SyllabusLink syllabus={proposal.syllabus} href={`${base}/syllabus`} />,
          },
        ]}
      />
      <Form action={`${base}/accept`}>
        <TextArea
          name="reason"
          label={content.reason}
          hint={content.reasonHint}
          value={reason}
          error={errors.reason}
          maxlength={1000}
          required
        />
        <ButtonGroup>
          <Button>{content.accept}</Button>
          <Button look="outline" formaction={`${base}/decline`}>
            {content.decline}
          </Button>
        </ButtonGroup>
      </Form>
    </CampaignPage>
  );
}
