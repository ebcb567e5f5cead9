import type { Context } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AgencyEnv } from '../http/guard.ts';
import type { ConflictField } from '../uswds/edit-conflict.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { type AcceptedPassage, suggestedReference } from './accepted-passage.ts';
import {
  differingAnswers,
  type SuggestedReferences,
  type TypedAnswers,
  typedFromAnswers,
} from './checklist-form-content.ts';
import { ChecklistPage } from './checklist-page.tsx';
import { listPassages, type Proposals, proposalsFor } from './passage-actions.ts';
import { type AgencyPolicy, type ElementAnswer, unsettledElements } from './policy.ts';
import { checklistOf, listAnswers, policyDesk } from './policy-actions.ts';
import { noticeFor } from './policy-content.ts';
import type { PolicyRefusal } from './policy-refusal.ts';
import { refusalMessage } from './policy-refusal-content.ts';

export interface ShownChecklist {
  readonly draft: AgencyPolicy;
  readonly elements: Awaited<ReturnType<typeof checklistOf>>;
  readonly typed: TypedAnswers;
  readonly suggested: SuggestedReferences;
  /** The answers as they are kept. */
  readonly kept: readonly ElementAnswer[];
  readonly settled: number;
  readonly proposals: Proposals;
  readonly accepted: readonly AcceptedPassage[];
}

/** The draft's answers, among them those about an earlier document that nobody has checked yet. */
export async function shownChecklist(c: Context<AgencyEnv>): Promise<ShownChecklist | undefined> {
  const { agency, acting, deps } = c.var;
  return actingAs(deps.db.app, acting, async (tx) => {
    const { draft } = await policyDesk(tx, agency.id);
    if (!draft) return undefined;
    const elements = await checklistOf(tx, agency.id);
    const kept = await listAnswers(tx, agency.id, draft.id);
    const accepted = await listPassages(tx, agency.id, draft.id);
    const suggested = suggestedFor(elements, accepted);
    return {
      draft,
      elements,
      accepted,
      suggested,
      kept,
      typed: withSuggested(typedFromAnswers(kept), suggested),
      settled: elements.length - unsettledElements(elements, kept).length,
      proposals: await proposalsFor(tx, draft),
    };
  });
}

function suggestedFor(
  elements: ShownChecklist['elements'],
  accepted: readonly AcceptedPassage[],
): SuggestedReferences {
  return Object.fromEntries(
    elements.map(({ code }) => [code, suggestedReference(accepted.filter((one) => one.code === code))]),
  );
}

/** Elements that nobody answered yet show where their accepted passages stand. */
function withSuggested(typed: TypedAnswers, suggested: SuggestedReferences): TypedAnswers {
  const open = Object.entries(suggested).filter(([, reference]) => reference !== '');
  const filled = open.map(([code, reference]) => [code, { status: '', reference, notes: '' }]);
  return { ...Object.fromEntries(filled), ...typed };
}

export async function answerChecklist(
  c: Context<AgencyEnv>,
  shown: ShownChecklist,
  faults: { readonly errors?: FormErrors; readonly conflict?: readonly ConflictField[] } = {},
): Promise<Response> {
  if (faults.errors) c.status(422);
  const notice = faults.errors ? undefined : noticeFor(c.req.query('done'));
  return c.render(<ChecklistPage agency={c.var.agency} {...shown} {...faults} notice={notice} />);
}

/** Shows the checklist as it is now with what was typed still in it; where somebody else changed it, both values. */
export async function answerRefusedChecklist(
  c: Context<AgencyEnv>,
  sent: { readonly shown: ShownChecklist; readonly typed: TypedAnswers },
  refusal: PolicyRefusal,
): Promise<Response> {
  const now = (await shownChecklist(c)) ?? sent.shown;
  const { typed } = sent;
  const conflict = refusal.code === 'draft-changed' ? differingAnswers(now.elements, typed, now.typed) : [];
  const shown = { ...now, typed };
  return answerChecklist(c, shown, { errors: refusalMessage(refusal), conflict });
}
