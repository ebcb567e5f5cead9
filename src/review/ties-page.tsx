import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { CampaignRole } from '../identity/viewer.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Pagination } from '../uswds/pagination.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { campaignReviewContent } from './review-content.ts';
import type { DeclaredTie } from './review-tie.ts';
import { tieContent as content } from './tie-content.ts';

export interface TiesPageProps {
  readonly roles: readonly CampaignRole[];
  readonly ties: readonly DeclaredTie[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly href: string;
  readonly values: { readonly agency: string; readonly about: string };
  readonly errors?: FormErrors;
  readonly notice: string | undefined;
}

/** What a reviewer has declared about themselves, and the form to declare more. */
export function TiesPage(props: TiesPageProps) {
  const { ties, values, errors = noErrors } = props;
  return (
    <CampaignPage
      roles={props.roles}
      here="/campaign/reviews"
      title={content.title}
      lead={content.lead}
      errors={errors}
      notice={<SuccessNotice>{props.notice}</SuccessNotice>}
      trail={[{ label: campaignReviewContent.queueTitle, href: '/campaign/reviews' }]}
    >
      <p>{content.who}</p>
      <Table
        caption={content.caption}
        rows={ties}
        empty={<EmptyState heading={content.empty.heading}>{content.empty.text}</EmptyState>}
        columns={[
          { heading: content.columns.agency, rowHeader: true, cell: (tie) => tie.agencyName },
          { heading: content.columns.about, cell: (tie) => tie.about },
          { heading: content.columns.since, cell: (tie) => longDate(dayIn('UTC', tie.declaredAt)) },
          {
            heading: content.columns.state,
            cell: ({ endedAt }) =>
              endedAt ? content.ended(longDate(dayIn('UTC', endedAt))) : content.stands,
          },
          { heading: content.columns.act, headingHidden: true, cell: (tie) => <EndTie tie={tie} /> },
        ]}
      />
      <Pagination
        page={props.page}
        pages={Math.ceil(props.total / props.pageSize)}
        href={props.href}
        label={content.caption}
      />
      <Section heading={content.declareHeading}>
        <p>{content.declareEffect}</p>
        <Form action="/campaign/ties">
          <TextField
            name="agency"
            label={content.agencyLabel}
            hint={content.agencyHint}
            value={values.agency}
            error={errors.agency}
            required
          />
          <TextArea
            name="about"
            label={content.aboutLabel}
            hint={content.aboutHint}
            value={values.about}
            error={errors.about}
            rows={2}
            required
          />
          <ButtonGroup>
            <Button>{content.declare}</Button>
          </ButtonGroup>
        </Form>
      </Section>
    </CampaignPage>
  );
}

function EndTie({ tie }: { tie: DeclaredTie }) {
  if (tie.endedAt) return null;
  return (
    <ActionForm look="plain" action={`/campaign/ties/${tie.id}/end`} about={`: ${tie.agencyName}`}>
      {content.end}
    </ActionForm>
  );
}
