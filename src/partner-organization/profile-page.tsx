import type { PartnerPlace } from '../identity/viewer.ts';
import { PartnerPage } from '../partnership/partner-page.tsx';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import type { OtherRecord } from './merge-request.ts';
import { OrganizationFactsList, Reach } from './organization-facts.tsx';
import { OrganizationNav } from './organization-nav.tsx';
import type { PartnerContact } from './partner-contact.ts';
import type { PartnerOrganization } from './partner-organization.ts';
import { profileContent as content, profileNotice } from './profile-content.ts';

export interface ProfilePageProps {
  readonly partner: PartnerPlace;
  readonly organization: PartnerOrganization;
  readonly contacts: readonly PartnerContact[];
  /** Further records that the viewer speaks for. */
  readonly others: readonly OtherRecord[];
  readonly done: string | undefined;
}

/** An organization's own record, for the people who speak for it. */
export function ProfilePage({ partner, organization, contacts, others, done }: ProfilePageProps) {
  const base = `/partner/${partner.id}/profile`;
  return (
    <PartnerPage
      partner={partner}
      title={content.title}
      lead={content.lead}
      notice={<SuccessNotice>{profileNotice(done)}</SuccessNotice>}
    >
      <OrganizationNav partner={partner.id} current="profile" />
      {others.map((other) => (
        <SameOrganization partner={partner} other={other} />
      ))}
      <Section heading={content.facts}>
        <OrganizationFactsList facts={organization} />
        <ButtonGroup>
          <ButtonLink href={`${base}/edit`}>{content.edit}</ButtonLink>
        </ButtonGroup>
      </Section>
      <Section heading={content.contacts.heading}>
        <p>{content.contacts.lead}</p>
        <Contacts contacts={contacts} base={base} />
        <ButtonGroup>
          <ButtonLink look="outline" href={`${base}/contacts/new`}>
            {content.contacts.add}
          </ButtonLink>
        </ButtonGroup>
      </Section>
    </PartnerPage>
  );
}

function Contacts({ contacts, base }: { contacts: readonly PartnerContact[]; base: string }) {
  const words = content.contacts;
  return (
    <Table
      caption={words.heading}
      captionHidden
      rows={contacts}
      empty={<p>{words.none}</p>}
      columns={[
        { heading: words.name, rowHeader: true, cell: ({ name }) => name },
        { heading: words.role, cell: ({ role }) => role },
        { heading: words.reach, cell: (contact) => <Reach contact={contact} /> },
        {
          heading: words.actions,
          headingHidden: true,
          cell: ({ id, name }) => (
            <ButtonGroup>
              <a class="usa-link" href={`${base}/contacts/${id}`}>
                {words.change}
                <span class="usa-sr-only"> {name}</span>
              </a>
              <ActionForm action={`${base}/contacts/${id}/remove`} look="plain" about={name}>
                {words.remove}
              </ActionForm>
            </ButtonGroup>
          ),
        },
      ]}
    />
  );
}

function SameOrganization({ partner, other }: { partner: PartnerPlace; other: OtherRecord }) {
  const { name } = other.place;
  if (other.asked === 'settled') return <p class="om-quiet">{content.twice.settled(name)}</p>;
  if (other.asked === 'open') return <Alert kind="info">{content.twice.asked(name)}</Alert>;
  return (
    <Alert kind="info" heading={content.twice.heading}>
      <p>{content.twice.text(name)}</p>
      <ActionForm
        action={`/partner/${partner.id}/profile/merge-request`}
        look="outline"
        hidden={{ other: other.place.id }}
      >
        {content.twice.ask(name)}
      </ActionForm>
    </Alert>
  );
}
