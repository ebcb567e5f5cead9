import type { Agency } from '../agency/agency.ts';
import { AgencyFactsList } from '../agency/agency-facts-list.tsx';
import type { AuditEvent } from '../audit/audit.ts';
import { longDate } from '../calendar/calendar-date.ts';
import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { CampaignRole } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { ReasonForm } from '../uswds/reason-form.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { ActivityTimeline } from '../workspace/activity-timeline.tsx';
import { campaignPledgeContent as content } from './campaign-pledge-content.ts';
import { CertifiedNote } from './certified-note.tsx';
import type { Extension } from './extension.ts';
import { type Pledge, termOf } from './pledge.ts';
import type { PledgeCertificate } from './pledge-certificate-actions.ts';
import { PledgeFacts, PledgeStateTag } from './pledge-facts.tsx';
import { ExtensionList, PledgeReason } from './pledge-pages.tsx';
import { isBeyondLimit } from './pledge-term.ts';

export interface CampaignPledgePageProps {
  readonly roles: readonly CampaignRole[];
  readonly agency: Agency;
  readonly pledge: Pledge;
  readonly certificate: PledgeCertificate | undefined;
  readonly extensions: readonly Extension[];
  readonly events: readonly AuditEvent[];
  /** True when the viewer belongs to the agency: then they only look. */
  readonly isOwn: boolean;
  readonly notice?: string | undefined;
  /** The reason as typed, when returning was refused. */
  readonly reason?: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** A pledge as the campaign sees it: what it says, and the decision that is due. */
export function CampaignPledgePage(props: CampaignPledgePageProps) {
  const { agency, pledge, certificate, extensions, isOwn, notice } = props;
  return (
    <CampaignPage
      roles={props.roles}
      here="/campaign/pledges"
      title={agency.name}
      above={content.title}
      status={<PledgeStateTag state={pledge.state.is} certified={certificate?.standing.is === 'valid'} />}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      errors={props.errors}
      trail={[{ label: content.title, href: '/campaign/pledges' }]}
      actions={
        <ButtonLink href={`/campaign/agencies/${agency.slug}`} look="outline">
          {content.people}
        </ButtonLink>
      }
    >
      {isOwn ? <Alert kind="info">{content.own}</Alert> : null}
      <PledgeReason pledge={pledge} />
      <CertifiedNote certificate={certificate} />
      <Section heading={content.pledge}>
        <PledgeFacts pledge={pledge} timeZone={agency.timeZone} />
      </Section>
      <Section heading={content.agency}>
        <AgencyFactsList agency={agency} />
      </Section>
      {isOwn ? null : <Decisions {...props} />}
      <ExtensionList extensions={extensions} timeZone={agency.timeZone} />
      <Section heading={content.activity}>
        <ActivityTimeline events={props.events} timeZone={agency.timeZone} seenBy="campaign" />
      </Section>
      {isOwn || pledge.state.is === 'withdrawn' ? null : (
        <p>
          <a class="usa-link" href={`/campaign/pledges/${agency.slug}/withdraw`}>
            {content.withdraw.link}
          </a>
        </p>
      )}
    </CampaignPage>
  );
}

function Decisions(props: CampaignPledgePageProps) {
  const { pledge, extensions } = props;
  const asked = extensions.find(({ state }) => state === 'asked');
  return (
    <>
      {pledge.state.is === 'awaiting-acceptance' ? <AcceptOrReturn {...props} /> : null}
      {asked ? <DecideExtension {...props} asked={asked} /> : null}
    </>
  );
}

function AcceptOrReturn({ agency, pledge, reason, errors = {} }: CampaignPledgePageProps) {
  const base = `/campaign/pledges/${agency.slug}`;
  const words = content.return;
  return (
    <>
      <Section heading={content.accept.heading}>
        <p>{content.accept.text(pledge.targetMonths)}</p>
        <form method="post" action={`${base}/accept`}>
          <Button look="accent">{content.accept.submit}</Button>
        </form>
      </Section>
      <Section heading={words.heading}>
        <ReasonForm
          action={`${base}/return`}
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          error={errors.reason}
          maxlength={2000}
          buttons={<Button look="outline">{words.submit}</Button>}
        />
      </Section>
    </>
  );
}

function DecideExtension({ agency, pledge, roles, asked }: CampaignPledgePageProps & { asked: Extension }) {
  const words = content.extension;
  const term = termOf(pledge);
  const isException = term !== undefined && isBeyondLimit(term, asked.to);
  const mayGrant = !isException || roles.includes('administrator');
  return (
    <Section heading={words.heading}>
      <p>{words.asks(longDate(asked.from), longDate(asked.to))}</p>
      <p>{asked.reason}</p>
      {isException ? <Alert kind="warning">{words.exception}</Alert> : null}
      <form class="usa-form om-form" method="post" action={`/campaign/pledges/${agency.slug}/extension`}>
        <TextArea name="note" label={words.note} value="" rows={3} maxlength={2000} />
        <ButtonGroup>
          {mayGrant ? (
            <Button name="decision" value="grant">
              {words.grant}
            </Button>
          ) : null}
          <Button name="decision" value="decline" look="outline">
            {words.decline}
          </Button>
        </ButtonGroup>
      </form>
    </Section>
  );
}

export interface CampaignWithdrawPageProps {
  readonly roles: readonly CampaignRole[];
  readonly agency: Agency;
  readonly certified: boolean;
  readonly reason: string;
  readonly errors: FormErrors;
}

/** Asks the campaign once more before it ends an agency's pledge. */
export function CampaignWithdrawPage({
  roles,
  agency,
  certified,
  reason,
  errors,
}: CampaignWithdrawPageProps) {
  const words = content.withdraw;
  const back = `/campaign/pledges/${agency.slug}`;
  return (
    <CampaignPage
      roles={roles}
      here="/campaign/pledges"
      title={words.title}
      above={agency.name}
      lead={words.lead}
      errors={errors}
      trail={[
        { label: content.title, href: '/campaign/pledges' },
        { label: agency.name, href: back },
      ]}
    >
      {certified ? <Alert kind="warning">{words.certified}</Alert> : null}
      <ReasonForm
        action={`${back}/withdraw`}
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        error={errors.reason}
        maxlength={2000}
        buttons={
          <>
            <Button look="danger">{words.submit}</Button>
            <ButtonLink href={back} look="plain">
              {words.keep}
            </ButtonLink>
          </>
        }
      />
    </CampaignPage>
  );
}
