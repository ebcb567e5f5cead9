import { longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { AcknowledgePart } from './acknowledge-part.tsx';
import { acknowledgeContent as content } from './link-content.ts';
import type { OwnAsked } from './own-acknowledgment-actions.ts';

export interface OwnAcknowledgmentPageProps {
  readonly agency: AgencyPlace;
  readonly own: OwnAsked | undefined;
  readonly typed?: { readonly hasRead: boolean; readonly name: string };
  readonly errors?: FormErrors;
}

/** Where somebody with an account reads and acknowledges the policy. */
export function OwnAcknowledgmentPage(props: OwnAcknowledgmentPageProps) {
  const { agency, own, typed = { hasRead: false, name: '' }, errors = noErrors } = props;
  const here = `/workspace/${agency.slug}/policy/acknowledge`;
  return (
    <WorkspacePage
      agency={agency}
      here="my-training"
      title={content.title}
      lead={own ? content.lead(own.policy.title) : undefined}
      trail={[sectionLink(agency, 'my-training')]}
      errors={errors}
    >
      {own?.acknowledgedOn ? (
        <Alert kind="success">
          {content.done(longDate(own.acknowledgedOn))}{' '}
          <a class="usa-link" href={`${here}/document`}>
            {content.again}
          </a>
        </Alert>
      ) : null}
      {own && !own.acknowledgedOn ? (
        <AcknowledgePart
          action={`${here}?${new URLSearchParams({ policy: own.policy.id })}`}
          documentHref={`${here}/document`}
          documentName={own.policy.document.name}
          agency={agency.name}
          policy={own.policy}
          person={own.name}
          typed={typed}
          errors={errors}
        />
      ) : null}
      {own ? null : <EmptyState heading={content.notAsked.heading}>{content.notAsked.text}</EmptyState>}
    </WorkspacePage>
  );
}

/** On a person's own page: that they are asked, until they have answered. */
export function AskedNotice({ agency, own }: { agency: AgencyPlace; own: OwnAsked | undefined }) {
  if (!own || own.acknowledgedOn) return null;
  return (
    <Alert kind="info" heading={own.policy.title}>
      {content.asked}{' '}
      <a class="usa-link" href={`/workspace/${agency.slug}/policy/acknowledge`}>
        {content.askedLink}
      </a>
    </Alert>
  );
}
