import { acknowledgmentsNeeded } from '../acknowledgment/acknowledgment.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { Assessment } from './assessment.ts';
import type { PolicyFacts } from './requirement-facts.ts';
import type { Notice, Outstanding } from './requirement-reason.ts';

const requirement = 'policy';

/** Met by a document that answers every element, that the executive adopted, and whose effective day has come. */
export function assessPolicy(
  rules: CampaignRules,
  policy: PolicyFacts | undefined,
  today: CalendarDate,
): Assessment {
  if (!policy)
    return { state: 'not-started', outstanding: [{ requirement, code: 'policy-missing' }], notices: [] };
  const outstanding = [
    ...lackingInDocument(policy),
    ...lackingInElements(rules, policy),
    ...lackingInForce(policy, today),
    ...lackingInAcknowledgment(rules, policy),
  ];
  const notices = reviewNotice(policy, today);
  const { effectiveOn } = policy;
  if (outstanding.length > 0 || effectiveOn === undefined)
    return { state: 'in-progress', outstanding, notices };
  const elements = rules.policyElements.length;
  return {
    state: 'met',
    achievement: { requirement, code: 'policy-in-effect', effectiveOn, elements },
    notices,
  };
}

function lackingInDocument({ hasDocument }: PolicyFacts): readonly Outstanding[] {
  return hasDocument ? [] : [{ requirement, code: 'policy-document-missing' }];
}

function lackingInElements(rules: CampaignRules, { elements }: PolicyFacts): readonly Outstanding[] {
  const answers = new Map(elements.map((answer) => [answer.code, answer]));
  const codes = rules.policyElements.map(({ code }) => code);
  const open = codes.filter((code) => (answers.get(code)?.status ?? 'open') === 'open');
  const unexplained = codes.filter((code) => {
    const answer = answers.get(code);
    return answer?.status === 'not-applicable' && (answer.reason ?? '').trim() === '';
  });
  const outstanding: Outstanding[] = [];
  if (open.length > 0)
    outstanding.push({ requirement, code: 'policy-elements-open', elements: open, of: codes.length });
  if (unexplained.length > 0)
    outstanding.push({ requirement, code: 'policy-element-reasons-missing', elements: unexplained });
  return outstanding;
}

function lackingInForce(
  { adoptedOn, effectiveOn }: PolicyFacts,
  today: CalendarDate,
): readonly Outstanding[] {
  const outstanding: Outstanding[] = [];
  if (adoptedOn === undefined || adoptedOn > today)
    outstanding.push({ requirement, code: 'policy-not-adopted' });
  if (effectiveOn === undefined) outstanding.push({ requirement, code: 'policy-effective-date-missing' });
  else if (effectiveOn > today) outstanding.push({ requirement, code: 'policy-not-in-effect', effectiveOn });
  return outstanding;
}

/** Only where the rules require it: by default it is shown and up to the agency. */
function lackingInAcknowledgment(
  { acknowledgment: { isRequired, percent } }: CampaignRules,
  { acknowledgment }: PolicyFacts,
): readonly Outstanding[] {
  if (!isRequired || !acknowledgment) return [];
  const { acknowledged, of } = acknowledgment;
  const missing = acknowledgmentsNeeded(percent, of) - acknowledged;
  if (missing <= 0) return [];
  return [{ requirement, code: 'policy-not-acknowledged', acknowledged, missing, of }];
}

function reviewNotice({ reviewOn }: PolicyFacts, today: CalendarDate): readonly Notice[] {
  if (reviewOn === undefined || reviewOn >= today) return [];
  return [{ requirement, code: 'policy-review-overdue', reviewOn }];
}
