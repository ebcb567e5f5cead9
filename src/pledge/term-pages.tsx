import { longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { ReasonForm } from '../uswds/reason-form.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { PledgeTerm } from './pledge.ts';
import { pledgeContent } from './pledge-content.ts';
import { latestExtension } from './pledge-term.ts';

interface WithdrawPageProps {
  readonly agency: AgencyPlace;
  readonly reason: string;
  readonly errors: FormErrors;
}

/** Asks once more before the pledge ends, and for the reason. */
export function WithdrawPage({ agency, reason, errors }: WithdrawPageProps) {
  const content = pledgeContent.withdraw;
  const base = `/workspace/${agency.slug}/pledge`;
  return (
    <WorkspacePage
      agency={agency}
      here="pledge"
      title={content.title}
      lead={content.lead}
      errors={errors}
      trail={[sectionLink(agency, 'pledge')]}
    >
      <ReasonForm
        action={`${base}/withdraw`}
        label={content.reason}
        hint={content.reasonHint}
        value={reason}
        error={errors.reason}
        maxlength={2000}
        buttons={
          <>
            <Button look="danger">{content.submit}</Button>
            <ButtonLink href={base} look="plain">
              {content.keep}
            </ButtonLink>
          </>
        }
      />
    </WorkspacePage>
  );
}

/** A certified agency doesn't end its pledge alone: says why, and whom to ask. */
export function CertifiedPage({ agency, contact }: { agency: AgencyPlace; contact: string }) {
  const content = pledgeContent.withdraw.certified;
  const base = `/workspace/${agency.slug}/pledge`;
  return (
    <WorkspacePage
      agency={agency}
      here="pledge"
      title={content.title}
      lead={content.why}
      trail={[sectionLink(agency, 'pledge')]}
    >
      <p>
        {content.ask} <a href={`mailto:${contact}`}>{contact}</a>.
      </p>
      <ButtonLink href={base} look="outline">
        {pledgeContent.cancel}
      </ButtonLink>
    </WorkspacePage>
  );
}

interface ExtendPageProps {
  readonly agency: AgencyPlace;
  readonly term: PledgeTerm;
  /** True while an earlier request waits: then there is nothing to ask. */
  readonly hasAsked: boolean;
  readonly typed: { readonly to: string; readonly reason: string };
  readonly errors: FormErrors;
}

export function ExtendPage({ agency, term, hasAsked, typed, errors }: ExtendPageProps) {
  const content = pledgeContent.extend;
  const base = `/workspace/${agency.slug}/pledge`;
  return (
    <WorkspacePage
      agency={agency}
      here="pledge"
      title={content.title}
      lead={content.lead(longDate(term.targetOn), longDate(term.limitOn))}
      errors={errors}
      trail={[sectionLink(agency, 'pledge')]}
    >
      {hasAsked ? (
        <Alert kind="info">{content.open}</Alert>
      ) : (
        <ReasonForm
          action={`${base}/extend`}
          label={content.reason}
          value={typed.reason}
          error={errors.reason}
          maxlength={2000}
          before={
            <DateField
              name="to"
              label={content.to}
              hint={content.beyond}
              value={typed.to}
              error={errors.to}
              max={latestExtension(term)}
              required
            />
          }
          buttons={
            <>
              <Button>{content.submit}</Button>
              <ButtonLink href={base} look="plain">
                {pledgeContent.cancel}
              </ButtonLink>
            </>
          }
        />
      )}
    </WorkspacePage>
  );
}
