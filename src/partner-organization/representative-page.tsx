import type { PersonId } from '../database/acting.ts';
import { longDay } from '../identity/day-text.ts';
import type { ListedInvitation } from '../identity/invitation-actions.ts';
import type { PartnerPlace } from '../identity/viewer.ts';
import { PartnerPage } from '../partnership/partner-page.tsx';
import { ActionForm } from '../uswds/action-form.tsx';
import { ButtonGroup } from '../uswds/button.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { Tag } from '../uswds/tag.tsx';
import { InviteRepresentative } from './invite-representative.tsx';
import { OrganizationNav } from './organization-nav.tsx';
import type { Representative } from './representative.ts';
import type { OrganizationTeam } from './representative-actions.ts';
import { representativeContent as content, representativeNotice } from './representative-content.ts';
import type { TypedInvitation } from './representative-form.ts';

export interface RepresentativesPageProps {
  readonly partner: PartnerPlace;
  readonly viewer: PersonId;
  readonly team: OrganizationTeam;
  readonly done: string | undefined;
  readonly typed?: TypedInvitation | undefined;
  readonly errors?: FormErrors | undefined;
}

/** Everybody who speaks for an organization, for themselves. */
export function RepresentativesPage(props: RepresentativesPageProps) {
  const { partner, team, done, errors } = props;
  const base = `/partner/${partner.id}/team`;
  return (
    <PartnerPage
      partner={partner}
      title={content.title}
      lead={content.lead}
      notice={<SuccessNotice>{representativeNotice(done)}</SuccessNotice>}
      errors={errors}
    >
      <OrganizationNav partner={partner.id} current="team" />
      <Section heading={content.members.heading}>
        <Members representatives={team.representatives} viewer={props.viewer} base={base} />
      </Section>
      <Section heading={content.invitations.heading}>
        <Invitations invitations={team.invitations} base={base} />
      </Section>
      <Section heading={content.invite.heading}>
        <InviteRepresentative action={`${base}/invitations`} typed={props.typed} errors={errors} />
      </Section>
    </PartnerPage>
  );
}

interface MembersProps {
  readonly representatives: readonly Representative[];
  readonly viewer: PersonId;
  readonly base: string;
}

function Members({ representatives, viewer, base }: MembersProps) {
  const words = content.members;
  return (
    <Table
      caption={words.heading}
      captionHidden
      rows={representatives}
      columns={[
        {
          heading: words.name,
          rowHeader: true,
          cell: ({ name, email, person }) => (
            <>
              {name || words.unnamed} {person === viewer ? <Tag>{words.you}</Tag> : null}
              <br />
              <span class="om-quiet">{email}</span>
            </>
          ),
        },
        { heading: words.since, cell: ({ since }) => longDay(since) },
        {
          heading: words.action,
          cell: ({ id, person, name, email }) => (
            <a class="usa-link" href={`${base}/${id}/end`}>
              {person === viewer ? words.leave : words.end}
              <span class="usa-sr-only"> {name || email}</span>
            </a>
          ),
        },
      ]}
    />
  );
}

function Invitations({ invitations, base }: { invitations: readonly ListedInvitation[]; base: string }) {
  const words = content.invitations;
  return (
    <Table
      caption={words.heading}
      captionHidden
      rows={invitations}
      empty={<p>{words.none}</p>}
      columns={[
        { heading: words.email, rowHeader: true, cell: ({ email }) => email },
        { heading: words.state, cell: ({ state, expiresAt }) => words[state](expiresAt) },
        {
          heading: words.action,
          cell: ({ id, email }) => (
            <ButtonGroup>
              <ActionForm action={`${base}/invitations/${id}/resend`} look="plain" about={email}>
                {words.resend}
              </ActionForm>
              <ActionForm action={`${base}/invitations/${id}/revoke`} look="plain" about={email}>
                {words.revoke}
              </ActionForm>
            </ButtonGroup>
          ),
        },
      ]}
    />
  );
}
