import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AgencyId, actingAs } from '../database/acting.ts';
import { listAgencyMembers } from '../identity/membership-actions.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { listOutbox } from '../mail/mail-store.ts';
import { anAgency, aPerson, draftAnswers } from '../testing/an-agency.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { type DraftAnswers, type DraftId, draftSteps } from './draft.ts';
import { beginDraft, draftsOf, saveStep } from './draft-actions.ts';
import { pledgeOf } from './pledge-actions.ts';
import { takePledge } from './take-pledge-actions.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const now = new Date('2026-03-05T15:00:00Z');

function as<Result>(person: KnownPerson, work: Parameters<typeof actingAs<Result>>[2]): Promise<Result> {
  return actingAs(database.databases.app, { as: 'person', person: person.id }, work);
}

async function draftFor(person: KnownPerson, answers: DraftAnswers): Promise<DraftId> {
  return as(person, async (tx) => {
    const begun = await beginDraft(tx, person.id, now);
    if (!begun.ok) throw new Error(begun.refusal.code);
    for (const step of draftSteps) {
      const typed = answers[step];
      if (typed) await saveStep(tx, person.id, { draft: begun.value, step, typed, now });
    }
    return begun.value;
  });
}

function send(person: KnownPerson, draft: DraftId) {
  return as(person, (tx) =>
    takePledge(tx, {
      person: person.id,
      personName: person.name,
      email: person.email,
      draft,
      now,
      siteUrl: 'http://onemind.test',
      campaign: 'One Mind Campaign',
    }),
  );
}

const somebody = () => aPerson(database.databases, `${randomUUID()}@agency.test`, 'Casey Coordinator');
const outbox = () => actingAs(database.databases.app, { as: 'system' }, (tx) => listOutbox(tx, 500));

