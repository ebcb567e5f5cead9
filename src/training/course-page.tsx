import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { programStandards } from '../campaign-rules/program-standard.ts';
import { documentSizeLimit } from '../files/file-kind.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Button } from '../uswds/button.tsx';
import { Checkbox } from '../uswds/checkbox.tsx';
import { FileField } from '../uswds/file-field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { NumberField } from '../uswds/number-field.tsx';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { CourseReading } from './course-actions.ts';
import { coursesSentence } from './course-content.ts';
import { coursePageContent as content } from './course-page-content.ts';
import type { Recognition } from './recognition.ts';
import { syllabusKinds } from './syllabus-kinds.ts';

export interface CoursePageProps {
  readonly agency: AgencyPlace;
  readonly rules: CampaignRules;
  /** The course with each length it was taken in; at least one. */
  readonly readings: readonly CourseReading[];
  readonly values: Readonly<Record<string, string>>;
  readonly errors?: FormErrors;
}

/** One course: how it is read at each length, and what the agency can say or ask. */
export function CoursePage({ agency, rules, readings, values, errors = noErrors }: CoursePageProps) {
  const base = `/workspace/${agency.slug}/training/courses`;
  const [first] = readings;
  if (!first) return null;
  const { course, own } = first;
  const form = { base, courseKey: course.courseKey, values, errors };
  const seems = readings.map(({ recognition }) => recognition).find(({ doubtful }) => doubtful);
  const counts = readings.some(({ recognition }) => recognition.program !== 'none');
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={course.title || course.code}
      errors={errors}
      trail={[sectionLink(agency, 'training'), { label: content.title, href: base }]}
    >
      <Table
        caption="How we read it"
        captionHidden
        rows={readings}
        columns={[
          { heading: 'Hours', rowHeader: true, cell: (reading) => reading.course.hours ?? 'Not given' },
          { heading: 'Records', numeric: true, cell: (reading) => reading.course.records },
          { heading: content.counting, numeric: true, cell: (reading) => reading.course.counting },
          {
            heading: 'How we read it',
            cell: (reading) => coursesSentence(rules, reading.recognition, reading.course),
          },
        ]}
      />
      {own ? (
        <Section heading={content.decided}>
          <p>{own.reason}</p>
          <ActionForm action={`${base}/undo`} look="outline" hidden={{ key: course.courseKey }}>
            {content.undo}
          </ActionForm>
        </Section>
      ) : null}
      {!own && counts ? <DecideForm {...form} seems={seems} /> : null}
      <ProposeForm {...form} course={course} />
    </WorkspacePage>
  );
}

interface CourseFormProps {
  readonly base: string;
  readonly courseKey: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors;
}

function DecideForm({
  base,
  courseKey,
  values,
  errors,
  seems,
}: CourseFormProps & { seems: Recognition | undefined }) {
  const program = seems && seems.program !== 'none' ? programStandards[seems.program].shortName : undefined;
  return (
    <Section heading={content.decide}>
      <Form action={`${base}/decide`} hidden={{ key: courseKey }}>
        <RadioGroup
          name="counts"
          label={content.decideLead}
          value={values.counts ?? ''}
          error={errors.counts}
          required
          choices={[
            ...(program ? [{ value: 'yes', label: content.isFull(program) }] : []),
            { value: 'no', label: content.isNot },
          ]}
        />
        <TextField
          name="reason"
          label={content.decideReason}
          hint={content.decideReasonHint}
          value={values.reason ?? ''}
          error={errors.reason}
          required
        />
        <Button look="outline">{content.decideSubmit}</Button>
      </Form>
    </Section>
  );
}

function ProposeForm({
  base,
  courseKey,
  values,
  errors,
  course,
}: CourseFormProps & { course: CourseReading['course'] }) {
  const field = (name: string, otherwise = '') => ({
    name,
    value: values[name] ?? otherwise,
    error: errors[name],
  });
  return (
    <Section heading={content.propose}>
      <p>{content.proposeLead}</p>
      <Form action={`${base}/propose`} hidden={{ key: courseKey }} multipart>
        <RadioGroup
          {...field('program')}
          label={content.proposeAs}
          required
          choices={Object.entries(content.programs).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          {...field('hours', course.hours === undefined ? '' : String(course.hours))}
          label={content.hours}
          hint={content.hoursHint}
          width="sm"
          required
        />
        <NumberField {...field('validityMonths')} label={content.validity} hint={content.validityHint} />
        <TextField {...field('offeredBy')} label={content.offeredBy} hint={content.offeredByHint} required />
        <Checkbox name="onlyThere" label={content.onlyThere} checked={values.onlyThere !== undefined} />
        <TextArea {...field('note')} label={content.note} hint={content.noteHint} maxlength={2000} required />
        <FileField
          name="syllabus"
          label={content.syllabus}
          hint={content.syllabusHint}
          accept={syllabusKinds.suffixes}
          megabytes={documentSizeLimit / 1_048_576}
          error={errors.syllabus}
          required
        />
        <Button>{content.proposeSubmit}</Button>
      </Form>
    </Section>
  );
}
