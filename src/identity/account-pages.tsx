import { ActionForm } from '../uswds/action-form.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { ErrorSummary } from '../uswds/error-summary.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, hasErrors } from '../uswds/form-errors.ts';
import { Page } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { type Fact, SummaryList } from '../uswds/summary-list.tsx';
import { Table } from '../uswds/table.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { type AccountDone, accountContent } from './account-content.ts';
import { PasskeySection } from './account-passkeys.tsx';
import { browserName } from './browser-name.ts';
import { longDay } from './day-text.ts';
import type { StoredPasskey } from './passkey-store.ts';
import { agencyRoleWords, campaignRoleWords } from './role-content.ts';
import type { SecondFactorState } from './second-factor-store.ts';
import type { SessionRow } from './session-store.ts';
import type { Viewer } from './viewer.ts';

export interface AccountPageProps {
  readonly viewer: Viewer;
  /** The name as typed, when it was refused. */
  readonly name: string;
  readonly errors: FormErrors;
  readonly done: AccountDone | undefined;
  readonly secondFactor: SecondFactorState;
  readonly passkeys: readonly StoredPasskey[];
  readonly sessions: readonly SessionRow[];
}

export function AccountPage(props: AccountPageProps) {
  const { viewer, errors, done } = props;
  return (
    <Page title={accountContent.title} refused={hasErrors(errors)} unlisted>
      <SuccessNotice>{done && accountContent.done[done]}</SuccessNotice>
      <ErrorSummary errors={errors} />
      <PageHeading heading={accountContent.title} />
      <You {...props} />
      <Places viewer={viewer} />
      <SecondStep state={props.secondFactor} />
      <PasskeySection passkeys={props.passkeys} />
      <SessionList sessions={props.sessions} here={viewer.session} />
    </Page>
  );
}

function You({ viewer, name, errors }: Pick<AccountPageProps, 'viewer' | 'name' | 'errors'>) {
  const content = accountContent.you;
  return (
    <Section heading={content.heading}>
      <Form action="/account/name">
        <TextField
          name="name"
          label={content.name}
          autocomplete="name"
          value={name}
          error={errors.name}
          required
          spellcheck={false}
        />
        <ButtonGroup>
          <Button>{content.save}</Button>
        </ButtonGroup>
      </Form>
      <SummaryList facts={[{ term: content.email, detail: viewer.email }]} />
      <p class="usa-hint">{content.emailWhy}</p>
    </Section>
  );
}

function Places({ viewer }: { viewer: Viewer }) {
  const content = accountContent.places;
  const facts = placesOf(viewer);
  return (
    <Section heading={content.heading}>
      {facts.length > 0 ? (
        <SummaryList facts={facts} />
      ) : (
        <>
          <p>{content.none}</p>
          <ButtonLink href="/pledge" look="outline">
            {content.pledge}
          </ButtonLink>
        </>
      )}
    </Section>
  );
}

function placesOf(viewer: Viewer): readonly Fact[] {
  const agencies = viewer.agencies.map((agency) => ({
    term: agency.name,
    detail: agency.roles.map((role) => agencyRoleWords[role].label).join(', '),
  }));
  const partners = viewer.partners.map((partner) => ({
    term: partner.name,
    detail: 'Partner representative',
  }));
  const campaign = viewer.campaignRoles.map((role) => campaignRoleWords[role].label).join(', ');
  return [...agencies, ...partners, ...(campaign ? [{ term: 'Campaign', detail: campaign }] : [])];
}

function SecondStep({ state }: { state: SecondFactorState }) {
  const content = accountContent.secondStep;
  if (state !== 'on') {
    return (
      <Section heading={content.heading}>
        <p>{content.off}</p>
        <ActionForm action="/account/second-step/start" look="outline">
          {content.setUp}
        </ActionForm>
      </Section>
    );
  }
  return (
    <Section heading={content.heading}>
      <p>{content.on}</p>
      <ButtonGroup>
        <ButtonLink href="/account/second-step/backup-codes" look="outline">
          {content.renew}
        </ButtonLink>
        <ButtonLink href="/account/second-step/remove" look="plain">
          {content.remove}
        </ButtonLink>
      </ButtonGroup>
    </Section>
  );
}

function SessionList({ sessions, here }: { sessions: readonly SessionRow[]; here: string }) {
  const content = accountContent.sessions;
  return (
    <Section heading={content.heading}>
      <Table
        caption={content.caption}
        captionHidden
        rows={sessions}
        columns={[
          { heading: content.device, rowHeader: true, cell: (row) => browserName(row.userAgent) },
          { heading: content.since, cell: (row) => longDay(row.createdAt) },
          { heading: content.lastUsed, cell: (row) => longDay(row.lastUsedAt) },
          {
            heading: content.action,
            cell: (row) => (row.id === here ? content.here : <EndSession row={row} />),
          },
        ]}
      />
      <p>{content.rule}</p>
      {sessions.length > 1 ? (
        <ActionForm action="/account/sessions/end-others" look="outline">
          {content.endOthers}
        </ActionForm>
      ) : null}
    </Section>
  );
}

function EndSession({ row }: { row: SessionRow }) {
  return (
    <ActionForm action={`/account/sessions/${row.id}/end`} look="plain" about={browserName(row.userAgent)}>
      {accountContent.sessions.end}
    </ActionForm>
  );
}
