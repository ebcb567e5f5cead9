import { agreedVersion, termsToChange, waitingVersion } from '../agreement/agreement-version.ts';
import type { Signer } from '../agreement/party.ts';
import { listVersions, proposeVersion } from '../agreement/version-actions.ts';
import type { Transaction } from '../database/acting.ts';
import type { AdmittedFile } from '../files/file-actions.ts';
import { done, type Outcome } from '../outcome.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { agreementDetails, keptAgreement, lockLive } from './agency-step-actions.ts';
import { type Arrangement, changedParts, needsNewConfirmation, type Partnership } from './partnership.ts';
import { updateContacts } from './partnership-change-store.ts';
import { arrangementChangedMail } from './partnership-mail-content.ts';
import type { RevisionRefusal } from './partnership-refusal.ts';
import {
  askPartner,
  canBeAsked,
  mailAbout,
  mailRepresentatives,
  partnerPath,
  recordStep,
} from './partnership-step-actions.ts';

export interface Revision {
  /** The revision that was shown. */
  readonly revision: number;
  readonly arrangement: Arrangement;
  /** A newer document; without it the present one stays. */
  readonly agreement: AdmittedFile | undefined;
  readonly representativeEmail: string | undefined;
  /** Who confirms for the agency what the partner is then asked to confirm. */
  readonly signer: Signer;
}

/** What a change came to: nothing, told to the partner, or put before the partner to confirm. */
export type Revised = 'unchanged' | 'told' | 'asked';

/**
 * Changes a proposed or active partnership. What the partner said yes to becomes the next version of the agreement;
 * until the partner confirms it, what is in effect stays so.
 */
export async function revisePartnership(
  tx: Transaction,
  act: AgencyAct,
  id: string,
  change: Revision,
): Promise<Outcome<Revised, RevisionRefusal>> {
  const found = await lockLive(tx, act, id, change.revision);
  if (!found.ok) return found;
  const before = found.value;
  const representativeEmail = change.representativeEmail ?? before.representativeEmail;
  const askable = await canBeAsked(tx, act, before.partner, representativeEmail);
  if (!askable.ok) return askable;
  const { terms, file } = await changedFrom(tx, before);
  const changed = changedParts(terms.arrangement, change.arrangement, change.agreement !== undefined);
  const isOtherPerson = representativeEmail !== before.representativeEmail;
  if (changed.length === 0 && !isOtherPerson) return done('unchanged');
  const isVersion = before.state.is === 'proposed' ? changed.length > 0 : needsNewConfirmation(changed);
  const asks = isVersion || before.state.is === 'proposed';
  const { agencyContact, partnerContact } =
    before.state.is === 'active' && isVersion ? before.arrangement : change.arrangement;
  await updateContacts(tx, before, { agencyContact, partnerContact, representativeEmail });
  if (isVersion) {
    await proposeVersion(
      tx,
      { agency: act.agency, partnership: before.id },
      {
        side: 'agency',
        terms: { arrangement: change.arrangement, memorandum: terms.memorandum },
        file: (await keptAgreement(tx, act, change.agreement)) ?? file,
        note: '',
        renews: false,
        by: act.person,
        signature: { ...change.signer, at: act.now },
      },
    );
  }
  const details = { changed, asks, ...agreementDetails(change.agreement) };
  await recordStep(tx, before, 'partnership-revised', details);
  const after = { ...before, arrangement: change.arrangement, representativeEmail };
  if (asks) {
    const because = { why: 'changed', parts: changed } as const;
    await askPartner(tx, act, after, changed.length > 0 ? because : { why: 'reminded' });
    return done('asked');
  }
  const about = mailAbout(after, act, partnerPath(after));
  await mailRepresentatives(tx, after, arrangementChangedMail({ ...about, parts: changed }));
  return done('told');
}

/** What a change starts from: what waits, else what is in effect with the contacts as they are now. */
async function changedFrom(tx: Transaction, partnership: Partnership) {
  const versions = await listVersions(tx, { agency: partnership.agency.id, partnership: partnership.id });
  const waiting = waitingVersion(versions);
  const from = waiting ?? agreedVersion(versions);
  const terms = termsToChange(partnership, versions, 'agency');
  // A memorandum written here is set anew from its terms; a signed document goes on with the facts it states.
  const file = from?.terms.memorandum ? undefined : from?.document?.id;
  return { terms, file };
}
