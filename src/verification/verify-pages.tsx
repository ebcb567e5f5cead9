import { longDate } from '../calendar/calendar-date.ts';
import type { Certificate } from '../certification/certificate.ts';
import type { CertificateStanding } from '../certification/certificate-standing.ts';
import { StandingAlert } from '../certification/standing-parts.tsx';
import { type DirectoryEntry, isFictional } from '../directory/directory-entry.ts';
import { FictionNote } from '../directory/fiction-note.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonLink } from '../uswds/button.tsx';
import { ErrorSummary } from '../uswds/error-summary.tsx';
import { FileField } from '../uswds/file-field.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, hasErrors, noErrors } from '../uswds/form-errors.ts';
import { Page } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { Section } from '../uswds/section.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { mostMegabytes } from './examination.ts';
import { verifyContent as content } from './verify-content.ts';

const trail = [{ label: content.title, href: '/verify' }];

export function VerifyPage({ value, errors = noErrors }: { value: string; errors?: FormErrors }) {
  return (
    <Page title={content.title} description={content.description} refused={hasErrors(errors)} width="prose">
      <ErrorSummary errors={errors} />
      <PageHeading heading={content.title} lead={content.lead} />
      <NumberSection value={value} error={errors.number} />
      <Section heading={content.byFile}>
        <p>{content.file.lead}</p>
        <Form action="/verify" multipart>
          <FileField
            name="file"
            label={content.file.label}
            accept={['.pdf', '.png', '.svg', '.json', '.jwt']}
            megabytes={mostMegabytes}
            error={errors.file}
          />
          <TextArea name="text" label={content.file.text} hint={content.file.textHint} rows={3} />
          <Button>{content.file.submit}</Button>
        </Form>
      </Section>
    </Page>
  );
}

/** The form that asks for a certificate's number. */
export function NumberSection({ value, error }: { value: string; error?: string | undefined }) {
  return (
    <Section heading={content.byNumber}>
      <form class="usa-form om-form" method="get" action="/verify" novalidate>
        <TextField
          name="number"
          label={content.label}
          hint={content.hint}
          value={value}
          error={error}
          width="lg"
          spellcheck={false}
        />
        <Button>{content.submit}</Button>
      </form>
    </Section>
  );
}

/** A certificate that was issued: whether it counts today, and what it says. */
export function KnownCertificatePage({
  certificate,
  standing,
  entry,
}: {
  certificate: Certificate;
  standing: CertificateStanding;
  /** What the public list says of the agency, while it is listed. */
  entry: DirectoryEntry | undefined;
}) {
  return (
    <Page title={content.headings[standing.is]} breadcrumbs={trail} width="prose">
      <PageHeading heading={content.headings[standing.is]} lead={content.issued} />
      {entry && isFictional(entry) ? <FictionNote /> : null}
      {standing.is === 'valid' ? (
        <Alert kind="success" slim>
          {certificate.agencyName}, {certificate.place}: {longDate(certificate.certifiedOn)}
        </Alert>
      ) : (
        <StandingAlert standing={standing} />
      )}
      <SummaryList
        facts={[
          { term: content.number, detail: certificate.number },
          { term: content.agency, detail: certificate.agencyName },
          { term: content.place, detail: certificate.place },
          { term: content.certifiedOn, detail: longDate(certificate.certifiedOn) },
          ...(certificate.validUntil
            ? [{ term: content.validUntil, detail: longDate(certificate.validUntil) }]
            : []),
          { term: content.pledgedOn, detail: longDate(certificate.pledgedOn) },
          { term: content.rules, detail: certificate.rulesTitle },
          { term: content.issuer, detail: certificate.issuer },
          { term: content.hash, detail: <code class="om-hash">{certificate.snapshotSha256}</code> },
        ]}
      />
      {entry ? <ButtonLink href={`/agencies/${entry.slug}`}>{content.agencyPage}</ButtonLink> : null}
    </Page>
  );
}

export function UnknownCertificatePage({ number }: { number: string }) {
  return (
    <Page title={content.unknown.title} breadcrumbs={trail} width="prose" unlisted>
      <PageHeading heading={content.unknown.title} lead={content.unknown.text} />
      <p>
        {content.number}: <strong>{number}</strong>
      </p>
      <ButtonLink href="/verify">{content.unknown.again}</ButtonLink>
    </Page>
  );
}
