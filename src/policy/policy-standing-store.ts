import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { PolicyElementCode } from '../campaign-rules/policy-element.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { PolicyElementAnswer, PolicyFacts } from '../requirement/requirement-facts.ts';
import type { ElementStatus } from './policy.ts';
import { inEffectFrom } from './policy-life.ts';

/** What the requirement rules need to know: of the adopted version, or of the draft while none is adopted. */
export async function findPolicyFacts(tx: Transaction, agency: AgencyId): Promise<PolicyFacts | undefined> {
  const policy = await tx
    .selectFrom('agency_policy')
    .select(['id', 'adopted_on', 'effective_on', 'review_on'])
    .where('agency_id', '=', agency)
    .where('state', 'in', ['adopted', 'draft'])
    .orderBy(sql`state = 'adopted'`, 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!policy) return undefined;
  const answers = await tx
    .selectFrom('policy_element')
    .select(['code', 'status', 'notes', 'is_to_check'])
    .where('agency_id', '=', agency)
    .where('policy_id', '=', policy.id)
    .orderBy('code')
    .execute();
  const adoptedOn = (policy.adopted_on as CalendarDate | null) ?? undefined;
  return {
    // The table lets no version be without its document.
    hasDocument: true,
    adoptedOn,
    effectiveOn: inEffectFrom((policy.effective_on as CalendarDate | null) ?? undefined, adoptedOn),
    reviewOn: (policy.review_on as CalendarDate | null) ?? undefined,
    elements: answers.map(({ code, status, notes, is_to_check }) =>
      is_to_check
        ? { code: code as PolicyElementCode, status: 'open' }
        : answerOf(code as PolicyElementCode, status as ElementStatus, notes),
    ),
  };
}

/** What is partly covered or missing is open still, as is what nobody has checked against this document. */
function answerOf(code: PolicyElementCode, status: ElementStatus, notes: string): PolicyElementAnswer {
  if (status === 'covered') return { code, status };
  if (status === 'not-applicable') return { code, status, reason: notes };
  return { code, status: 'open' };
}
