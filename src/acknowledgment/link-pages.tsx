import { longDate } from '../calendar/calendar-date.ts';
import { ErrorSummary } from '../uswds/error-summary.tsx';
import { type FormErrors, hasErrors, noErrors } from '../uswds/form-errors.ts';
import { Page } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { AcknowledgePart } from './acknowledge-part.tsx';
import type { AcknowledgmentLink } from './acknowledgment-link.ts';
import { acknowledgeContent as content, type unknownLink } from './link-content.ts';

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
  return (
    <Page title={content.doneTitle} width="prose" unlisted>
      <PageHeading heading={`${content.doneTitle}, ${person}`} above={agency.name} lead={content.done(on)} />
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

/** Why a link can't be used, and what to do. */
export function LinkRefusedPage({ refusal: { title, what, next } }: { refusal: typeof unknownLink }) {
  return (
    <Page title={title} width="prose" unlisted>
      <PageHeading heading={title} lead={what} />
      <p>{next}</p>
    </Page>
  );
}
