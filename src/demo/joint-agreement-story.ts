import type { AgencyId } from '../database/acting.ts';
import { acceptInvitation, listInvitations } from '../identity/invitation-actions.ts';
import { listAgencyMembers } from '../identity/membership-actions.ts';
import type { JointGroupId, PartyContact } from '../joint-agreement/joint-agreement.ts';
import { declineGroup, joinGroup } from '../joint-agreement/joint-answer-actions.ts';
import { proposeJointVersion } from '../joint-agreement/joint-asking-actions.ts';
import { beginGroup, choosePartner, listAgencies } from '../joint-agreement/joint-lead-actions.ts';
import { lookUpAgencies } from '../joint-agreement/joint-reading-actions.ts';
import { addOrganization } from '../partner-organization/partner-organization-actions.ts';
import { act, asAgency, type DemoAgency } from './demo-pledge.ts';
import { as, daysBefore, person, type Stage, value, words } from './demo-stage.ts';
import { sharedAgreement } from './joint-agreement-terms.ts';

/** They are listed as pledged in the directory of the demonstration. */
const invited = [
  'Red Mesa Tribal Police',
  'Silverton Transit Police',
  'Alder Valley School Police',
  'Tamarack County Police',
];
const speaker = { name: 'Imogen Ferris', email: 'partner@lanternline.example' };

/**
 * A network of small agencies comes together: Cedar Gap leads, one agency has joined, one declined, others are asked, and the partner
 * can confirm once for all.
 */
export async function network(stage: Stage, lead: DemoAgency): Promise<void> {
  const leading = act(stage, lead, lead.executive, daysBefore(stage, 20));
  const { id, invitation, listed } = await asAgency(stage, lead, async (tx) => {
    const id = await beginGroup(tx, leading, { name: 'Small Agencies Network', kind: 'other' });
    const facts = {
      name: 'Lantern Crisis Line',
      kinds: ['crisis-service'],
      placesServed: ['All states, by telephone and video'],
      website: undefined,
    } as const;
    const partner = value(await addOrganization(tx, leading, facts, true));
    const chosen = { organization: partner, representativeEmail: speaker.email };
    value(await choosePartner(tx, leading, id, chosen));
    const lines = await lookUpAgencies(tx, invited.join('\n'));
    const listed = lines.flatMap((line) => (line.is === 'found' ? [line.agency.agency] : []));
    value(await listAgencies(tx, leading, id, { agencies: listed, emails: ['chief@stonebridge.example'] }));
    value(
      await proposeJointVersion(tx, leading, id, {
        version: 0,
        terms: sharedAgreement(stage),
        note: 'One crisis line for all of us: please read section 5 with your shift commanders.',
        signer: { name: lead.executive.name, title: 'Chief of Police' },
        contact: contactOf(lead.executive, '555-0120, the duty officer'),
      }),
    );
    const [sent] = await listInvitations(tx, { partner });
    return { id, listed, invitation: sent?.id ?? '' };
  });
  const someone = await person(stage, speaker.email, speaker.name);
  value(await acceptInvitation(stage.deps.db.app, invitation, someone));
  const [joins, declines] = listed;
  if (listed.length !== invited.length) throw new Error('Agencies of the demonstration are not listed.');
  if (joins) await answers(stage, joins, id, 'joins');
  if (declines) await answers(stage, declines, id, 'declines');
}

async function answers(
  stage: Stage,
  agency: AgencyId,
  id: JointGroupId,
  does: 'joins' | 'declines',
): Promise<void> {
  const members = await as(stage, { as: 'system' }, (tx) => listAgencyMembers(tx, agency));
  const executive = members.find(({ role }) => role === 'executive');
  if (!executive) throw new Error('An agency of the demonstration has no executive.');
  const { person: who, name } = executive;
  const acts = { agency, person: who, personName: name, now: daysBefore(stage, 9), ...words(stage) };
  await as(stage, { as: 'agency', agency, person: who }, async (tx) => {
    if (does === 'declines') {
      const reason = 'We have a team of our own. Please ask us again next year.';
      value(await declineGroup(tx, acts, id, { reason }));
      return;
    }
    const signer = { name, title: 'Chief of Police' };
    value(await joinGroup(tx, acts, id, { version: 1, signer, contact: contactOf(executive, '555-0133') }));
  });
}

function contactOf(
  { name, email }: { readonly name: string; readonly email: string },
  always: string,
): PartyContact {
  return { name, email, phone: '', always };
}
