import { longDate } from '../calendar/calendar-date.ts';
import type { Certificate } from '../certification/certificate.ts';
import type { CertificateStanding } from '../certification/certificate-standing.ts';
import { isHandedOut } from '../certification/handed-out.ts';
import { standingSentence, standingTags } from '../certification/standing-content.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { agencyReviewContent as content } from './review-content.ts';

interface CertifiedProps {
  readonly agency: AgencyPlace;
  readonly certificate: Certificate;
  readonly standing: CertificateStanding;
  /** Earned under a pledge that was ended since: it can be verified, and the agency is not listed by it. */
  readonly isEarlier: boolean;
}

/** A certificate of the agency: what it is worth, and where its papers are. */
export function CertifiedSection({ agency, certificate, standing, isEarlier }: CertifiedProps) {
  const words = content.certified;
  const top =
    standing.is === 'valid'
      ? ({
          kind: isEarlier ? 'info' : 'success',
          heading: isEarlier ? words.earlier : words.heading,
        } as const)
      : ({ kind: 'warning', heading: standingTags[standing.is].words } as const);
  const base = `/workspace/${agency.slug}/review/certificates/${certificate.number}`;
  return (
    <Alert {...top}>
      <p>
        {longDate(certificate.certifiedOn)}. {words.text(certificate.number)}
      </p>
      {standing.is === 'valid' ? null : <p>{standingSentence(standing)}</p>}
      <ButtonGroup>
        {isHandedOut('certificate', standing) ? (
          <ButtonLink href={`${base}/certificate.pdf`}>{words.certificate}</ButtonLink>
        ) : null}
        {isHandedOut('letter', standing) ? (
          <ButtonLink look="outline" href={`${base}/letter.pdf`}>
            {words.letter}
          </ButtonLink>
        ) : null}
        <ButtonLink look="plain" href={`/verify/${certificate.number}`}>
          {words.verify}
        </ButtonLink>
      </ButtonGroup>
      <p>
        <a class="usa-link" href={`/workspace/${agency.slug}/certification`}>
          {words.current}
        </a>
      </p>
    </Alert>
  );
}
