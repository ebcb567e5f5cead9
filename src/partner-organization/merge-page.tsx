import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { CampaignRole } from '../identity/viewer.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form, FormSection } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { MergePeople } from './merge-people.tsx';
import { kindWords, placeWords } from './organization-content.ts';
import { deskContent } from './organization-desk-content.ts';
import { organizationsHref } from './organization-list-page.tsx';
import type { GoesOn, MergePreview, MergeSide } from './organization-merge.ts';
import { choiceName } from './organization-merge-form.ts';

const words = deskContent.merge;

/** In the address: a person chose which record stays. */
export const keepChosen = { name: 'keep', value: 'chosen' } as const;

export interface MergePageProps {
  readonly roles: readonly CampaignRole[];
  readonly preview: MergePreview;
  readonly goesOn: GoesOn;
  readonly errors?: FormErrors | undefined;
}

/** Shows two records beside each other and what joining them would do, and asks for what has to be chosen. */
export function MergePage({ roles, preview, goesOn, errors = noErrors }: MergePageProps) {
  const { kept, merged, conflicts } = preview;
  const base = `${organizationsHref}/${kept.organization.id}`;
  return (
    <CampaignPage
      roles={roles}
      here={organizationsHref}
      title={words.title}
      lead={words.lead(kept.organization.name, merged.organization.name)}
      errors={errors}
      trail={[
        { label: deskContent.title, href: organizationsHref },
        { label: kept.organization.name, href: base },
      ]}
    >
      <Beside kept={kept} merged={merged} />
      <p>
        <ButtonLink
          look="outline"
          href={`${organizationsHref}/${merged.organization.id}/merge/${kept.organization.id}?${keepChosen.name}=${keepChosen.value}`}
        >
          {words.swap(merged.organization.name)}
        </ButtonLink>
      </p>
      <Section heading={words.moves}>
        <ul class="usa-list">
          {whatHappens(preview).map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </Section>
      <MergePeople preview={preview} />
      <Form action={`${base}/merge/${merged.organization.id}`}>
        {conflicts.length > 0 ? (
          <FormSection heading={words.conflicts} lead={words.conflictsLead}>
            {conflicts.map(({ agency, ...both }) => (
              <RadioGroup
                name={choiceName(agency.id)}
                label={words.conflict(agency.name)}
                value={goesOn.get(agency.id)}
                error={errors[choiceName(agency.id)]}
                choices={[
                  { partnership: both.kept, of: kept },
                  { partnership: both.merged, of: merged },
                ].map(({ partnership, of }) => ({
                  value: partnership.id,
                  label: words.choice(of.organization.name, partnership.state, partnership.since),
                }))}
                required
              />
            ))}
          </FormSection>
        ) : null}
        <ButtonGroup>
          <Button>{words.submit}</Button>
          <ButtonLink look="plain" href={base}>
            {words.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </CampaignPage>
  );
}

function Beside({ kept, merged }: Pick<MergePreview, 'kept' | 'merged'>) {
  const [left, right] = [factsOf(kept), factsOf(merged)];
  const rows = Object.entries(words.factNames).map(([key, label]) => ({
    label,
    stays: left[key] ?? '',
    goes: right[key] ?? '',
  }));
  return (
    <Table
      caption={words.title}
      captionHidden
      rows={rows}
      columns={[
        { heading: words.fact, rowHeader: true, cell: ({ label }) => label },
        { heading: words.stays, cell: ({ stays }) => stays },
        { heading: words.goes, cell: ({ goes }) => goes },
      ]}
    />
  );
}

function factsOf(side: MergeSide): Readonly<Record<string, string>> {
  const { organization, partnerships } = side;
  return {
    name: organization.name,
    kinds: kindWords(organization.kinds),
    places: placeWords(organization.placesServed),
    website: organization.website ?? '',
    phone: organization.phone ?? '',
    email: organization.email ?? '',
    agencies: [...new Set(partnerships.map(({ agency }) => agency.name))].join(', '),
    people: String(side.representatives.length),
    contacts: String(side.contacts),
  };
}

function whatHappens({ kept, merged, conflicts }: MergePreview): readonly string[] {
  const { moving } = words;
  const invitations = kept.invited.length + merged.invited.length;
  const people = merged.representatives.length;
  return [
    moving.facts,
    ...(merged.partnerships.length > 0 ? [moving.partnerships(merged.partnerships.length)] : []),
    ...(people > 0 ? [moving.people(people)] : []),
    ...(merged.contacts > 0 ? [moving.contacts(merged.contacts)] : []),
    ...(invitations > 0 ? [moving.invitations(invitations)] : []),
    ...(kept.representatives.length + people === 0 ? [moving.unclaimed] : []),
    moving.addresses,
    conflicts.length > 0 ? moving.final : moving.undo,
  ];
}
