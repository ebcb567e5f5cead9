import { switchActing, type Transaction } from '../database/acting.ts';
import { postMails } from '../mail/mail.ts';
import { done, type Outcome } from '../outcome.ts';
import { listRepresentativeEmails } from '../partner-organization/partner-organization-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import type { JointGroupId } from './joint-agreement.ts';
import { listPartners } from './joint-agreement-store.ts';
import { updateGroupEnded } from './joint-group-store.ts';
import { lockLed, recordOfLead } from './joint-led-actions.ts';
import { groupEndedMail } from './joint-mail.ts';
import { aboutGroup, agencyGroupPath, leadersOf, partnerGroupPath } from './joint-notice-actions.ts';
import type { LeadRefusal } from './joint-refusal.ts';

/** Ends the group. Nobody is asked any more; partnerships that came out of it are their two sides' own. */
export async function endGroup(
  tx: Transaction,
  act: AgencyAct,
  id: JointGroupId,
  { reason }: { readonly reason: string },
): Promise<Outcome<undefined, LeadRefusal>> {
  const found = await lockLed(tx, act, id);
  if (!found.ok) return found;
  const group = found.value;
  await updateGroupEnded(tx, id, { by: act.person, at: act.now, reason });
  await recordOfLead(tx, act, id, 'joint-group-ended');
  if (group.version === 0) return done(undefined);
  const leaders = await leadersOf(tx, group, ['asked', 'joined']);
  const toAgencies = leaders
    .filter(({ agency }) => agency !== act.agency)
    .map(({ slug, email }) => ({
      ...groupEndedMail({ ...aboutGroup(group, act, agencyGroupPath(slug, group)), reason }),
      to: email,
    }));
  await postMails(tx, toAgencies);
  for (const { partner, state } of await listPartners(tx, id)) {
    if (state !== 'asked' && state !== 'confirmed') continue;
    const emails = await switchActing(tx, { as: 'system' }, (system) =>
      listRepresentativeEmails(system, partner),
    );
    const mail = groupEndedMail({ ...aboutGroup(group, act, partnerGroupPath(partner, group)), reason });
    await postMails(
      tx,
      emails.map((to) => ({ ...mail, to })),
    );
  }
  return done(undefined);
}
