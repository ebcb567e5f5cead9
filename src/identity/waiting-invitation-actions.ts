import { actingAs, type PersonId, type Transaction } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import { type Outcome, refused } from '../outcome.ts';
import type { WaitingInvitation } from './invitation.ts';
import { type AcceptRefusal, acceptInvitation } from './invitation-actions.ts';
import { findInvitedName, listWaitingInvitations } from './waiting-invitation-store.ts';

/** The open invitations to the address of the person that the transaction acts for, the newest first. */
export function waitingInvitations(tx: Transaction): Promise<readonly WaitingInvitation[]> {
  return listWaitingInvitations(tx);
}

/** What those who invited this person call them; undefined when nobody said. */
export function invitedNameOf(app: Database, person: PersonId): Promise<string | undefined> {
  return actingAs(app, { as: 'person', person }, findInvitedName);
}

/**
 * Accepts an invitation without its mailed link. The session stands for the link: it began with a proof of the very
 * mailbox and has passed the second step. An invitation to another address is not there, as far as this person can
 * tell, so that ids can't be tried out.
 */
export async function acceptWaitingInvitation(
  app: Database,
  id: string,
  viewer: { readonly person: PersonId; readonly email: string },
): Promise<Outcome<{ readonly leadsTo: string }, AcceptRefusal>> {
  const outcome = await acceptInvitation(app, id, { id: viewer.person, email: viewer.email });
  if (!outcome.ok && outcome.refusal.code === 'invitation-for-another') {
    return refused({ code: 'invitation-not-found' });
  }
  return outcome;
}
