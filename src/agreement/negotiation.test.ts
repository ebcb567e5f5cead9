import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recentAgencyEvents } from '../audit/audit.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { grantAgencyRole } from '../identity/membership-actions.ts';
import { listOutbox } from '../mail/mail-store.ts';
import { confirmPartnership, declinePartnership } from '../partnership/partner-answer-actions.ts';
import { endPartnership } from '../partnership/partnership-actions.ts';
import { memorandumTerms } from '../testing/a-memorandum.ts';
import { anAdmittedFile, anArrangement, aPartnership } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { versionRefusalMessage } from './agreement-refusal-content.ts';
import type { AgreementTerms } from './agreement-terms.ts';
import {
  confirmPartnersVersion,
  declinePartnersVersion,
  proposeChange,
  withdrawVersion,
} from './negotiation-actions.ts';
import { listVersions } from './version-actions.ts';

let database: TestDatabase;
let agency: AgencyForTests;
beforeAll(async () => {
  database = await createTestDatabase();
  agency = await anAgency(database.databases, { pledge: 'none' });
});
afterAll(() => database.drop());

type Made = Awaited<ReturnType<typeof aPartnership>>;

const chief = { name: 'Robin Chief', title: 'Chief of Police' };
const director = { name: 'Morgan Speaker', title: 'Director' };
const mailTo = async (email: string) =>
  (await actingAs(database.databases.app, { as: 'system' }, (tx) => listOutbox(tx, 500))).filter(
    ({ recipient }) => recipient === email,
  );
const versionsOf = ({ id }: Made) =>
  agency.as((tx) => listVersions(tx, { agency: agency.agency.id, partnership: id }));
const standing = async (made: Made) =>
  (await versionsOf(made)).map(({ number, side, state }) => `${number} ${side} ${state.is}`);

async function proposes(side: 'agency' | 'partner', made: Made, terms: AgreementTerms, note = '') {
  const { revision } = await made.now();
  const change = { revision, terms, file: undefined, note, renews: false };
  if (side === 'agency') {
    return agency.as((tx) =>
      proposeChange(tx, { side, act: agency.act() }, made.id, { ...change, signer: chief }),
    );
  }
  return made.as((tx) =>
    proposeChange(tx, { side, act: made.act() }, made.id, { ...change, signer: director }),
  );
}

const longer = (until: string): AgreementTerms => ({
  arrangement: anArrangement({ termEndsOn: until as CalendarDate }),
});

describe('a partner that proposes a change', () => {
  it('changes nothing until the agency confirms with name and role', async () => {
    const made = await aPartnership(database.databases, agency);
    const before = await made.now();
    expect(await proposes('partner', made, longer('2101-01-01'), 'One more year, please.')).toMatchObject({
      value: 2,
    });
    const waiting = await made.now();
    expect(waiting.waitingFor).toBe('agency');
    expect([waiting.state.is, waiting.arrangement.termEndsOn]).toEqual(['active', '2099-12-31']);
    const [mail] = await mailTo(agency.coordinator.email);
    expect(mail?.text).toContain('One more year, please.');
    expect(mail?.text).toContain(`/partnerships/${made.id}/agreement/versions`);
    const given = { revision: waiting.revision, signer: chief };
    const record = anAdmittedFile('memorandum.pdf');
    const confirmed = await agency.as((tx) =>
      confirmPartnersVersion(tx, agency.act(), made.id, { ...given, record }),
    );
    expect(confirmed).toMatchObject({ value: 2 });
    const after = await made.now();
    expect(after.arrangement.termEndsOn).toBe('2101-01-01');
    expect(after.agreement?.id).toBe(before.agreement?.id);
    expect(await standing(made)).toEqual(['2 partner agreed', '1 agency superseded']);
    const [version] = await versionsOf(made);
    expect(version).toMatchObject({
      proposed: director,
      state: { answer: chief },
      note: 'One more year, please.',
    });
    expect((await mailTo(made.representative.email))[0]?.text).toContain('Robin Chief, Chief of Police');
    const events = await agency.as((tx) => recentAgencyEvents(tx, agency.agency.id, 2));
    expect(events.map(({ action }) => action)).toEqual(['agreement-confirmed', 'agreement-proposed']);
  });

  it('is declined with a reason that it reads, and what was in effect stays', async () => {
    const made = await aPartnership(database.databases, agency);
    await proposes('partner', made, longer('2101-01-01'));
    const { revision } = await made.now();
    const given = { revision, reason: 'The council meets in May.' };
    await agency.as((tx) => declinePartnersVersion(tx, agency.act(), made.id, given));
    const after = await made.now();
    expect([after.state.is, after.waitingFor, after.arrangement.termEndsOn]).toEqual([
      'active',
      undefined,
      '2099-12-31',
    ]);
    expect((await mailTo(made.representative.email))[0]?.text).toContain('The council meets in May.');
    expect(await standing(made)).toEqual(['2 partner declined', '1 agency agreed']);
  });

  it('is not somebody who works at the agency', async () => {
    const made = await aPartnership(database.databases, agency);
    await actingAs(database.databases.app, { as: 'system' }, (tx) =>
      grantAgencyRole(tx, { agency: agency.agency.id, person: made.representative.id, role: 'staff' }),
    );
    expect(await proposes('partner', made, longer('2101-01-01'))).toMatchObject({
      refusal: { code: 'own-agency' },
    });
  });
});

