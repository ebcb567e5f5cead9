import type { AgencyPlace } from '../identity/viewer.ts';
import { kindWords, placeWords } from '../partner-organization/organization-content.ts';
import type { PartnerOrganization } from '../partner-organization/partner-organization.ts';
import { Button } from '../uswds/button.tsx';
import { HiddenValues } from '../uswds/form.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { SearchForm } from '../uswds/search-form.tsx';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { Tag } from '../uswds/tag.tsx';
import type { JointGroup, JointPartner } from './joint-agreement.ts';
import { jointContent as content } from './joint-content.ts';
import { JointFrame } from './joint-frame.tsx';

export interface PartnersPageProps {
  readonly agency: AgencyPlace;
  readonly group: JointGroup;
  readonly chosen: readonly JointPartner[];
  readonly search: string;
  readonly organizations: readonly PartnerOrganization[];
  readonly done: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** Chooses the organizations that every agency of the group will work with. */
export function PartnersPage(props: PartnersPageProps) {
  const { agency, group, chosen, search, organizations } = props;
  const base = `/workspace/${agency.slug}/groups/${group.id}`;
  return (
    <JointFrame
      reader={{ side: 'agency', agency }}
      title={content.chooseTitle}
      lead={content.chooseLead}
      done={props.done}
      errors={props.errors}
      above={{ label: group.name, href: base }}
    >
      <SearchForm action={`${base}/partners`} label={content.searchOrganizations} value={search} />
      {search !== '' && organizations.length === 0 ? <p role="status">{content.nothingFound}</p> : null}
      {organizations.length > 0 ? (
        <Table
          caption={content.foundOrganizations}
          rows={organizations}
          columns={[
            { heading: content.organization, rowHeader: true, cell: ({ name }) => name },
            {
              heading: content.whatItDoes,
              cell: ({ kinds, placesServed }) => (
                <>
                  {kindWords(kinds)}
                  <br />
                  <span class="om-quiet">{placeWords(placesServed)}</span>
                </>
              ),
            },
            {
              heading: content.choose,
              cell: (row) =>
                chosen.some(({ partner }) => partner === row.id) ? (
                  <Tag>{content.chosenTag}</Tag>
                ) : (
                  <ChooseForm row={row} action={`${base}/partners`} search={search} />
                ),
            },
          ]}
        />
      ) : null}
      <Section heading={content.chosen}>
        {chosen.length === 0 ? <p>{content.noPartners}</p> : null}
        <ul class="usa-list">
          {chosen.map(({ name }) => (
            <li>{name}</li>
          ))}
        </ul>
      </Section>
    </JointFrame>
  );
}

function ChooseForm({ row, action, search }: { row: PartnerOrganization; action: string; search: string }) {
  const id = `email-${row.id}`;
  return (
    <form class={row.isClaimed ? 'om-action-form' : 'usa-form om-form'} method="post" action={action}>
      <HiddenValues values={{ organization: row.id, search }} />
      {row.isClaimed ? null : (
        <>
          <label class="usa-label" for={id}>
            {content.representativeEmail(row.name)}
          </label>
          <input class="usa-input" id={id} type="email" name="representativeEmail" maxlength={254} required />
        </>
      )}
      <Button look="outline">
        {content.choose}
        <span class="usa-sr-only"> {row.name}</span>
      </Button>
    </form>
  );
}
