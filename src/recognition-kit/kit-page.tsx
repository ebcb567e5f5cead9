import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Section } from '../uswds/section.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { badgeCode, cardCode, cardHeight } from './embed-code.ts';
import type { CertifiedAgency } from './recognition-actions.ts';
import { kitContent as content } from './recognition-content.ts';

export interface KitPageProps {
  readonly agency: AgencyPlace;
  /** Undefined before there is a certificate. */
  readonly recognized: CertifiedAgency | undefined;
  readonly siteUrl: string;
}

/** All that an agency needs to show its recognition, in one place. */
export function KitPage({ agency, recognized, siteUrl }: KitPageProps) {
  const base = `/workspace/${agency.slug}`;
  return (
    <WorkspacePage
      agency={agency}
      here="review"
      title={content.title}
      lead={content.lead}
      trail={[sectionLink(agency, 'review'), { label: 'Certification', href: `${base}/certification` }]}
    >
      {recognized ? (
        <>
          <Section heading={content.documents}>
            <ButtonGroup>
              <ButtonLink
                href={`${base}/review/certificates/${recognized.certificate.number}/certificate.pdf`}
              >
                {content.certificate}
              </ButtonLink>
              <ButtonLink
                href={`${base}/review/certificates/${recognized.certificate.number}/certificate-wall.pdf`}
                look="outline"
              >
                {content.wall}
              </ButtonLink>
              <ButtonLink
                href={`${base}/review/certificates/${recognized.certificate.number}/letter.pdf`}
                look="outline"
              >
                {content.letter}
              </ButtonLink>
            </ButtonGroup>
          </Section>
          <Embeds recognized={recognized} siteUrl={siteUrl} />
          <CredentialSection number={recognized.certificate.number} />
          <Downloads base={base} slug={recognized.agency.slug} />
        </>
      ) : (
        <Alert kind="info">{content.notYet}</Alert>
      )}
    </WorkspacePage>
  );
}

function Embeds({ recognized, siteUrl }: { recognized: CertifiedAgency; siteUrl: string }) {
  const { name, slug } = recognized.agency;
  const { badge, card } = content;
  return (
    <>
      <Section heading={badge.heading}>
        <p>
          <img src={`/badge/${slug}.svg`} width="264" height="72" alt={badge.alt(name)} />
        </p>
        <p>{badge.text}</p>
        <CodeLines name="badge" label={badge.code}>
          {badgeCode(siteUrl, slug, badge.alt(name))}
        </CodeLines>
      </Section>
      <Section heading={card.heading}>
        <iframe
          class="om-card-preview"
          src={`/card/${slug}`}
          width="340"
          height={String(cardHeight)}
          title={card.frame(name)}
          loading="lazy"
        />
        <p>{card.text}</p>
        <CodeLines name="card" label={card.code}>
          {cardCode(siteUrl, slug, card.frame(name))}
        </CodeLines>
      </Section>
    </>
  );
}

function CredentialSection({ number }: { number: string }) {
  const { heading, text, png, svg, json, jwt, check } = content.credential;
  return (
    <Section heading={heading}>
      <p>{text}</p>
      <ButtonGroup>
        <ButtonLink href={`/credentials/${number}.png`} look="outline">
          {png}
        </ButtonLink>
        <ButtonLink href={`/credentials/${number}.svg`} look="outline">
          {svg}
        </ButtonLink>
        <ButtonLink href={`/credentials/${number}.json`} look="outline">
          {json}
        </ButtonLink>
        <ButtonLink href={`/credentials/${number}.jwt`} look="outline">
          {jwt}
        </ButtonLink>
      </ButtonGroup>
      <p>
        <a class="usa-link" href="/verify">
          {check}
        </a>
      </p>
    </Section>
  );
}

function Downloads({ base, slug }: { base: string; slug: string }) {
  const { picture, press } = content;
  return (
    <>
      <Section heading={picture.heading}>
        <p>{picture.text}</p>
        <ButtonLink href={`/agencies/${slug}/social.png`} look="outline">
          {picture.download}
        </ButtonLink>
      </Section>
      <Section heading={press.heading}>
        <p>{press.text}</p>
        <ButtonLink href={`${base}/certification/press-release.docx`} look="outline">
          {press.download}
        </ButtonLink>
      </Section>
    </>
  );
}

/** Lines to copy: a field, so that one stroke selects them all. */
function CodeLines({ name, label, children }: { name: string; label: string; children: string }) {
  return (
    <div class="usa-form-group">
      <label class="usa-label" for={`field-${name}`}>
        {label}
      </label>
      <textarea class="usa-textarea om-code-lines" id={`field-${name}`} rows={4} readonly spellcheck={false}>
        {children}
      </textarea>
    </div>
  );
}
