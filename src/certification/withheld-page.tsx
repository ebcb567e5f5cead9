import type { AgencyPlace } from '../identity/viewer.ts';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { usePageFrame } from '../uswds/page-frame.tsx';
import { Section } from '../uswds/section.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { sectionPath } from '../workspace/workspace-section.ts';
import { type CertificateStanding, hasEnded } from './certificate-standing.ts';
import { StandingAlert } from './standing-parts.tsx';
import {
  againContent,
  withheldContent as content,
  type Withheld,
  withheldSentence,
} from './withheld-content.ts';

export interface WithheldPageProps {
  readonly agency: AgencyPlace;
  readonly asked: Withheld;
  readonly standing: CertificateStanding;
}

/** In place of what is handed out for a certificate that counts: why not now, and what to do. */
export function WithheldPage({ agency, asked, standing }: WithheldPageProps) {
  return (
    <WorkspacePage
      agency={agency}
      here="review"
      title={content.titles[asked]}
      lead={withheldSentence(standing)}
      trail={[sectionLink(agency, 'review')]}
    >
      <StandingAlert standing={standing} />
      <Section heading={content.whatNow}>
        <WhatNow agency={agency} standing={standing} />
        <p>{content.badges}</p>
      </Section>
      <p>
        <a class="usa-link" href={`/workspace/${agency.slug}/certification`}>
          {content.back}
        </a>
      </p>
    </WorkspacePage>
  );
}

/** Gone for good with the certificate, or only for now. */
export function withheldStatus(standing: CertificateStanding): 403 | 410 {
  return hasEnded(standing) ? 410 : 403;
}

/** How an agency whose certificate doesn't count comes to one that does. */
export function WhatNow({ agency, standing }: Pick<WithheldPageProps, 'agency' | 'standing'>) {
  const { contactEmail } = usePageFrame().site;
  if (standing.is === 'suspended')
    return (
      <p>
        {againContent.suspended}{' '}
        <a class="usa-link" href={`mailto:${contactEmail}`}>
          {contactEmail}
        </a>
      </p>
    );
  return (
    <>
      <p>{againContent.ended}</p>
      <ButtonGroup>
        <ButtonLink href={sectionPath(agency.slug, 'review')} look="outline">
          {againContent.review}
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}