describe('taking the pledge', () => {
  it('makes an agency, its coordinator and a pledge that waits for the executive, who is mailed a link', async () => {
    const person = await somebody();
    const executive = `${randomUUID()}@agency.test`;
    const taken = await send(
      person,
      await draftFor(person, draftAnswers('Ash Grove Police Department', executive)),
    );
    if (!taken.ok) throw new Error(taken.refusal.code);
    const { agency, signsHere } = taken.value;
    expect([agency.slug, signsHere]).toEqual(['ash-grove-police-department-tx', false]);
    await actingAs(
      database.databases.app,
      { as: 'agency', agency: agency.id, person: person.id },
      async (tx) => {
        expect(await pledgeOf(tx, agency.id)).toMatchObject({
          rulesVersion: '2024',
          targetMonths: 24,
          headcount: { sworn: 40, nonSworn: { dispatcher: 6 } },
          state: { is: 'awaiting-signature' },
        });
        const members = await listAgencyMembers(tx, agency.id);
        expect(members.map(({ role, email }) => [role, email])).toEqual([['coordinator', person.email]]);
      },
    );
    const mail = (await outbox()).find(({ recipient }) => recipient === executive);
    expect(mail?.text).toMatch(/http:\/\/onemind\.test\/invitations\/\S+/);
    expect(await as(person, (tx) => draftsOf(tx, person.id))).toEqual([]);
    const events = await asOwner<{ action: string }>(
      database.ownerUrl,
      'select action from audit_event where agency_id = $1 order by seq',
      [agency.id],
    );
    expect(events.map(({ action }) => action)).toEqual([
      'agency-role-granted',
      'pledge-taken',
      'invitation-sent',
    ]);
  });

  it('lets somebody who is coordinator and executive alike sign on the next page, without a mail', async () => {
    const person = await somebody();
    const taken = await send(
      person,
      await draftFor(person, draftAnswers('Alder Creek Marshal', person.email)),
    );
    if (!taken.ok) throw new Error(taken.refusal.code);
    expect(taken.value.signsHere).toBe(true);
    const { id } = taken.value.agency;
    const members = await actingAs(
      database.databases.app,
      { as: 'agency', agency: id, person: person.id },
      (tx) => listAgencyMembers(tx, id),
    );
    expect(members.map(({ role }) => role)).toEqual(['coordinator', 'executive']);
    expect((await outbox()).filter(({ recipient }) => recipient === person.email)).toEqual([]);
  });

  it('offers the role to a colleague who is to run it, and keeps it until they accept', async () => {
    const person = await somebody();
    const colleague = `${randomUUID()}@agency.test`;
    const answers = draftAnswers('Birch Hill Police Department', `${randomUUID()}@agency.test`);
    const people = { ...answers.people, coordinator: 'other', coordinatorEmail: colleague };
    const taken = await send(person, await draftFor(person, { ...answers, people }));
    if (!taken.ok) throw new Error(taken.refusal.code);
    const mail = (await outbox()).find(({ recipient }) => recipient === colleague);
    expect(mail?.subject).toBe('Will you be the coordinator of Birch Hill Police Department?');
  });

  it('is refused for a draft with a step missing, and writes nothing', async () => {
    const person = await somebody();
    const { length: _left, ...answers } = draftAnswers('Cedar Bend Police Department', 'chief@agency.test');
    const taken = await send(person, await draftFor(person, answers));
    expect(taken).toEqual({ ok: false, refusal: { code: 'draft-incomplete', step: 'length' } });
    expect(await as(person, (tx) => draftsOf(tx, person.id))).toHaveLength(1);
  });

  it.each([
    ['the same name', 'Dogwood Police Department'],
    ['the name in other letters', 'DOGWOOD Police Dept.'],
    ['its initials', 'Dogwood P.D.'],
  ])('is refused for an agency that is here already under %s', async (_what, name) => {
    const [first, second] = [await somebody(), await somebody()];
    await send(first, await draftFor(first, draftAnswers('Dogwood Police Department', 'chief@agency.test')));
    const taken = await send(second, await draftFor(second, draftAnswers(name, 'other@agency.test')));
    expect(taken).toMatchObject({
      ok: false,
      refusal: { code: 'agency-already-known', known: { name: 'Dogwood Police Department', by: 'name' } },
    });
  });

  it('is refused for the same ORI under another name, and taken for the same name in another state', async () => {
    const made = await anAgency(database.databases, { facts: { name: 'Ewan Police', ori: 'TX0990000' } });
    const person = await somebody();
    const answers = draftAnswers('Quite Another Name', 'chief@agency.test');
    const place = { ...answers.place, ori: 'TX0990000' };
    const taken = await send(person, await draftFor(person, { ...answers, place }));
    expect(taken).toMatchObject({ refusal: { known: { slug: made.agency.slug, by: 'ori' } } });
    const elsewhere = await somebody();
    const inOklahoma = { ...draftAnswers('Ewan Police', 'chief@agency.test') };
    const agency = { ...inOklahoma.agency, region: 'OK' };
    expect((await send(elsewhere, await draftFor(elsewhere, { ...inOklahoma, agency }))).ok).toBe(true);
  });

  it('of two equal pledges sent at once one is taken and the other refused', async () => {
    const people = await Promise.all([somebody(), somebody()]);
    const drafts = await Promise.all(
      people.map((person) =>
        draftFor(person, draftAnswers('Fir Lake Police Department', 'chief@agency.test')),
      ),
    );
    const outcomes = await Promise.all(people.map((person, place) => send(person, drafts[place] as DraftId)));
    expect(outcomes.map((outcome) => (outcome.ok ? 'taken' : outcome.refusal.code)).sort()).toEqual([
      'agency-already-known',
      'taken',
    ]);
    const agencies = await asOwner(
      database.ownerUrl,
      "select 1 from agency where name = 'Fir Lake Police Department'",
    );
    expect(agencies).toHaveLength(1);
  });

  it('of one draft sent twice at once makes one agency', async () => {
    const person = await somebody();
    const draft = await draftFor(person, draftAnswers('Gum Tree Police Department', 'chief@agency.test'));
    const outcomes = await Promise.all([send(person, draft), send(person, draft)]);
    expect(outcomes.map((outcome) => (outcome.ok ? 'taken' : outcome.refusal.code)).sort()).toEqual([
      'draft-gone',
      'taken',
    ]);
  });

  it('gives two names that make one address a slug each', async () => {
    const long = 'Metropolitan '.repeat(12);
    const [one, two] = [
      await anAgency(database.databases, { facts: { name: `${long}North`, region: 'OR' }, pledge: 'none' }),
      await anAgency(database.databases, { facts: { name: `${long}South`, region: 'OR' }, pledge: 'none' }),
    ];
    expect(two.agency.slug).toBe(`${one.agency.slug}-2`);
  });
});

describe('a draft', () => {
  it('belongs to its person alone', async () => {
    const [owner, other] = [await somebody(), await somebody()];
    const draft = await draftFor(owner, draftAnswers('Hazel Police Department', 'chief@agency.test'));
    expect(await send(other, draft)).toEqual({ ok: false, refusal: { code: 'draft-gone' } });
    expect(await as(other, (tx) => tx.selectFrom('pledge_draft').selectAll().execute())).toEqual([]);
  });

  it('in which nothing was typed is taken up again', async () => {
    const person = await somebody();
    const [first, second] = [await draftFor(person, {}), await draftFor(person, {})];
    expect(second).toBe(first);
  });

  it('keeps what was typed with its faults', async () => {
    const person = await somebody();
    const draft = await draftFor(person, { length: { targetMonths: 'two years' } });
    const [kept] = await as(person, (tx) => draftsOf(tx, person.id));
    expect([kept?.id, kept?.answers]).toEqual([draft, { length: { targetMonths: 'two years' } }]);
  });
});

describe('an agency in a transaction of another', () => {
  it('is neither seen nor changed, with its pledge', async () => {
    const [mine, other] = [await anAgency(database.databases), await anAgency(database.databases)];
    await mine.as(async (tx) => {
      expect(await tx.selectFrom('pledge').select('agency_id').execute()).toEqual([
        { agency_id: mine.agency.id },
      ]);
      expect(await pledgeOf(tx, other.agency.id as AgencyId)).toBeUndefined();
    });
  });
});
