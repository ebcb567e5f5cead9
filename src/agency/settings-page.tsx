import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { AgencyPlace, CampaignRole } from '../identity/viewer.ts';
import type { Typed } from '../question/question.ts';
import { type StaffCategory, staffCategories } from '../roster/staff-category.ts';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { CheckboxGroup } from '../uswds/checkbox-group.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import type { Agency } from './agency.ts';
import { agencyFactsWords, staffCategoryLabels } from './agency-content.ts';
import { AgencyFactsList } from './agency-facts-list.tsx';
import { agencyKindLabel } from './agency-kind.ts';
import { FactsForm } from './facts-form.tsx';
import { regionName } from './region.ts';
import { settingsContent as content } from './settings-content.ts';

export interface SettingsPageProps {
  readonly place: AgencyPlace;
  readonly agency: Agency;
  readonly scope: readonly StaffCategory[];
  readonly typed: Typed;
  readonly errors: FormErrors;
  readonly mayChange: boolean;
  /** False once the pledge is signed: the campaign then changes which agency it is. */
  readonly isIdentityOpen: boolean;
  readonly contactEmail: string;
  readonly notice: string | undefined;
}

/** The agency's facts and the non-sworn staff it counts. */
export function SettingsPage(props: SettingsPageProps) {
  const { place, agency, mayChange, typed, errors, notice } = props;
  return (
    <WorkspacePage
      agency={place}
      here="settings"
      title={content.title}
      lead={content.lead}
      errors={errors}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
    >
      {mayChange ? (
        <>
          <ScopeForm {...props} />
          <FactsForm
            action={`/workspace/${place.slug}/settings`}
            typed={typed}
            errors={errors}
            locked={props.isIdentityOpen ? undefined : <Locked {...props} />}
          />
        </>
      ) : (
        <>
          <Section heading={content.scope.heading}>
            <ul class="usa-list">
              {props.scope.map((category) => (
                <li>{staffCategoryLabels[category]}</li>
              ))}
            </ul>
          </Section>
          <AgencyFactsList agency={agency} />
        </>
      )}
    </WorkspacePage>
  );
}

function ScopeForm({ place, scope }: SettingsPageProps) {
  const words = content.scope;
  return (
    <Section heading={words.heading}>
      <p>{words.lead}</p>
      <form class="usa-form om-form" method="post" action={`/workspace/${place.slug}/settings/scope`}>
        <CheckboxGroup
          name="category"
          label={words.question}
          values={scope}
          choices={staffCategories.map((category) => ({
            value: category,
            label: staffCategoryLabels[category],
          }))}
        />
        <ButtonGroup>
          <Button>{words.submit}</Button>
        </ButtonGroup>
      </form>
    </Section>
  );
}

function Locked({ agency, contactEmail }: SettingsPageProps) {
  return (
    <Section heading={content.identity.heading}>
      <SummaryList
        facts={[
          { term: agencyFactsWords.name, detail: agency.name },
          { term: agencyFactsWords.kind, detail: agencyKindLabel(agency.kind) },
          { term: agencyFactsWords.region, detail: regionName(agency.region) },
          { term: agencyFactsWords.ori, detail: agency.ori },
        ]}
      />
      <p class="om-quiet">
        {content.identity.locked} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>.
      </p>
    </Section>
  );
}

export interface CampaignFactsPageProps {
  readonly roles: readonly CampaignRole[];
  readonly agency: Agency;
  readonly typed: Typed;
  readonly errors: FormErrors;
}

/** All facts, changed by the campaign. */
export function CampaignFactsPage({ roles, agency, typed, errors }: CampaignFactsPageProps) {
  const base = `/campaign/agencies/${agency.slug}`;
  return (
    <CampaignPage
      roles={roles}
      here="/campaign/pledges"
      title={content.campaignTitle}
      above={agency.name}
      errors={errors}
      trail={[{ label: agency.name, href: base }]}
    >
      <FactsForm action={`${base}/facts`} typed={typed} errors={errors} />
    </CampaignPage>
  );
}
