import { dayIn, longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { type ListedPage, SearchedTable } from '../uswds/searched-table.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { ListedStaffCredential } from './staff-credential-actions.ts';
import { staffCredentialContent } from './staff-credential-content.ts';

const content = staffCredentialContent.desk;

export interface StaffCredentialsPageProps extends ListedPage {
  readonly agency: AgencyPlace;
  readonly credentials: readonly ListedStaffCredential[];
  readonly state: 'live' | 'ended';
  readonly notice: string | undefined;
}

/** The credentials that people of the agency asked for, each to be revoked. */
export function StaffCredentialsPage(props: StaffCredentialsPageProps) {
  const { agency, credentials, total, state, notice } = props;
  const base = `/workspace/${agency.slug}/training/credentials`;
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={content.title}
      lead={content.lead}
      trail={[sectionLink(agency, 'training')]}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
    >
      <SearchedTable
        {...props}
        action={base}
        searchLabel={content.search}
        filter={{ name: 'state', label: content.shown, value: state, choices: content.states }}
        label={content.title}
        caption={`${content.states[state]}: ${total.toLocaleString('en-US')}`}
        rows={credentials}
        empty={content.none}
        columns={[
          { heading: 'Name on it', rowHeader: true, cell: ({ holder }) => holder },
          { heading: 'Training', cell: ({ training }) => training },
          { heading: 'Completed', cell: ({ completedOn }) => longDate(completedOn) },
          { heading: 'Issued', cell: ({ issuedAt }) => longDate(dayIn(agency.timeZone, issuedAt)) },
          {
            heading: content.revoke,
            headingHidden: true,
            cell: ({ id, holder, ended }) =>
              ended ? (
                content.ended[ended.because]
              ) : (
                <ActionForm action={`${base}/${id}/revoke`} look="plain" about={holder}>
                  {content.revoke}
                </ActionForm>
              ),
          },
        ]}
      />
    </WorkspacePage>
  );
}
