import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { Alert } from '../uswds/alert.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Page } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { Section } from '../uswds/section.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import type { SignedFacts } from './examination.ts';
import type { Finding } from './finding.ts';
import { checkedSteps, findingContent as content, dayOf, findingWords } from './finding-content.ts';
import { verifyContent } from './verify-content.ts';
import { NumberSection } from './verify-pages.tsx';

const alerts = { good: 'success', ended: 'warning', bad: 'error' } as const;

/** What a file that somebody showed turned out to be, and what was checked to know it. */
export function FindingPage({ finding }: { finding: Finding }) {
  const { kind, heading, text } = findingWords(finding);
  const certificate = finding.is === 'known' ? finding.certificate : undefined;
  return (
    <Page
      title={`${content.title}: ${heading}`}
      breadcrumbs={[{ label: verifyContent.title, href: '/verify' }]}
      width="prose"
      unlisted
    >
      <PageHeading heading={content.title} />
      <Alert kind={alerts[kind]} heading={heading} live>
        <p>{text}</p>
        {finding.is === 'known' && 'grounds' in finding.standing ? <p>{finding.standing.grounds}</p> : null}
      </Alert>
      {isNumberAsked(finding) ? <NumberSection value="" /> : null}
      {'facts' in finding ? (
        <Section heading={content.says}>
          <SummaryList facts={factsOf(finding.facts, certificate)} />
        </Section>
      ) : null}
      <Section heading={content.checked}>
        <ol class="usa-list">
          {checkedSteps(finding).map(({ what, isGood }) => (
            <li>
              {what}{' '}
              <StatusTag standing={isGood ? 'done' : 'attention'}>
                {isGood ? content.good : content.bad}
              </StatusTag>
            </li>
          ))}
        </ol>
        <p class="om-quiet">{content.notKept}</p>
      </Section>
      <ButtonGroup>
        {certificate ? <ButtonLink href={`/verify/${certificate.number}`}>{content.page}</ButtonLink> : null}
        <ButtonLink href="/verify" look="outline">
          {content.again}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}

/** Where a number may stand beside what proves nothing by itself. */
function isNumberAsked(finding: Finding): boolean {
  return finding.is === 'unsigned' || (finding.is === 'unreadable' && finding.because === 'nothing-baked');
}

function factsOf(facts: SignedFacts, certificate: (Finding & { is: 'known' })['certificate'] | undefined) {
  return [
    ...(certificate
      ? [
          { term: verifyContent.number, detail: certificate.number },
          { term: verifyContent.agency, detail: `${certificate.agencyName}, ${certificate.place}` },
          { term: verifyContent.certifiedOn, detail: longDate(certificate.certifiedOn) },
        ]
      : ownFacts(facts)),
    ...(facts.of === 'document' ? documentFacts(facts) : credentialFacts(facts)),
  ];
}

/** Where the register was not asked, what the credential says of the agency itself. */
function ownFacts(facts: SignedFacts) {
  if (facts.of === 'document' || facts.credential.about.is === 'training') return [];
  const { number, agencyName, place } = facts.credential.about;
  return [
    { term: content.number, detail: number },
    { term: verifyContent.agency, detail: `${agencyName}, ${place}` },
  ];
}

function documentFacts({ signedBy, signedAt }: SignedFacts & { of: 'document' }) {
  return [
    { term: content.signedBy, detail: signedBy },
    { term: content.signedOn, detail: longDate(dayIn('UTC', signedAt)) },
  ];
}

function credentialFacts({ credential }: SignedFacts & { of: 'credential' }) {
  const { about, issuer, validFrom, signedAt } = credential;
  const signed = [
    { term: content.signedBy, detail: `${issuer.name} (${issuer.did})` },
    ...(signedAt ? [{ term: content.signedOn, detail: dayOf(signedAt) }] : []),
    { term: content.countsFrom, detail: dayOf(validFrom) },
  ];
  if (about.is === 'agency') return signed;
  return [
    { term: content.holder, detail: about.holder },
    { term: content.training, detail: about.training },
    { term: content.completedOn, detail: dayOf(about.completedOn) },
    { term: content.agency, detail: about.agencyName },
    ...signed,
  ];
}