it('nobody answers what they proposed, also after they have changed sides', async () => {
  const made = await aPartnership(database.databases, agency);
  await proposes('partner', made, longer('2101-01-01'));
  const person = made.representative.id;
  const { revision } = await made.now();
  const own = { refusal: { code: 'own-agency', hasProposed: true } };
  await actingAs(database.databases.app, { as: 'agency', agency: agency.agency.id, person }, async (tx) => {
    const act = { ...agency.act(), person };
    const answer = { revision, signer: director, reason: 'We have no room for it.' };
    expect(await confirmPartnersVersion(tx, act, made.id, answer)).toMatchObject(own);
    expect(await declinePartnersVersion(tx, act, made.id, answer)).toMatchObject(own);
  });
  expect(versionRefusalMessage({ code: 'own-agency', hasProposed: true }).form).toContain(
    'You proposed this',
  );
  expect(await standing(made)).toEqual(['2 partner proposed', '1 agency agreed']);
});

describe('a version answered with another', () => {
  it('takes the place of the first, also before anything was agreed', async () => {
    const made = await aPartnership(database.databases, agency, { until: 'accepted' });
    await proposes('partner', made, memorandumTerms({ training: 'One class a year.' }));
    expect((await made.now()).waitingFor).toBe('agency');
    await proposes('agency', made, memorandumTerms({ training: 'Two classes a year.' }));
    const waiting = await made.now();
    expect([waiting.state.is, waiting.waitingFor]).toEqual(['proposed', 'partner']);
    const record = anAdmittedFile('memorandum-3.pdf');
    const answer = { revision: waiting.revision, ...director, isNamedInPublic: false, record };
    expect((await made.as((tx) => confirmPartnership(tx, made.act(), made.id, answer))).ok).toBe(true);
    expect(await standing(made)).toEqual(['3 agency agreed', '2 partner superseded', '1 agency superseded']);
    expect((await made.now()).agreement?.name).toBe('memorandum-3.pdf');
  });

  it('is agreed as the partner wrote it when the agency confirms, in the partner’s name', async () => {
    const made = await aPartnership(database.databases, agency, { until: 'accepted' });
    await proposes('partner', made, memorandumTerms());
    const { revision } = await made.now();
    await agency.as((tx) => confirmPartnersVersion(tx, agency.act(), made.id, { revision, signer: chief }));
    expect((await made.now()).state).toMatchObject({ is: 'active', confirmation: director });
  });

  it('that the agency declines leaves room for the next', async () => {
    const made = await aPartnership(database.databases, agency, { until: 'accepted' });
    await proposes('partner', made, memorandumTerms());
    const { revision } = await made.now();
    const given = { revision, reason: 'Not at night.' };
    await agency.as((tx) => declinePartnersVersion(tx, agency.act(), made.id, given));
    expect((await made.now()).state.is).toBe('proposed');
    expect((await proposes('agency', made, memorandumTerms({ other: 'Days only.' }))).ok).toBe(true);
  });
});

describe('a version that waits', () => {
  it('is taken back by its side alone', async () => {
    const made = await aPartnership(database.databases, agency);
    await proposes('agency', made, longer('2101-01-01'));
    const { revision } = await made.now();
    const byPartner = await made.as((tx) =>
      withdrawVersion(tx, { side: 'partner', act: made.act() }, made.id, { revision }),
    );
    expect(byPartner).toMatchObject({ refusal: { code: 'nothing-waits' } });
    const own = await agency.as((tx) =>
      withdrawVersion(tx, { side: 'agency', act: agency.act() }, made.id, { revision }),
    );
    expect(own).toMatchObject({ value: 2 });
    expect(await standing(made)).toEqual(['2 agency withdrawn', '1 agency agreed']);
    expect((await mailTo(made.representative.email))[0]?.subject).toContain('took a proposed change back');
  });

  it('declined by the partner leaves an active partnership as it was', async () => {
    const made = await aPartnership(database.databases, agency);
    await proposes('agency', made, longer('2101-01-01'));
    const { revision } = await made.now();
    await made.as((tx) => declinePartnership(tx, made.act(), made.id, { revision, reason: 'Too long.' }));
    expect((await made.now()).state.is).toBe('active');
  });

  it('is answered once, and only as it was shown', async () => {
    const made = await aPartnership(database.databases, agency);
    await proposes('partner', made, longer('2101-01-01'));
    const { revision } = await made.now();
    await proposes('partner', made, longer('2102-01-01'));
    const stale = await agency.as((tx) =>
      confirmPartnersVersion(tx, agency.act(), made.id, { revision, signer: chief }),
    );
    expect(stale).toMatchObject({ refusal: { code: 'partnership-changed' } });
    const now = (await made.now()).revision;
    const confirm = () =>
      agency.as((tx) => confirmPartnersVersion(tx, agency.act(), made.id, { revision: now, signer: chief }));
    const both = await Promise.all([confirm(), confirm()]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('is closed when a side ends the partnership', async () => {
    const made = await aPartnership(database.databases, agency);
    await proposes('partner', made, longer('2101-01-01'));
    const { revision } = await made.now();
    await agency.as((tx) => endPartnership(tx, agency.act(), made.id, { revision, reason: 'Moved.' }));
    expect(await standing(made)).toEqual(['2 partner withdrawn', '1 agency agreed']);
    expect((await made.now()).waitingFor).toBeUndefined();
  });

  it('has to say something new', async () => {
    const made = await aPartnership(database.databases, agency);
    expect(await proposes('agency', made, { arrangement: anArrangement() })).toMatchObject({
      refusal: { code: 'nothing-changed' },
    });
  });
});
