import { longDate } from '../calendar/calendar-date.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { ErrorSummary } from '../uswds/error-summary.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, hasErrors, noErrors } from '../uswds/form-errors.ts';
import { Page } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { AcknowledgePart } from './acknowledge-part.tsx';
import type { AcknowledgmentLink } from './acknowledgment-link.ts';
import { acknowledgeContent as content, sinceWords, type unknownLink } from './link-content.ts';

export interface LinkPageProps {
  readonly token: string;
  readonly link: AcknowledgmentLink;
  readonly typed?: { readonly hasRead: boolean; readonly name: string };
  readonly errors?: FormErrors;
}

/** Where an emailed link leads: the policy, the box and the name. */
export function LinkPage({
  token,
  link,
  typed = { hasRead: false, name: '' },
  errors = noErrors,
}: LinkPageProps) {
  const here = `/acknowledge/${token}`;
  return (
    <Page title={content.title} width="prose" refused={hasErrors(errors)} unlisted>
      <ErrorSummary errors={errors} />
      <PageHeading heading={content.title} above={link.agency.name} lead={content.lead(link.policy.title)} />
      <AcknowledgePart
        action={here}
        documentHref={`${here}/document`}
        documentName={link.document.name}
        agency={link.agency.name}
        policy={link.policy}
        person={link.person}
        typed={typed}
        errors={errors}
      />
    </Page>
  );
}

/** What was acknowledged, by this link or otherwise. */
export function LinkDonePage({ token, link }: Pick<LinkPageProps, 'token' | 'link'>) {
  const { state, person, policy, agency } = link;
  const on = state.is === 'acknowledged' ? longDate(state.on) : '';
  const since = sinceWords(link);
  return (
    <Page title={content.doneTitle} width="prose" unlisted>
      <PageHeading heading={`${content.doneTitle}, ${person}`} above={agency.name} lead={content.done(on)} />
      {since ? <Alert kind="info">{since}</Alert> : null}
      <p>
        {policy.title}
        {policy.number ? `, ${policy.number}` : ''}:{' '}
        <a class="usa-link" href={`/acknowledge/${token}/document`}>
          {content.again}
        </a>
      </p>
    </Page>
  );
}

export interface LinkForAnotherPageProps {
  readonly token: string;
  /** Who is signed in. */
  readonly viewer: string;
  readonly agency: string;
}

/** Somebody is signed in who is not whom the link is for: their name is not shown, and nothing can be said for them. */
export function LinkForAnotherPage({ token, viewer, agency }: LinkForAnotherPageProps) {
  const words = content.another;
  return (
    <Page title={words.title} width="prose" unlisted>
      <PageHeading heading={words.title} lead={words.lead(viewer)} />
      <p>{words.forwarded(agency)}</p>
      <p>{words.own}</p>
      <Form action={`/acknowledge/${token}/sign-out`}>
        <ButtonGroup>
          <Button>{words.button}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}

/** Why a link can't be used, and what to do. */
export function LinkRefusedPage({ refusal: { title, what, next } }: { refusal: typeof unknownLink }) {
  return (
    <Page title={title} width="prose" unlisted>
      <PageHeading heading={title} lead={what} />
      <p>{next}</p>
    </Page>
  );
}
