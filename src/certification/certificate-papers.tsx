import { longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Section } from '../uswds/section.tsx';
import type { Certificate } from './certificate.ts';
import type { CertificateStanding } from './certificate-standing.ts';
import { certificationContent as content } from './certification-content.ts';
import { isHandedOut } from './handed-out.ts';

export interface CertificatePapersProps {
  readonly agency: AgencyPlace;
  readonly certificate: Certificate;
  readonly worth: CertificateStanding;
}

/** What the certificate says, and the papers that are handed out for it as it stands. */
export function CertificatePapers({ agency, certificate, worth }: CertificatePapersProps) {
  const files = `/workspace/${agency.slug}/review/certificates/${certificate.number}`;
  return (
    <Section heading={`${content.number} ${certificate.number}`}>
      <p>
        {content.certified} {longDate(certificate.certifiedOn)}
        {certificate.validUntil ? `. ${content.validUntil} ${longDate(certificate.validUntil)}` : ''}.
      </p>
      <ButtonGroup>
        {isHandedOut('certificate', worth) ? (
          <>
            <ButtonLink href={`${files}/certificate.pdf`}>{content.certificate}</ButtonLink>
            <ButtonLink href={`${files}/certificate-wall.pdf`} look="outline">
              {content.wall}
            </ButtonLink>
          </>
        ) : null}
        {isHandedOut('letter', worth) ? (
          <ButtonLink href={`${files}/letter.pdf`} look="outline">
            {content.letter}
          </ButtonLink>
        ) : null}
        {worth.is === 'valid' ? (
          <ButtonLink href={`/workspace/${agency.slug}/certification/kit`} look="outline">
            {content.kit}
          </ButtonLink>
        ) : null}
        <ButtonLink href={`/verify/${certificate.number}`} look="plain">
          {content.verify}
        </ButtonLink>
      </ButtonGroup>
    </Section>
  );
}
