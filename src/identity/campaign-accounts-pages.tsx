import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import { ActionForm } from '../uswds/action-form.tsx';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { TextField } from '../uswds/text-field.tsx';
import type { CampaignAccounts } from './campaign-accounts-actions.ts';
import { type CampaignAccountsDone, campaignAccountsContent } from './campaign-accounts-content.ts';
import { longDay } from './day-text.ts';
import type { ListedInvitation } from './invitation-actions.ts';
import { type CampaignMember, campaignRoles } from './membership.ts';
import { campaignRoleWords } from './role-content.ts';
import type { CampaignRole } from './viewer.ts';

export interface CampaignAccountsPageProps {
  readonly roles: readonly CampaignRole[];
  readonly accounts: CampaignAccounts;
  readonly done: CampaignAccountsDone | undefined;
  readonly errors: FormErrors;
  readonly email: string;
  readonly role: string;
}

export function CampaignAccountsPage(props: CampaignAccountsPageProps) {
  const { accounts, done, errors } = props;
  const content = campaignAccountsContent;
  return (
    <CampaignPage
      roles={props.roles}
      here="/campaign/accounts"
      title={content.title}
      lead={content.lead}
      errors={errors}
      notice={<SuccessNotice>{done && content.done[done]}</SuccessNotice>}
    >
      <Members members={accounts.members} />
      <Invitations invitations={accounts.invitations} />
      <InviteForm {...props} />
    </CampaignPage>
  );
}

function Members({ members }: { members: readonly CampaignMember[] }) {
  const content = campaignAccountsContent.members;
  const nameOf = (member: CampaignMember) => member.name || content.unnamed;
  return (
    <Section heading={content.heading}>
      <Table
        caption={content.caption}
        captionHidden
        rows={members}
        columns={[
          {
            heading: content.name,
            rowHeader: true,
            cell: (member) => (
              <>
                {nameOf(member)}
                <br />
                <span class="om-quiet">{member.email}</span>
              </>
            ),
          },
          { heading: content.role, cell: (member) => campaignRoleWords[member.role].label },
          { heading: content.since, cell: (member) => longDay(member.since) },
          {
            heading: content.action,
            cell: (member) => (
              <ActionForm
                action={`/campaign/accounts/members/${member.id}/end`}
                look="plain"
                about={`${campaignRoleWords[member.role].label}, ${nameOf(member)}`}
              >
                {content.end}
              </ActionForm>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Invitations({ invitations }: { invitations: readonly ListedInvitation[] }) {
  const content = campaignAccountsContent.invitations;
  return (
    <Section heading={content.heading}>
      <Table
        caption={content.caption}
        captionHidden
        rows={invitations}
        empty={<p>{content.none}</p>}
        columns={[
          { heading: content.email, rowHeader: true, cell: (invitation) => invitation.email },
          { heading: content.role, cell: roleLabel },
          {
            heading: content.state,
            cell: ({ state, expiresAt }) => content[state](expiresAt),
          },
          { heading: content.action, cell: (invitation) => <InvitationActions invitation={invitation} /> },
        ]}
      />
    </Section>
  );
}

function roleLabel({ into }: ListedInvitation): string {
  return into.place === 'campaign' ? campaignRoleWords[into.role].label : '';
}

function InvitationActions({ invitation }: { invitation: ListedInvitation }) {
  const content = campaignAccountsContent.invitations;
  const path = `/campaign/accounts/invitations/${invitation.id}`;
  return (
    <ButtonGroup>
      <ActionForm action={`${path}/resend`} look="plain" about={invitation.email}>
        {content.resend}
      </ActionForm>
      <ActionForm action={`${path}/revoke`} look="plain" about={invitation.email}>
        {content.revoke}
      </ActionForm>
    </ButtonGroup>
  );
}

function InviteForm({ errors, email, role }: CampaignAccountsPageProps) {
  const content = campaignAccountsContent.invite;
  return (
    <Section heading={content.heading}>
      <Form action="/campaign/accounts/invitations">
        <TextField
          name="email"
          label={content.email}
          hint={content.emailHint}
          type="email"
          autocomplete="off"
          value={email}
          error={errors.email}
          spellcheck={false}
          required
        />
        <RadioGroup
          name="role"
          label={content.role}
          value={role}
          error={errors.role}
          choices={campaignRoles.map((value) => ({
            value,
            label: campaignRoleWords[value].label,
            description: campaignRoleWords[value].does,
          }))}
          required
        />
        <ButtonGroup>
          <Button>{content.submit}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  );
}
