import { AgencyFactsList } from '../agency/agency-facts-list.tsx';
import { dayIn, longDate } from '../calendar/calendar-date.ts';
import type { ListedInvitation } from '../identity/invitation-actions.ts';
import type { AgencyMember } from '../identity/membership.ts';
import { agencyRoleWords } from '../identity/role-content.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Card, CardGroup } from '../uswds/card.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { type Column, Table } from '../uswds/table.tsx';
import { sectionPath } from '../workspace/workspace-section.ts';
import { mayEndRole, rolesToPassOn } from './hand-over.ts';
import type { Team } from './team-actions.ts';
import { teamContent as content } from './team-content.ts';
import type { TeamDesk } from './team-desk.ts';
import { TeamFrame } from './team-frame.tsx';

export interface TeamPageProps {
  readonly desk: TeamDesk;
  readonly team: Team;
  readonly notice: string | undefined;
}

/** Everybody at the agency, what waits for a decision about its people, and the ways to change who does what. */
export function TeamPage({ desk, team, notice }: TeamPageProps) {
  const isCampaign = desk.from === 'campaign';
  return (
    <TeamFrame
      desk={desk}
      title={isCampaign ? content.campaignTitle : content.title}
      lead={isCampaign ? undefined : content.lead}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
    >
      <Requests desk={desk} team={team} />
      <HandOvers desk={desk} team={team} />
      <Section heading={content.members.heading}>
        <Members desk={desk} members={team.members} />
        {desk.mayManage ? <TeamButtons desk={desk} /> : null}
      </Section>
      <Invitations desk={desk} invitations={team.invitations} />
      {isCampaign ? (
        <Section
          heading={content.facts}
          actions={
            desk.mayManage ? (
              <ButtonLink href={`${desk.base}/facts`} look="outline">
                {content.changeFacts}
              </ButtonLink>
            ) : undefined
          }
        >
          <AgencyFactsList agency={desk.details} />
        </Section>
      ) : null}
    </TeamFrame>
  );
}

function TeamButtons({ desk }: { desk: TeamDesk }) {
  return (
    <ButtonGroup>
      {desk.from === 'workspace' ? (
        <ButtonLink href={`${desk.base}/invite`}>{content.invite.open}</ButtonLink>
      ) : null}
      {rolesToPassOn(desk.giver).map((role) => (
        <ButtonLink href={`${desk.base}/hand-over/${role}`} look="outline">
          {content.handOver.open[role]}
        </ButtonLink>
      ))}
    </ButtonGroup>
  );
}

function Members({ desk, members }: { desk: TeamDesk; members: readonly AgencyMember[] }) {
  const words = content.members;
  const columns: readonly Column<AgencyMember>[] = [
    {
      heading: words.name,
      rowHeader: true,
      cell: ({ name, email }) => (
        <>
          {name || words.unnamed}
          <br />
          <span class="om-quiet">{email}</span>
        </>
      ),
    },
    { heading: words.role, cell: ({ role }) => agencyRoleWords[role].label },
    { heading: words.since, cell: ({ since }) => longDate(dayIn(desk.agency.timeZone, since)) },
  ];
  const change: Column<AgencyMember> = {
    heading: words.change,
    cell: (member) => <EndLink desk={desk} member={member} />,
  };
  return (
    <Table
      caption={words.caption}
      captionHidden
      rows={members}
      columns={members.some((member) => mayEnd(desk, member)) ? [...columns, change] : columns}
      empty={<p>{words.empty}</p>}
    />
  );
}

function mayEnd(desk: TeamDesk, member: AgencyMember): boolean {
  return desk.mayManage && mayEndRole(member.role, desk.giver, member.person === desk.act.person);
}

function EndLink({ desk, member }: { desk: TeamDesk; member: AgencyMember }) {
  if (!mayEnd(desk, member)) return null;
  return (
    <a class="usa-link" href={`${desk.base}/members/${member.id}/end`}>
      {content.members.end}
      <span class="usa-sr-only">
        {' '}
        of {member.name}, {agencyRoleWords[member.role].label}
      </span>
    </a>
  );
}

