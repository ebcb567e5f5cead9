import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { CampaignRole } from '../identity/viewer.ts';
import { Button } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { NumberField } from '../uswds/number-field.tsx';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { campaignCourseContent } from './course-page-content.ts';
import type { SaidCourse } from './course-promotion.ts';
import { promotionContent as content, saidSentence } from './course-promotion-content.ts';

/** What agencies say of courses, each with a link to where the campaign can make it hold for everyone. */
export function SaidCourses({ said, path }: { readonly said: readonly SaidCourse[]; readonly path: string }) {
  return (
    <Section heading={content.heading}>
      <p>{content.lead}</p>
      <Table
        caption={content.heading}
        captionHidden
        rows={said}
        empty={<p>{content.none}</p>}
        columns={[
          {
            heading: 'Course',
            rowHeader: true,
            cell: (course) => (
              <a class="usa-link" href={saidPath(path, course)}>
                {course.title || course.code}
              </a>
            ),
          },
          { heading: 'They say', cell: ({ program }) => saidSentence(program) },
          { heading: 'Agencies', numeric: true, cell: ({ sayings }) => sayings.length },
        ]}
      />
    </Section>
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
