import { dayIn, longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName, shownName } from '../person-name/person-name.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { type ListedPage, SearchedTable } from '../uswds/searched-table.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { certificateDeskContent as content } from './certificate-desk-content.ts';
import { CertificateFields } from './certificate-fields.tsx';
import { certificateStandings, certificateStateWords } from './own-record-content.ts';
import type { CertificateStateName, SubmittedCertificate } from './submitted-certificate.ts';

export interface CertificateQueuePageProps extends ListedPage {
  readonly agency: AgencyPlace;
  readonly certificates: readonly SubmittedCertificate[];
  readonly state: CertificateStateName;
  readonly notice: string | undefined;
}

/** What people sent in: first what waits, the longest waiting first. */
export function CertificateQueuePage(props: CertificateQueuePageProps) {
  const { agency, certificates, total, state, notice } = props;
  const base = `/workspace/${agency.slug}/training/certificates`;
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={content.title}
      lead={content.lead}
      trail={[sectionLink(agency, 'training')]}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      actions={
        <ButtonLink look="plain" href={`/workspace/${agency.slug}/training/credentials`}>
          {content.credentials}
        </ButtonLink>
      }
    >
      <SearchedTable
        {...props}
        action={base}
        searchLabel={content.search}
        filter={{ name: 'state', label: content.shown, value: state, choices: certificateStateWords }}
        label={content.title}
        caption={`${certificateStateWords[state]}: ${total.toLocaleString('en-US')}`}
        rows={certificates}
        empty={content.none}
        columns={[
          {
            heading: 'Name',
            rowHeader: true,
            cell: ({ id, staff }) => (
              <a class="usa-link" href={`${base}/${id}`}>
                {filedName(staff.name)}
              </a>
            ),
          },
          { heading: 'Number', cell: ({ staff }) => staff.number },
          { heading: 'Course', cell: ({ facts }) => facts.title },
          { heading: 'Completed', cell: ({ facts }) => longDate(facts.completedOn) },
          {
            heading: content.one.sentOn,
            cell: ({ submittedAt }) => longDate(dayIn(agency.timeZone, submittedAt)),
          },
        ]}
      />
    </WorkspacePage>
  );
}

export interface CertificatePageProps {
  readonly agency: AgencyPlace;
  readonly certificate: SubmittedCertificate;
  readonly values: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly errors?: FormErrors;
}

/** One certificate: its file, what was entered, and the two ways to settle it. */
export function CertificatePage(props: CertificatePageProps) {
  const { agency, certificate, errors = noErrors } = props;
  const { staff, state, file, facts } = certificate;
  const base = `/workspace/${agency.slug}/training/certificates`;
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={`${facts.title}: ${shownName(staff.name)}`}
      errors={errors}
      trail={[sectionLink(agency, 'training'), { label: content.title, href: base }]}
      status={
        <StatusTag standing={certificateStandings[state.is]}>{certificateStateWords[state.is]}</StatusTag>
      }
    >
      {state.is === 'returned' ? <Alert kind="info">{state.reason}</Alert> : null}
      <SummaryList
        facts={[
          {
            term: content.one.sentBy,
            detail: (
              <a class="usa-link" href={`/workspace/${agency.slug}/training/people/${staff.id}`}>
                {shownName(staff.name)}
                {staff.number ? `, ${staff.number}` : ''}
              </a>
            ),
          },
          { term: content.one.sentOn, detail: longDate(dayIn(agency.timeZone, certificate.submittedAt)) },
          { term: 'Course', detail: facts.title },
          { term: 'Hours', detail: facts.hours },
          { term: 'Date completed', detail: longDate(facts.completedOn) },
          { term: 'Valid until', detail: facts.expiresOn && longDate(facts.expiresOn) },
          { term: 'Provider', detail: facts.provider },
          { term: content.one.file, detail: file.name },
        ]}
      />
      <p>
        <ButtonLink look="outline" href={`${base}/${certificate.id}/file`}>
          {content.one.open}
        </ButtonLink>
      </p>
      <p class="om-quiet">{content.one.openLead}</p>
      {state.is === 'submitted' ? <Decision {...props} base={`${base}/${certificate.id}`} /> : null}
    </WorkspacePage>
  );
}

function Decision({ values, reason, errors = noErrors, base }: CertificatePageProps & { base: string }) {
  const words = content.one;
  return (
    <>
      <Section heading={words.confirmHeading}>
        <p>{words.confirmLead}</p>
        <Form action={`${base}/confirm`}>
          <CertificateFields values={values} errors={errors} />
          <Button>{words.confirm}</Button>
        </Form>
      </Section>
      <Section heading={words.returnHeading}>
        <p>{words.returnLead}</p>
        <form class="usa-form om-form" method="post" action={`${base}/return`} novalidate>
          <TextArea
            name="reason"
            label={words.reason}
            value={reason}
            error={errors.reason}
            rows={3}
            required
          />
          <Button look="outline">{words.return}</Button>
        </form>
      </Section>
    </>
  );
}
