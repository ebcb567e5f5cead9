import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import { requirements } from '../campaign-rules/campaign-requirement.ts';
import type { CampaignRole } from '../identity/viewer.ts';
import { campaignReviewContent, requirementNames } from '../review/review-content.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { type ListedPage, SearchedTable } from '../uswds/searched-table.tsx';
import { Select } from '../uswds/select.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import type { Phrasing } from './phrasing.ts';
import { phrasingContent as content } from './phrasing-content.ts';

const base = '/campaign/phrasings';
const trail = [{ label: campaignReviewContent.queueTitle, href: '/campaign/reviews' }];

export interface PhrasingsPageProps extends ListedPage {
  readonly roles: readonly CampaignRole[];
  readonly phrasings: readonly Phrasing[];
  readonly show: 'in-use' | 'retired';
  readonly notice: string | undefined;
}

/** The campaign's phrasings, to be found, added and changed. */
export function PhrasingsPage({ roles, phrasings, show, notice, ...list }: PhrasingsPageProps) {
  const words = content.columns;
  return (
    <CampaignPage
      roles={roles}
      here="/campaign/reviews"
      title={content.title}
      lead={content.lead}
      actions={<ButtonLink href={`${base}/new`}>{content.add}</ButtonLink>}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      trail={trail}
    >
      <SearchedTable
        {...list}
        action={base}
        searchLabel={content.search}
        filter={{ name: 'show', label: content.showLabel, value: show, choices: content.shows }}
        caption={content.caption(list.total)}
        rows={phrasings}
        empty={content.empty}
        label={content.title}
        columns={[
          {
            heading: words.title,
            rowHeader: true,
            cell: ({ id, title }) => (
              <a class="usa-link" href={`${base}/${id}`}>
                {title}
              </a>
            ),
          },
          { heading: words.requirement, cell: (phrasing) => requirementWords(phrasing) },
          { heading: words.text, cell: ({ text }) => text },
        ]}
      />
    </CampaignPage>
  );
}

function requirementWords({ requirement }: Phrasing): string {
  return requirement ? requirementNames[requirement] : content.everyRequirement;
}

export interface PhrasingPageProps {
  readonly roles: readonly CampaignRole[];
  /** Undefined for a new one. */
  readonly phrasing: Phrasing | undefined;
  readonly values: { readonly requirement: string; readonly title: string; readonly text: string };
  readonly errors?: FormErrors;
}

/** One phrasing: written, changed, or taken out of use. */
export function PhrasingPage({ roles, phrasing, values, errors = noErrors }: PhrasingPageProps) {
  const action = `${base}/${phrasing?.id ?? 'new'}`;
  return (
    <CampaignPage
      roles={roles}
      here="/campaign/reviews"
      title={phrasing ? content.change(phrasing.title) : content.addTitle}
      errors={errors}
      trail={[...trail, { label: content.title, href: base }]}
    >
      {phrasing?.isRetired ? (
        <Alert kind="info">{content.retired}</Alert>
      ) : (
        <>
          <Form action={action} hidden={phrasing ? { revision: String(phrasing.revision) } : {}}>
            <Select
              name="requirement"
              label={content.requirementLabel}
              value={values.requirement}
              placeholder={content.everyRequirement}
              choices={requirements.map((value) => ({ value, label: requirementNames[value] }))}
            />
            <TextField
              name="title"
              label={content.titleLabel}
              hint={content.titleHint}
              value={values.title}
              error={errors.title}
              required
            />
            <TextArea
              name="text"
              label={content.textLabel}
              hint={content.textHint}
              value={values.text}
              error={errors.text}
              required
            />
            <ButtonGroup>
              <Button>{content.save}</Button>
            </ButtonGroup>
          </Form>
          {phrasing ? (
            <ActionForm
              look="plain"
              action={`${action}/retire`}
              hidden={{ revision: String(phrasing.revision) }}
            >
              {content.retire}
            </ActionForm>
          ) : null}
        </>
      )}
    </CampaignPage>
  );
}
