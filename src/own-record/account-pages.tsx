import { agencyRoleWords } from '../identity/role-content.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName, shownName } from '../person-name/person-name.ts';
import type { StaffMember } from '../roster/staff-member.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { type ListedPage, SearchedTable } from '../uswds/searched-table.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { accountsContent as content } from './certificate-desk-content.ts';
import type { MemberAccount } from './staff-account.ts';

export interface AccountsPageProps extends ListedPage {
  readonly agency: AgencyPlace;
  readonly accounts: readonly MemberAccount[];
  readonly shown: 'open' | 'linked' | 'all';
  readonly notice: string | undefined;
}

/** Who signs in for the agency, and who that is on the roster. */
export function AccountsPage(props: AccountsPageProps) {
  const { agency, accounts, total, shown, notice } = props;
  const base = `/workspace/${agency.slug}/training/accounts`;
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
        filter={{ name: 'shown', label: content.shown, value: shown, choices: content.filters }}
        label={content.title}
        caption={`${content.filters[shown]}: ${total.toLocaleString('en-US')}`}
        rows={accounts}
        empty={content.none}
        columns={[
          { heading: 'Name', rowHeader: true, cell: ({ name }) => name },
          { heading: 'Email', cell: ({ email }) => email },
          {
            heading: 'Role',
            cell: ({ roles }) => roles.map((role) => agencyRoleWords[role].label).join(', '),
          },
          { heading: 'On the roster', cell: (account) => <Link account={account} base={base} /> },
        ]}
      />
    </WorkspacePage>
  );
}

/** Linked: who it is. Proposed: somebody has to say yes. Open: somebody has to choose. */
function Link({ account, base }: { account: MemberAccount; base: string }) {
  const { person, name, link } = account;
  const here = `${base}/${person}`;
  const choose = (
    <a class="usa-link" href={here}>
      {content.choose}
      <span class="usa-sr-only"> for {name}</span>
    </a>
  );
  if (link.is === 'open') return choose;
  const who = `${filedName(link.staff.name)}${link.staff.number ? `, ${link.staff.number}` : ''}`;
  if (link.is === 'linked') {
    return (
      <>
        {who}{' '}
        <ActionForm action={`${here}/unlink`} look="plain" about={name}>
          {content.unlink}
        </ActionForm>
      </>
    );
  }
  return (
    <>
      <span class="om-quiet">{content.proposed}</span> {who}{' '}
      <ActionForm action={`${here}/link`} look="outline" hidden={{ staff: link.staff.id }} about={name}>
        {content.isPerson}
      </ActionForm>{' '}
      {choose}
    </>
  );
}

export interface ChooseStaffPageProps extends ListedPage {
  readonly agency: AgencyPlace;
  readonly account: { readonly person: string; readonly name: string; readonly email: string };
  readonly staff: readonly StaffMember[];
  readonly errors?: FormErrors;
}

/** The roster, to say who somebody who signs in is on it. */
export function ChooseStaffPage(props: ChooseStaffPageProps) {
  const { agency, account, staff, total, errors = noErrors } = props;
  const base = `/workspace/${agency.slug}/training/accounts`;
  const here = `${base}/${account.person}`;
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={content.chooseTitle(account.name || account.email)}
      lead={`${account.email}. ${content.chooseLead}`}
      errors={errors}
      trail={[sectionLink(agency, 'training'), { label: content.title, href: base }]}
    >
      <SearchedTable
        {...props}
        action={here}
        searchLabel={content.chooseSearch}
        label={content.title}
        caption={`${total.toLocaleString('en-US')} ${total === 1 ? 'person' : 'people'}`}
        rows={staff}
        empty={content.none}
        columns={[
          { heading: 'Name', rowHeader: true, cell: ({ name }) => filedName(name) },
          { heading: 'Number', cell: ({ employeeNumber, badge }) => employeeNumber || badge },
          { heading: 'Rank or title', cell: ({ rank }) => rank },
          { heading: 'Work email', cell: ({ email }) => email },
          {
            heading: content.link,
            headingHidden: true,
            cell: ({ id, name }) => (
              <ActionForm
                action={`${here}/link`}
                look="outline"
                hidden={{ staff: id }}
                about={shownName(name)}
              >
                {content.link}
              </ActionForm>
            ),
          },
        ]}
      />
      <ButtonLink look="plain" href={base}>
        {content.back}
      </ButtonLink>
    </WorkspacePage>
  );
}

export interface InviteStaffPageProps {
  readonly agency: AgencyPlace;
  readonly member: StaffMember;
  readonly isLinked: boolean;
  readonly email: string;
  readonly errors?: FormErrors;
}

export function InviteStaffPage({
  agency,
  member,
  isLinked,
  email,
  errors = noErrors,
}: InviteStaffPageProps) {
  const person = `/workspace/${agency.slug}/training/people/${member.id}`;
  const words = content.invite;
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={words.title(shownName(member.name))}
      lead={isLinked ? words.linked : words.lead}
      errors={errors}
      trail={[sectionLink(agency, 'training'), { label: shownName(member.name), href: person }]}
    >
      {isLinked ? (
        <ButtonLink look="plain" href={person}>
          {content.back}
        </ButtonLink>
      ) : (
        <Form action={`/workspace/${agency.slug}/training/accounts/invite/${member.id}`}>
          <TextField
            name="email"
            type="email"
            label={words.email}
            value={email}
            error={errors.email}
            autocomplete="off"
            required
          />
          <ButtonGroup>
            <Button>{words.submit}</Button>
            <ButtonLink look="plain" href={person}>
              {content.back}
            </ButtonLink>
          </ButtonGroup>
        </Form>
      )}
    </WorkspacePage>
  );
}
