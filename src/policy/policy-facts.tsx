import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { type Standing, StatusTag } from '../uswds/tag.tsx';
import type { AgencyPolicy } from './policy.ts';
import { policyContent as content, lifeLabels, noticeFor } from './policy-content.ts';
import type { PolicyLife } from './policy-life.ts';

const standings: Readonly<Record<PolicyLife, Standing>> = {
  draft: 'progress',
  'partner-review': 'progress',
  adopted: 'progress',
  'in-effect': 'done',
  'review-due': 'attention',
  superseded: 'neutral',
  rescinded: 'neutral',
};

export function PolicyTag({ life }: { life: PolicyLife }) {
  return <StatusTag standing={standings[life]}>{lifeLabels[life]}</StatusTag>;
}

export function DoneNotice({ code }: { code: string | undefined }) {
  return <SuccessNotice>{noticeFor(code)}</SuccessNotice>;
}

/** What stands on the first page of a version, and who adopted it. */
export function PolicyFactsList({ policy, documentHref }: { policy: AgencyPolicy; documentHref: string }) {
  const { state, document } = policy;
  const { terms } = content;
  const day = (date: CalendarDate | undefined) => date && longDate(date);
  return (
    <SummaryList
      facts={[
        { term: terms.title, detail: policy.title },
        { term: terms.number, detail: policy.number },
        ...(policy.amends === '' ? [] : [{ term: terms.amends, detail: policy.amends }]),
        ...(policy.accreditation === '' ? [] : [{ term: terms.accreditation, detail: policy.accreditation }]),
        { term: terms.issued, detail: day(policy.issuedOn) },
        { term: terms.effective, detail: day(policy.effectiveOn) },
        { term: terms.review, detail: day(policy.reviewOn) },
        ...(state.is === 'draft'
          ? []
          : [{ term: terms.adopted, detail: `${state.adoption.name}, on ${longDate(state.adoption.on)}` }]),
        ...(state.is === 'rescinded'
          ? [
              {
                term: terms.rescinded,
                detail: `${state.rescission.name}, from ${longDate(state.rescission.on)}: ${state.rescission.reason}`,
              },
            ]
          : []),
        {
          term: terms.document,
          detail: (
            <a class="usa-link" href={documentHref}>
              {content.download} {document.name}
            </a>
          ),
        },
        { term: terms.fingerprint, detail: <code class="om-hash">{document.sha256}</code> },
      ]}
    />
  );
}
