import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyPlace, AgencyRole } from '../identity/viewer.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import { CertifiedNote } from './certified-note.tsx';
import type { Extension } from './extension.ts';
import type { Pledge } from './pledge.ts';
import type { PledgeCertificate } from './pledge-certificate-actions.ts';
import { certifiedWords, pledgeContent as content, pledgeStateWords } from './pledge-content.ts';
import { PledgeFacts, PledgeStateTag } from './pledge-facts.tsx';
import { RequirementsInFull } from './requirements-in-full.tsx';

export interface AgencyPledgePageProps {
  readonly agency: AgencyPlace;
  readonly pledge: Pledge | undefined;
  readonly certificate: PledgeCertificate | undefined;
  readonly extensions: readonly Extension[];
  /** A sentence about what was just done. */
  readonly notice: string | undefined;
}

/** The agency's page about its pledge: what it says, where it stands, and what its people can do about it. */
export function AgencyPledgePage(props: AgencyPledgePageProps) {
  const { agency, pledge, certificate, extensions, notice } = props;
  const certified = certificate?.standing.is === 'valid';
  return (
    <WorkspacePage
      agency={agency}
      here="pledge"
      title={content.title}
      status={pledge ? <PledgeStateTag state={pledge.state.is} certified={certified} /> : undefined}
      lead={pledge ? (certified ? certifiedWords : pledgeStateWords[pledge.state.is]).says : undefined}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
    >
      {pledge ? (
        <PledgeInFull agency={agency} pledge={pledge} certificate={certificate} extensions={extensions} />
      ) : (
        <EmptyState heading={content.none.heading} icon="document">
          {content.none.text}
        </EmptyState>
      )}
    </WorkspacePage>
  );
}

function PledgeInFull({
  agency,
  pledge,
  certificate,
  extensions,
}: Omit<AgencyPledgePageProps, 'notice'> & { pledge: Pledge }) {
  return (
    <>
      <PledgeReason pledge={pledge} />
      <CertifiedNote certificate={certificate} />
      {certificate ? null : <PledgeActions agency={agency} pledge={pledge} />}
      <Section heading={content.facts.heading}>
        <PledgeFacts pledge={pledge} timeZone={agency.timeZone} />
      </Section>
      <ExtensionList extensions={extensions} timeZone={agency.timeZone} />
      <Section heading={content.requirements[isSigned(pledge) ? 'signed' : 'unsigned']}>
        <RequirementsInFull rules={campaignRules(pledge.rulesVersion)} level={3} />
      </Section>
    </>
  );
}

function isSigned({ state }: Pledge): boolean {
  return state.is === 'awaiting-acceptance' || state.is === 'active';
}

/** Why the pledge came back, or was withdrawn. */
export function PledgeReason({ pledge: { state } }: { pledge: Pledge }) {
  if (state.is === 'returned') {
    return (
      <Alert kind="warning" heading={content.reason[state.by]}>
        {state.reason}
      </Alert>
    );
  }
  if (state.is !== 'withdrawn') return null;
  return (
    <Alert kind="info" heading={content.reason.withdrawn}>
      {state.reason}
    </Alert>
  );
}

/** Only what this person may do with the pledge as it stands; with one that led to a certificate, nothing. */
function PledgeActions({ agency, pledge }: { agency: AgencyPlace; pledge: Pledge }) {
  const base = `/workspace/${agency.slug}/pledge`;
  const has = (role: AgencyRole) => agency.roles.includes(role);
  const is = pledge.state.is;
  const waitsForSignature = is === 'awaiting-signature';
  const leads = has('coordinator') || has('executive');
  return (
    <ButtonGroup>
      {waitsForSignature && has('executive') ? (
        <ButtonLink href={`${base}/sign`} look="accent">
          {content.actions.sign}
        </ButtonLink>
      ) : null}
      {has('coordinator') && (waitsForSignature || is === 'returned' || is === 'withdrawn') ? (
        <ButtonLink href={`${base}/amend`} look={waitsForSignature ? 'outline' : 'primary'}>
          {is === 'withdrawn' ? content.actions.again : content.actions.amend}
        </ButtonLink>
      ) : null}
      {has('coordinator') && !has('executive') && waitsForSignature ? (
        <ActionForm action={`${base}/resend`} look="outline">
          {content.actions.resend}
        </ActionForm>
      ) : null}
      {leads && is === 'active' ? (
        <ButtonLink href={`${base}/extend`} look="outline">
          {content.actions.extend}
        </ButtonLink>
      ) : null}
      {leads && is !== 'withdrawn' ? (
        <ButtonLink href={`${base}/withdraw`} look="plain">
          {content.actions.withdraw}
        </ButtonLink>
      ) : null}
    </ButtonGroup>
  );
}

export function ExtensionList({
  extensions,
  timeZone,
}: {
  extensions: readonly Extension[];
  timeZone: string;
}) {
  const words = content.extensions;
  if (extensions.length === 0) return null;
  return (
    <Section heading={words.heading}>
      <Table
        caption={words.caption}
        captionHidden
        rows={extensions}
        columns={[
          {
            heading: words.asked,
            rowHeader: true,
            cell: ({ askedAt }) => longDate(dayIn(timeZone, askedAt)),
          },
          { heading: words.to, cell: ({ to }) => longDate(to) },
          { heading: words.reason, cell: ({ reason }) => reason },
          {
            heading: words.decision,
            cell: ({ state, note }) =>
              note === '' ? words.states[state] : `${words.states[state]}: ${note}`,
          },
        ]}
      />
    </Section>
  );
}
