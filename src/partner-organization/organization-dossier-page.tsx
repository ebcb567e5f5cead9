import { regionName } from '../agency/region.ts';
import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import { longDay } from '../identity/day-text.ts';
import type { CampaignRole } from '../identity/viewer.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { SearchForm } from '../uswds/search-form.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { Timeline } from '../uswds/timeline.tsx';
import { activityPerson, activitySentence } from '../workspace/activity-content.ts';
import { AlikeSection, MergesSection } from './alike-section.tsx';
import { InviteRepresentative } from './invite-representative.tsx';
import type { OrganizationDossier } from './organization-desk-actions.ts';
import { deskContent as content, deskNotice } from './organization-desk-content.ts';
import { OrganizationFactsList } from './organization-facts.tsx';
import { organizationsHref } from './organization-list-page.tsx';
import type { TypedInvitation } from './representative-form.ts';

export interface OrganizationDossierPageProps {
  readonly roles: readonly CampaignRole[];
  readonly dossier: OrganizationDossier;
  readonly done: string | undefined;
  readonly typed?: TypedInvitation | undefined;
  readonly errors?: FormErrors | undefined;
}

/** One organization, for the campaign: its facts, with whom it works, who speaks for it, and its doubles. */
export function OrganizationDossierPage(props: OrganizationDossierPageProps) {
  const { roles, dossier, done, typed, errors } = props;
  const { organization } = dossier;
  const words = content.page;
  const base = `${organizationsHref}/${organization.id}`;
  return (
    <CampaignPage
      roles={roles}
      here={organizationsHref}
      title={organization.name}
      trail={[{ label: content.title, href: organizationsHref }]}
      notice={<SuccessNotice>{deskNotice(done)}</SuccessNotice>}
      errors={errors}
    >
      <Section heading={words.facts}>
        <OrganizationFactsList facts={organization} />
      </Section>
      <AlikeSection dossier={dossier} base={base} />
      <Section heading={words.agencies}>
        <Agencies dossier={dossier} />
      </Section>
      <People dossier={dossier} />
      <Section heading={words.invite}>
        <InviteRepresentative action={`${base}/invitations`} typed={typed} errors={errors} />
      </Section>
      <Section heading={words.mergeWith}>
        <SearchForm action={`${base}/merge`} label={content.search} />
      </Section>
      <MergesSection dossier={dossier} base={base} />
      <Section heading={words.history}>
        <Timeline
          entries={dossier.history.map((event) => ({
            at: event.at.toISOString(),
            when: longDay(event.at),
            who: activityPerson(event, 'campaign'),
            what: activitySentence(event),
          }))}
        />
      </Section>
    </CampaignPage>
  );
}

function Agencies({ dossier }: { dossier: OrganizationDossier }) {
  const words = content.page;
  return (
    <Table
      caption={words.agencies}
      captionHidden
      rows={dossier.partnerships}
      empty={<p>{words.noAgencies}</p>}
      columns={[
        {
          heading: words.agency,
          rowHeader: true,
          cell: ({ agency }) => `${agency.name}, ${regionName(agency.region)}`,
        },
        { heading: words.state, cell: ({ state }) => words.states[state] },
        { heading: words.since, cell: ({ since }) => longDay(since) },
      ]}
    />
  );
}

function People({ dossier: { team } }: { dossier: OrganizationDossier }) {
  const words = content.page;
  return (
    <Section heading={words.people}>
      <Table
        caption={words.people}
        captionHidden
        rows={team.representatives}
        empty={<p>{words.noPeople}</p>}
        columns={[
          {
            heading: words.name,
            rowHeader: true,
            cell: ({ name, email }) => (
              <>
                {name || email}
                <br />
                <span class="om-quiet">{email}</span>
              </>
            ),
          },
          { heading: words.since, cell: ({ since }) => longDay(since) },
        ]}
      />
      {team.invitations.length > 0 ? (
        <p>
          {words.invitations}: {team.invitations.map(({ email }) => email).join(', ')}
        </p>
      ) : null}
    </Section>
  );
}
