import type { CertificateNumber } from '../certification/certificate.ts';
import type { CertificateStanding } from '../certification/certificate-standing.ts';
import { StandingAlert } from '../certification/standing-parts.tsx';
import { ButtonLink } from '../uswds/button.tsx';
import { Page } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';

export interface WithheldBadgePageProps {
  readonly number: CertificateNumber;
  readonly standing: CertificateStanding;
}

const content = {
  title: 'This badge is not handed out',
  lead: 'The certificate behind it does not count today. If you found the badge on a website, tell those who run it.',
  check: 'Check certificate',
} as const;

/** In place of a picture that would say that an agency is certified, while it is not. */
export function WithheldBadgePage({ number, standing }: WithheldBadgePageProps) {
  return (
    <Page title={content.title} width="prose" unlisted>
      <PageHeading heading={content.title} lead={content.lead} />
      <StandingAlert standing={standing} />
      <ButtonLink href={`/verify/${number}`}>
        {content.check} {number}
      </ButtonLink>
    </Page>
  );
}
