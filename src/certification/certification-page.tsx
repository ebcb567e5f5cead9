import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import type { Standing } from '../workspace/standing.ts';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { sectionPath } from '../workspace/workspace-section.ts';
import type { Certificate } from './certificate.ts';
import { CertificatePapers } from './certificate-papers.tsx';
import {
  type Announcement,
  type CertificateEvent,
  type CertificateStanding,
  hasEnded,
  openAnnouncement,
} from './certificate-standing.ts';
import { certificationContent as content } from './certification-content.ts';
import type { CheckIn, DueCheckIn } from './check-in.ts';
import { CheckInTable } from './check-in-table.tsx';
import type { DriftLine } from './drift.ts';
import { CertificateHistory, StandingAlert, StandingTag } from './standing-parts.tsx';
import { StayingCurrent } from './staying-current.tsx';

export interface CertificationPageProps {
  readonly agency: AgencyPlace;
  readonly certificate: Certificate;
  readonly events: readonly CertificateEvent[];
  /** What the certificate counts for today. */
  readonly worth: CertificateStanding;
  readonly drift: readonly DriftLine[];
  readonly standing: Standing;
  readonly due: DueCheckIn | undefined;
  readonly checkIns: readonly CheckIn[];
  /** Today where the agency is. */
  readonly today: CalendarDate;
  /** Whether the viewer answers for the agency, and whether they may give the certificate back. */
  readonly mayAnswer: boolean;
  readonly mayGiveBack: boolean;
  readonly values: Readonly<Record<string, string>>;
  readonly errors?: FormErrors | undefined;
  readonly notice: string | undefined;
}

/** An agency's certificate: what it is worth, what the campaign asks, and how the agency stays current. */
export function CertificationPage(props: CertificationPageProps) {
  const { agency, certificate, events, notice, worth } = props;
  const announced = openAnnouncement(events);
  return (
    <WorkspacePage
      agency={agency}
      here="review"
      title={content.title}
      lead={content.lead}
      status={<StandingTag standing={worth} />}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      errors={props.errors}
      trail={[sectionLink(agency, 'review')]}
    >
      <StandingAlert standing={worth} />
      {announced ? <AnswerSection {...props} announced={announced} /> : null}
      <CertificatePapers agency={agency} certificate={certificate} worth={worth} />
      <DriftSection {...props} />
      <StayingCurrent agency={agency} worth={worth} standing={props.standing} />
      {props.due && !hasEnded(worth) ? <CheckInSection {...props} due={props.due} /> : null}
      <CheckInTable heading={content.checkIn.earlier} checkIns={props.checkIns} />
      {events.length > 0 ? (
        <Section heading={content.history}>
          <CertificateHistory events={events} />
        </Section>
      ) : null}
      {props.mayGiveBack && !hasEnded(worth) ? (
        <p>
          <a class="usa-link" href={`/workspace/${agency.slug}/certification/give-back`}>
            {content.giveBack.link}
          </a>
        </p>
      ) : null}
    </WorkspacePage>
  );
}

/** Before there is a certificate. */
export function NoCertificationPage({ agency }: { agency: AgencyPlace }) {
  return (
    <WorkspacePage
      agency={agency}
      here="review"
      title={content.title}
      trail={[sectionLink(agency, 'review')]}
    >
      <EmptyState
        heading={content.none.heading}
        actions={<ButtonLink href={sectionPath(agency.slug, 'review')}>{content.none.action}</ButtonLink>}
      >
        {content.none.text}
      </EmptyState>
    </WorkspacePage>
  );
}

function AnswerSection(props: CertificationPageProps & { announced: Announcement }) {
  const { agency, announced, mayAnswer, values, errors = noErrors } = props;
  const words = content.answer;
  const isAnswered = announced.answers.length > 0;
  const isOver = announced.answerBy < props.today;
  const open = isOver ? words.over(announced.answerBy) : words.text(announced.answerBy);
  return (
    <Section heading={words.heading}>
      <Alert kind="warning" slim>
        {isAnswered ? words.answered : open}
      </Alert>
      <p>{words.means[announced.measure]}</p>
      <blockquote class="om-written">{announced.grounds}</blockquote>
      {mayAnswer ? (
        <Form action={`/workspace/${agency.slug}/certification/answer`}>
          <TextArea
            name="answer"
            label={words.label}
            hint={words.hint}
            value={values.answer}
            error={errors.answer}
            maxlength={4000}
            required
          />
          {isAnswered || isOver ? null : <p>{words.once(announced.answerBy)}</p>}
          <ButtonGroup>
            <Button>{isAnswered ? words.add : words.submit}</Button>
          </ButtonGroup>
        </Form>
      ) : null}
    </Section>
  );
}

function DriftSection({ drift }: CertificationPageProps) {
  const words = content.drift;
  return (
    <Section heading={words.heading}>
      <Table
        caption={words.caption}
        rows={drift}
        columns={[
          { heading: words.columns.figure, rowHeader: true, cell: (line) => words.figures[line.figure] },
          { heading: words.columns.before, numeric: true, cell: (line) => shown(line.atCertification) },
          { heading: words.columns.now, numeric: true, cell: (line) => shown(line.today) },
        ]}
      />
    </Section>
  );
}

function CheckInSection(props: CertificationPageProps & { due: DueCheckIn }) {
  const { agency, due, mayAnswer, values, errors = noErrors } = props;
  const words = content.checkIn;
  return (
    <Section heading={words.heading(due.year)}>
      <p>{words.text(due.dueOn)}</p>
      {mayAnswer ? (
        <form
          class="usa-form om-form"
          method="post"
          action={`/workspace/${agency.slug}/certification/check-in`}
          novalidate
        >
          <TextArea
            name="note"
            label={words.note}
            hint={words.noteHint}
            value={values.note}
            error={errors.note}
            maxlength={4000}
          />
          <ButtonGroup>
            <Button>{words.submit}</Button>
          </ButtonGroup>
        </form>
      ) : null}
    </Section>
  );
}

function shown(figure: number): string {
  return figure.toLocaleString('en-US');
}