function Requests({ desk, team }: { desk: TeamDesk; team: Team }) {
  const words = content.requests;
  if (team.joinRequests.length === 0) return null;
  return (
    <Section heading={words.heading}>
      <p>{words.lead}</p>
      <CardGroup columns={2}>
        {team.joinRequests.map((request) => (
          <Card
            heading={`${request.askerName} (${request.askerEmail})`}
            actions={
              desk.mayManage ? (
                <>
                  {(['training-officer', 'staff'] as const).map((role) => (
                    <ActionForm
                      action={`${desk.base}/requests/${request.id}`}
                      hidden={{ role }}
                      look="outline"
                      about={request.askerName}
                    >
                      {words.accept[role]}
                    </ActionForm>
                  ))}
                  <ActionForm
                    action={`${desk.base}/requests/${request.id}`}
                    look="plain"
                    about={request.askerName}
                  >
                    {words.decline}
                  </ActionForm>
                </>
              ) : undefined
            }
          >
            {request.note}
          </Card>
        ))}
      </CardGroup>
    </Section>
  );
}

function HandOvers({ desk, team }: { desk: TeamDesk; team: Team }) {
  const words = content.handOvers;
  const mayCancel = rolesToPassOn(desk.giver);
  if (team.handOvers.length === 0) return null;
  return (
    <Section heading={words.heading}>
      <CardGroup columns={2}>
        {team.handOvers.map(({ id, role, email }) => (
          <Card
            heading={agencyRoleWords[role].label}
            actions={
              desk.mayManage && mayCancel.includes(role) ? (
                <ActionForm action={`${desk.base}/hand-over/${id}/cancel`} look="outline">
                  {words.cancel}
                </ActionForm>
              ) : undefined
            }
          >
            {words.text(agencyRoleWords[role].inSentence, email)}
          </Card>
        ))}
      </CardGroup>
    </Section>
  );
}

function Invitations({ desk, invitations }: { desk: TeamDesk; invitations: readonly ListedInvitation[] }) {
  const words = content.invitations;
  if (invitations.length === 0) return null;
  const columns: readonly Column<ListedInvitation>[] = [
    { heading: words.email, rowHeader: true, cell: ({ email }) => email },
    {
      heading: words.role,
      cell: ({ into }) => (into.place === 'agency' ? agencyRoleWords[into.role].label : ''),
    },
    {
      heading: words.until,
      cell: ({ state, expiresAt }) =>
        state === 'expired' ? words.expired : longDate(dayIn(desk.agency.timeZone, expiresAt)),
    },
  ];
  const change: Column<ListedInvitation> = {
    heading: words.change,
    cell: (invitation) => <InvitationButtons desk={desk} invitation={invitation} />,
  };
  return (
    <Section heading={words.heading}>
      <Table
        caption={words.caption}
        captionHidden
        rows={invitations}
        columns={desk.mayManage && desk.from === 'workspace' ? [...columns, change] : columns}
      />
    </Section>
  );
}

/** The executive's link is sent again and corrected where the pledge is. */
function InvitationButtons({ desk, invitation }: { desk: TeamDesk; invitation: ListedInvitation }) {
  if (invitation.into.role === 'executive' && desk.from === 'workspace') {
    return (
      <a class="usa-link" href={sectionPath(desk.place.slug, 'pledge')}>
        {content.invitations.executive}
      </a>
    );
  }
  const base = `${desk.base}/invitations/${invitation.id}`;
  return (
    <ButtonGroup>
      <ActionForm action={`${base}/resend`} look="outline" about={invitation.email}>
        {content.invitations.resend}
      </ActionForm>
      <ActionForm action={`${base}/revoke`} look="plain" about={invitation.email}>
        {content.invitations.revoke}
      </ActionForm>
    </ButtonGroup>
  );
}
