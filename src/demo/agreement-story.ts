import type { AgreementTerms, Memorandum } from '../agreement/agreement-terms.ts';
import { proposeChange } from '../agreement/negotiation-actions.ts';
import { admitDocument } from '../files/file-actions.ts';
import { confirmPartnership } from '../partnership/partner-answer-actions.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { findPartnership, listPartnerships } from '../partnership/partnership-actions.ts';
import { simplePdf } from './demo-document.ts';
import { withReceivedFile } from './demo-file.ts';
import { act, asAgency, type DemoAgency } from './demo-pledge.ts';
import { as, daysBefore, person, type Stage, value, words } from './demo-stage.ts';

const memorandum: Memorandum = {
  agencyRole:
    'Sends a trained officer to every call that sounds like a crisis.\nCalls the mobile team when nobody is in danger, and stays until it is there.',
  partnerRole:
    'Answers officers’ calls within 10 minutes.\nSends its mobile team within an hour inside the city.',
  referral:
    'Officers call the center with the person’s consent, or leave its card. The center calls back the next working day.',
  custodyTransfer:
    'Officers bring people to the crisis center on Oak Street. Its staff take over within 15 minutes, day and night. If there is no bed, the center finds one.',
  agencyAlways: '555-0101, the watch commander',
  partnerAlways: '555-0199, the mobile team’s duty phone',
  training: 'The center’s clinicians teach in the agency’s 40-hour crisis class, twice a year.',
  sharing: ['contacts', 'totals', 'care-handoff'],
  sharingNotes: '',
  terminationDays: 30,
  other: '',
};

/** An agency and its partner put their agreement into words of their own; now the partner asks for a little more. */
export async function agreement(stage: Stage, made: DemoAgency): Promise<void> {
  const partnership = await activeOne(stage, made);
  if (!partnership) return;
  const { arrangement } = partnership;
  const written: AgreementTerms = { arrangement, memorandum };
  const chief = { name: made.executive.name, title: 'Chief of Police' };
  const file = await signedPaper(stage, partnership);
  await asAgency(stage, made, async (tx) => {
    const party = {
      side: 'agency',
      act: act(stage, made, made.coordinator, daysBefore(stage, 120)),
    } as const;
    const note = 'The signed paper in words that both sides can use, with the night numbers.';
    const change = { revision: partnership.revision, terms: written, file, note, renews: false };
    value(await proposeChange(tx, party, partnership.id, { ...change, signer: chief }));
  });
  const speaker = await person(stage, arrangement.partnerContact.email, arrangement.partnerContact.name);
  const acting = { as: 'partner', partner: partnership.partner.id, person: speaker.id } as const;
  const answering = (days: number) => ({
    partner: partnership.partner.id,
    person: speaker.id,
    now: daysBefore(stage, days),
    ...words(stage),
  });
  const signer = { name: speaker.name, title: 'Director' };
  const asked = await now(stage, made, partnership);
  await as(stage, acting, async (tx) => {
    const { isNamedInPublic, revision } = asked;
    value(
      await confirmPartnership(tx, answering(112), partnership.id, { revision, ...signer, isNamedInPublic }),
    );
  });
  const { revision } = await now(stage, made, partnership);
  const training = 'The center’s clinicians teach in the agency’s 40-hour crisis class, four times a year.';
  const more = { arrangement, memorandum: { ...memorandum, training } };
  await as(stage, acting, async (tx) => {
    const party = { side: 'partner', act: answering(4) } as const;
    const note = 'With your new officers, two classes a year are not enough.';
    const change = { revision, terms: more, file: undefined, note, renews: false, signer };
    value(await proposeChange(tx, party, partnership.id, change));
  });
}

async function activeOne(stage: Stage, made: DemoAgency): Promise<Partnership | undefined> {
  const asked = { search: '', sort: 'name', direction: 'ascending', limit: 10, offset: 0 } as const;
  const { partnerships } = await asAgency(stage, made, (tx) =>
    listPartnerships(tx, { agency: made.agency.id }, asked),
  );
  return partnerships.find(({ state }) => state.is === 'active');
}

async function now(stage: Stage, made: DemoAgency, { id }: Partnership): Promise<Partnership> {
  const found = await asAgency(stage, made, (tx) => findPartnership(tx, { agency: made.agency.id }, id));
  if (!found) throw new Error('A partnership of the demonstration is gone.');
  return found;
}

function signedPaper(stage: Stage, { agency, partner }: Partnership) {
  const lines = [`Between ${agency.name} and ${partner.name}.`, 'Signed by both sides.'];
  const pdf = simplePdf('Memorandum of understanding', lines);
  return withReceivedFile('memorandum-signed.pdf', pdf, async (received) => {
    const document = value(await admitDocument(stage.deps, received));
    // Stored now: the received file is gone when the act that uses it runs.
    await document.store();
    return document;
  });
}
