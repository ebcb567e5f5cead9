import type { Transaction } from '../database/acting.ts';
import type { AdmittedFile } from '../files/file-actions.ts';
import { done, type Outcome } from '../outcome.ts';
import { mailRepresentatives } from '../partnership/partnership-step-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { activePartnerships, partnerPolicyUrl } from './partner-review-actions.ts';
import { deletePassages } from './passage-store.ts';
import type { AgencyPolicy, PolicyDetails } from './policy.ts';
import { keptDocument, lockShownDraft, recordPolicy } from './policy-actions.ts';
import { updateAnswersToCheck, updateDraft } from './policy-change-store.ts';
import { isToldToday } from './policy-comment.ts';
import { documentReplacedMail } from './policy-mail-content.ts';
import type { RefusedWith } from './policy-refusal.ts';

/**
 * Changes the draft's facts, and puts a newer document in place of the one it has when one came along. Then its answers
 * have to be checked again, and partners who may read the draft are told, at most once a day.
 */
export async function revisePolicy(
  tx: Transaction,
  act: AgencyAct,
  change: {
    readonly revision: number;
    readonly details: PolicyDetails;
    readonly document: AdmittedFile | undefined;
  },
): Promise<Outcome<undefined, RefusedWith<'draft-not-found' | 'draft-changed'>>> {
  const found = await lockShownDraft(tx, act.agency, change.revision);
  if (!found.ok) return found;
  const draft = found.value;
  const id = change.document && (await keptDocument(tx, act, change.document));
  const isOther = change.document !== undefined && change.document.sha256 !== draft.document.sha256;
  const document = id && { id, at: isOther ? act.now : draft.documentReplacedAt };
  await updateDraft(tx, draft, { details: change.details, document });
  if (isOther) {
    await deletePassages(tx, draft);
    await updateAnswersToCheck(tx, draft);
    await tellOfDocument(tx, act, { ...draft, ...change.details });
  }
  await recordPolicy(
    tx,
    act,
    found.value.id,
    change.document ? 'policy-document-replaced' : 'policy-revised',
    {
      ...(change.document ? { sha256: change.document.sha256 } : {}),
    },
  );
  return done(undefined);
}

/** Partners who read the draft before know the earlier document. */
async function tellOfDocument(tx: Transaction, act: AgencyAct, draft: AgencyPolicy): Promise<void> {
  if (!draft.sharedAt || isToldToday(draft.documentReplacedAt, act.now)) return;
  for (const partnership of await activePartnerships(tx, act.agency)) {
    const url = partnerPolicyUrl(act.siteUrl, partnership);
    const about = { agency: partnership.agency.name, title: draft.title, url, campaign: act.campaign };
    await mailRepresentatives(tx, partnership, documentReplacedMail({ ...about, by: act.personName }));
  }
}
