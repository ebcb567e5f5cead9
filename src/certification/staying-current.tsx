import type { AgencyPlace } from '../identity/viewer.ts';
import { outstandingSentence } from '../requirement/outstanding-content.ts';
import { Section } from '../uswds/section.tsx';
import { type Standing, sectionFor } from '../workspace/standing.ts';
import { sectionPath } from '../workspace/workspace-section.ts';
import { type CertificateStanding, hasEnded } from './certificate-standing.ts';
import { certificationContent } from './certification-content.ts';
import { againContent } from './withheld-content.ts';
import { WhatNow } from './withheld-page.tsx';

const content = certificationContent.current;

export interface StayingCurrentProps {
  readonly agency: AgencyPlace;
  readonly worth: CertificateStanding;
  readonly standing: Standing;
}

/** How the agency stays current, or comes to a certificate that counts again. */
export function StayingCurrent({ agency, worth, standing }: StayingCurrentProps) {
  const { outstanding, rules } = standing;
  return (
    <Section heading={hasEnded(worth) ? againContent.heading : content.heading}>
      {worth.is === 'valid' ? null : <WhatNow agency={agency} standing={worth} />}
      <p>{outstanding.length === 0 ? content.allMet : leftWords(worth)}</p>
      {outstanding.length > 0 ? (
        <ul class="usa-list">
          {outstanding.map((left) => (
            <li>
              <a class="usa-link" href={sectionPath(agency.slug, sectionFor(left))}>
                {outstandingSentence(rules, left)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <ul class="usa-list">
        {content.habits.map(({ text, label, section }) => (
          <li>
            {text}{' '}
            <a class="usa-link" href={`/workspace/${agency.slug}/${section}`}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function leftWords({ is }: CertificateStanding): string {
  return is === 'valid' ? content.left : content.leftToDo;
}
