import type { KnownAgency } from '../agency/agency.ts';
import { knownAgency } from '../agency/agency-actions.ts';
import type { PersonId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Typed } from '../question/question.ts';
import { type Draft, type DraftId, type DraftStep, draftsAtMost } from './draft.ts';
import { draftIdentity } from './draft-journey-content.ts';
import { deleteDraft, findDraft, insertDraft, listDrafts, lockDraft, updateDraft } from './draft-store.ts';

/** Begins a draft. One in which nothing was typed yet is taken up again instead of beginning another. */
export async function beginDraft(
  tx: Transaction,
  person: PersonId,
  now: Date,
): Promise<Outcome<DraftId, { readonly code: 'too-many-drafts' }>> {
  const drafts = await listDrafts(tx, person);
  const untouched = drafts.find((draft) => Object.keys(draft.answers).length === 0);
  if (untouched) return done(untouched.id);
  if (drafts.length >= draftsAtMost) return refused({ code: 'too-many-drafts' });
  return done(await insertDraft(tx, person, now));
}

/** The person's drafts, the one worked on last first. */
export function draftsOf(tx: Transaction, person: PersonId): Promise<readonly Draft[]> {
  return listDrafts(tx, person);
}

export function draftOf(tx: Transaction, person: PersonId, id: DraftId): Promise<Draft | undefined> {
  return findDraft(tx, person, id);
}

export interface DraftGone {
  readonly code: 'draft-gone';
}

/** Keeps what was typed in one step, with its faults; the other steps stay as they are. */
export async function saveStep(
  tx: Transaction,
  person: PersonId,
  save: { readonly draft: DraftId; readonly step: DraftStep; readonly typed: Typed; readonly now: Date },
): Promise<Outcome<Draft, DraftGone>> {
  const draft = await lockDraft(tx, person, save.draft);
  if (!draft) return refused({ code: 'draft-gone' });
  const answers = { ...draft.answers, [save.step]: save.typed };
  await updateDraft(tx, draft.id, answers, save.now);
  return done({ ...draft, answers, updatedAt: save.now });
}

export async function dropDraft(
  tx: Transaction,
  person: PersonId,
  id: DraftId,
): Promise<Outcome<undefined, DraftGone>> {
  return (await deleteDraft(tx, person, id)) ? done(undefined) : refused({ code: 'draft-gone' });
}

/** The agency that already stands under the name and state, or the ORI, that the draft gives. */
export async function agencyInTheWay(tx: Transaction, draft: Draft): Promise<KnownAgency | undefined> {
  const identity = draftIdentity(draft.answers);
  return identity && knownAgency(tx, identity);
}
