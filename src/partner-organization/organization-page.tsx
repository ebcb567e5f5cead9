import type { AgencyPlace } from '../identity/viewer.ts';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { Tag } from '../uswds/tag.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { chooseContent, organizationPageContent as content } from './organization-content.ts';
import { OrganizationFactsList, Reach } from './organization-facts.tsx';
import type { PartnerContact } from './partner-contact.ts';
import type { PartnerOrganization } from './partner-organization.ts';
import { profileContent } from './profile-content.ts';

export interface OrganizationPageProps {
  readonly agency: AgencyPlace;
  readonly organization: PartnerOrganization;
  readonly contacts: readonly PartnerContact[];
  readonly mayPropose: boolean;
  readonly mayCorrect: boolean;
  readonly isCorrected: boolean;
}

/** An organization as an agency sees it: its facts, and its people once the partnership is active. */
export function OrganizationPage(props: OrganizationPageProps) {
  const { agency, organization, contacts } = props;
  const base = `/workspace/${agency.slug}/partnerships`;
  return (
    <WorkspacePage
      agency={agency}
      here="partnerships"
      title={organization.name}
      trail={[sectionLink(agency, 'partnerships')]}
      notice={<SuccessNotice>{props.isCorrected ? content.corrected : undefined}</SuccessNotice>}
      status={organization.isClaimed ? <Tag>{chooseContent.claimed}</Tag> : undefined}
    >
      <Section heading={content.facts}>
        <OrganizationFactsList facts={organization} />
      </Section>
      <Section heading={content.contacts}>
        {contacts.length > 0 ? (
          <Table
            caption={content.contacts}
            captionHidden
            rows={contacts}
            columns={[
              { heading: profileContent.contacts.name, rowHeader: true, cell: ({ name }) => name },
              { heading: profileContent.contacts.role, cell: ({ role }) => role },
              { heading: profileContent.contacts.reach, cell: (contact) => <Reach contact={contact} /> },
            ]}
          />
        ) : (
          <p>{organization.isClaimed ? content.contactsHidden : content.unclaimed}</p>
        )}
      </Section>
      <ButtonGroup>
        {props.mayPropose ? (
          <ButtonLink href={`${base}/new/${organization.id}`}>{content.propose}</ButtonLink>
        ) : null}
        {props.mayCorrect ? (
          <ButtonLink look="outline" href={`${base}/organizations/${organization.id}/correct`}>
            {content.correct}
          </ButtonLink>
        ) : null}
      </ButtonGroup>
    </WorkspacePage>
  );
}
