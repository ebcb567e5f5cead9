import type { PolicyElementCode } from '../campaign-rules/policy-element.ts';
import type { Transaction } from '../database/acting.ts';
import { askForText, textStanding } from '../document-text/document-text-actions.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { outlineTexts } from './outline-content.ts';
import { deletePassage, insertPassage, listPassages } from './passage-store.ts';
import type { AgencyPolicy, ElementAnswer } from './policy.ts';
import { lockShownDraft, recordPolicy } from './policy-actions.ts';
import { updateAnswers, updateTouched } from './policy-change-store.ts';
import type { RefusedWith } from './policy-refusal.ts';
import { lockDraft } from './policy-store.ts';
import { type ProposedPassages, proposePassages } from './reference-proposer.ts';

export { listPassages } from './passage-store.ts';

/** What the text of a version's document has to offer: passages by element once it is read, or how far that is. */
export type Proposals =
  | { readonly is: 'read'; readonly pages: number | undefined; readonly passages: ProposedPassages }
  | Exclude<Awaited<ReturnType<typeof textStanding>>, { readonly is: 'read' }>;

export async function proposalsFor(tx: Transaction, policy: AgencyPolicy): Promise<Proposals> {
  const standing = await textStanding(tx, policy.agency, policy.document);
  if (standing.is !== 'read') return standing;
  const { pages, passages } = standing.text;
  return { is: 'read', pages, passages: proposePassages(passages, outlineTexts) };
}

/** Asks that the draft's document be read, where that was never asked or came to nothing. */
export async function readDraft(
  tx: Transaction,
  act: AgencyAct,
): Promise<Outcome<undefined, RefusedWith<'draft-not-found'>>> {
  const draft = await lockDraft(tx, act.agency);
  if (!draft) return refused({ code: 'draft-not-found' });
  await askForText(tx, act.agency, draft.document, act.person);
  return done(undefined);
}

interface WithAnswers {
  readonly revision: number;
  /** What was answered on the page meanwhile: saved along, so that nothing typed is lost. */
  readonly answers: readonly ElementAnswer[];
}

type StaleDraft = RefusedWith<'draft-not-found' | 'draft-changed'>;

/** A person takes one passage of the document as where it covers an element. The element's answer stays theirs to give. */
export async function acceptPassage(
  tx: Transaction,
  act: AgencyAct,
  accepted: WithAnswers & { readonly code: PolicyElementCode; readonly place: number },
): Promise<Outcome<undefined, StaleDraft | RefusedWith<'passage-not-found'>>> {
  const found = await lockShownDraft(tx, act.agency, accepted.revision);
  if (!found.ok) return found;
  const draft = found.value;
  const { code, place } = accepted;
  const standing = await textStanding(tx, act.agency, draft.document);
  const passage = standing.is === 'read' ? standing.text.passages[place] : undefined;
  if (!passage) return refused({ code: 'passage-not-found' });
  const taken = await listPassages(tx, act.agency, draft.id);
  const isTaken = taken.some((one) => one.code === code && one.place === place);
  await updateAnswers(tx, draft, accepted.answers);
  if (isTaken) return done(undefined);
  await insertPassage(tx, draft, { ...passage, code, place }, { person: act.person, at: act.now });
  await recordPolicy(tx, act, draft.id, 'policy-passage-accepted', { element: code });
  return done(undefined);
}

/** Takes a passage back. What stands in the reference stays, but for what the page took out of it. */
export async function takeBackPassage(
  tx: Transaction,
  act: AgencyAct,
  taken: WithAnswers & { readonly id: string },
): Promise<Outcome<undefined, StaleDraft>> {
  const found = await lockShownDraft(tx, act.agency, taken.revision);
  if (!found.ok) return found;
  await updateAnswers(tx, found.value, taken.answers);
  const code = await deletePassage(tx, found.value, taken.id);
  if (!code) return done(undefined);
  await updateTouched(tx, found.value);
  await recordPolicy(tx, act, found.value.id, 'policy-passage-taken-back', { element: code });
  return done(undefined);
}
