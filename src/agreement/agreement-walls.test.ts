import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memorandumTerms } from '../testing/a-memorandum.ts';
import { anArrangement, aPartnership, type PartnershipForTests } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { proposeChange } from './negotiation-actions.ts';

let database: TestDatabase;
let agency: AgencyForTests;
let other: AgencyForTests;
beforeAll(async () => {
  database = await createTestDatabase();
  agency = await anAgency(database.databases, { pledge: 'none' });
  other = await anAgency(database.databases, { pledge: 'none' });
});
afterAll(() => database.drop());

async function proposedBy(side: 'agency' | 'partner'): Promise<PartnershipForTests> {
  const made = await aPartnership(database.databases, agency);
  const { revision } = await made.now();
  const signer = { name: 'Some One', title: 'Speaker' };
  const change = { revision, terms: memorandumTerms(), file: undefined, note: '', renews: false, signer };
  const outcome =
    side === 'agency'
      ? await agency.as((tx) => proposeChange(tx, { side, act: agency.act() }, made.id, change))
      : await made.as((tx) => proposeChange(tx, { side, act: made.act() }, made.id, change));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return made;
}

const agreed = (person: string) => ({
  state: 'agreed',
  answered_by: person,
  answered_name: 'Forged',
  answered_title: '',
  answered_at: new Date(),
});

describe('the database itself', () => {
  it('lets neither side confirm or decline its own version', async () => {
    const byAgency = await proposedBy('agency');
    await expect(
      agency.as((tx) =>
        tx
          .updateTable('agreement_version')
          .set(agreed(agency.act().person))
          .where('partnership_id', '=', byAgency.id)
          .where('number', '=', 2)
          .execute(),
      ),
    ).rejects.toThrow('A side does not answer for the other.');
    const byPartner = await proposedBy('partner');
    await expect(
      byPartner.as((tx) =>
        tx
          .updateTable('agreement_version')
          .set(agreed(byPartner.act().person))
          .where('partnership_id', '=', byPartner.id)
          .where('number', '=', 2)
          .execute(),
      ),
    ).rejects.toThrow('A side does not answer for the other.');
  });

  it('lets nobody propose in the other side’s name, or as agreed', async () => {
    const made = await aPartnership(database.databases, agency);
    const row = {
      agency_id: agency.agency.id,
      partnership_id: made.id,
      number: 2,
      terms: JSON.stringify({ arrangement: anArrangement() }),
      proposed_by: agency.act().person,
      proposed_name: 'Forged',
      proposed_title: '',
      proposed_at: new Date(),
    };
    const insert = (values: object) =>
      agency.as((tx) =>
        tx
          .insertInto('agreement_version')
          .values({ ...row, side: 'agency', ...values })
          .execute(),
      );
    await expect(insert({ side: 'partner' })).rejects.toThrow('A side proposes for itself');
    await expect(insert({ ...agreed(agency.act().person) })).rejects.toThrow('A side proposes for itself');
    await expect(insert({ proposed_by: made.representative.id })).rejects.toThrow(
      'A side proposes for itself',
    );
  });

  it('lets nobody rewrite what was proposed or agreed, or take the other’s version back', async () => {
    const made = await proposedBy('partner');
    const set = (values: object) =>
      agency.as((tx) =>
        tx
          .updateTable('agreement_version')
          .set(values)
          .where('partnership_id', '=', made.id)
          .where('state', '=', 'proposed')
          .execute(),
      );
    await expect(set({ terms: '{}' })).rejects.toThrow('keeps its words');
    await expect(set({ state: 'withdrawn', closed_at: new Date() })).rejects.toThrow(
      'A side does not answer for the other.',
    );
    const rewritten = agency.as((tx) =>
      tx
        .updateTable('agreement_version')
        .set({ state: 'declined', decline_reason: 'No.' })
        .where('partnership_id', '=', made.id)
        .where('state', '=', 'agreed')
        .execute(),
    );
    await expect(rewritten).rejects.toThrow('is answered once');
  });

  it('shows versions and drafts to their own sides alone', async () => {
    const made = await proposedBy('partner');
    const stranger = await aPartnership(database.databases, other);
    const draft = {
      agency_id: agency.agency.id,
      partner_id: made.partner,
      side: 'partner',
      step: 'purpose',
      answers: '{}',
      saved_at: new Date(),
    };
    await made.as((tx) =>
      tx
        .insertInto('agreement_draft_step')
        .values({ ...draft, saved_by: made.representative.id })
        .execute(),
    );
    const versions = (acts: Pick<PartnershipForTests, 'as'>) =>
      acts.as((tx) =>
        tx.selectFrom('agreement_version').select('number').where('partnership_id', '=', made.id).execute(),
      );
    const drafts = (acts: Pick<PartnershipForTests, 'as'>) =>
      acts.as((tx) =>
        tx.selectFrom('agreement_draft_step').select('step').where('partner_id', '=', made.partner).execute(),
      );
    expect(await Promise.all([agency, made, other, stranger].map(versions))).toMatchObject([
      { length: 2 },
      { length: 2 },
      { length: 0 },
      { length: 0 },
    ]);
    expect(await Promise.all([agency, made, other, stranger].map(drafts))).toMatchObject([
      { length: 0 },
      { length: 1 },
      { length: 0 },
      { length: 0 },
    ]);
    const forged = stranger.as((tx) =>
      tx
        .insertInto('agreement_draft_step')
        .values({ ...draft, partner_id: stranger.partner, saved_by: stranger.representative.id })
        .execute(),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});
