import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import { findDirectoryEntryOf } from '../directory/directory-actions.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { aCertificate } from '../testing/a-certificate.ts';
import { type AgencyForTests, aCampaignMember, aMember, anAgency } from '../testing/an-agency.ts';
import { moveDatabaseDay } from '../testing/database-day.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { CertificateNumber } from './certificate.ts';
import { lapseCertificates } from './lapse-actions.ts';
import {
  announceMeasure,
  answerAnnouncement,
  carryOutMeasure,
  certificateEvents,
  certificateStandings,
  dropAnnouncement,
  giveBackCertificate,
  reinstateCertificate,
  type StandingAct,
} from './standing-actions.ts';

let database: TestDatabase;
let first: KnownPerson;
let second: KnownPerson;
let agency: AgencyForTests;
let number: CertificateNumber;
beforeAll(async () => {
  database = await createTestDatabase();
  first = await aCampaignMember(database.databases, 'reviewer');
  second = await aCampaignMember(database.databases, 'administrator');
});
afterAll(() => database.drop());
beforeEach(async () => {
  await moveDatabaseDay(database.ownerUrl, 0);
  agency = await anAgency(database.databases);
  number = await aCertificate(database.databases, agency, first);
});

function as<Result>(
  person: KnownPerson,
  work: (tx: Transaction, act: StandingAct) => Promise<Result>,
  now = new Date(),
): Promise<Result> {
  const act = { person: person.id, now, siteUrl: 'http://localhost:3000', campaign: 'The campaign' };
  return actingAs(database.databases.app, { as: 'campaign', person: person.id }, (tx) => work(tx, act));
}

const announce = (measure: 'suspend' | 'revoke' = 'revoke', by = first, of = number) =>
  as(by, (tx, act) => announceMeasure(tx, act, of, { measure, grounds: 'No policy.', daysToAnswer: 30 }));
const answer = () => agency.as((tx) => answerAnnouncement(tx, agency.act(), number, 'We have one.'));
const carryOut = (by = second, now = new Date()) =>
  as(by, (tx, act) => carryOutMeasure(tx, act, number, 'There is none.'), now);
const listed = () =>
  actingAs(database.databases.app, { as: 'public' }, (tx) => findDirectoryEntryOf(tx, agency.agency.id));
const later = (days: number) => new Date(Date.now() + days * 86_400_000);
const code = (outcome: { ok: boolean; refusal?: { code: string } }) =>
  outcome.ok ? 'done' : outcome.refusal?.code;

describe('taking a certificate away', () => {
  it('needs grounds told before, an answer or its time, and a second person; then the public sees it at once', async () => {
    expect(await announce()).toMatchObject({ ok: true, value: { is: 'valid' } });
    expect((await listed())?.status).toBe('certified');
    expect(code(await carryOut())).toBe('answer-open');
    expect(code(await answer())).toBe('done');
    expect(code(await carryOut(first))).toBe('announcer-decides-own');
    expect(await carryOut()).toMatchObject({
      ok: true,
      value: { is: 'revoked', grounds: 'There is none.' },
    });
    expect(await listed()).toMatchObject({ status: 'pledged', certifiedOn: undefined });
    const shown = await actingAs(database.databases.app, { as: 'public' }, (tx) =>
      certificateEvents(tx, number),
    );
    expect(shown.map(({ act }) => act)).toEqual(['revoked']);
  });

  it('waits for no answer after the last day', async () => {
    await announce();
    await moveDatabaseDay(database.ownerUrl, 31);
    expect(code(await carryOut(second, later(31)))).toBe('done');
  });

  it('can be given up, and the certificate stays as it was', async () => {
    await announce();
    await as(second, (tx, act) => dropAnnouncement(tx, act, number, 'The policy was found.'));
    expect(code(await carryOut())).toBe('certificate-moved-on');
    expect((await listed())?.status).toBe('certified');
  });

  it('for a time ends with its reinstatement', async () => {
    await announce('suspend');
    await answer();
    await carryOut();
    expect((await listed())?.status).toBe('pledged');
    expect(code(await announce('suspend'))).toBe('certificate-moved-on');
    await as(first, (tx, act) => reinstateCertificate(tx, act, number, 'The policy is in effect.'));
    expect((await listed())?.status).toBe('certified');
  });

  it('is nothing somebody does to their own agency', async () => {
    const both = await aMember(database.databases, agency.agency.id, 'staff', second.email);
    expect(code(await announce('revoke', both))).toBe('own-agency');
  });

  it('tells the leaders of the agency each time, with the grounds', async () => {
    await announce();
    const mails = await asOwner<{ recipient: string; body_text: string }>(
      database.ownerUrl,
      "select recipient, body_text from mail_message where kind = 'certificate-announced' and recipient = any($1)",
      [[agency.coordinator.email, agency.executive.email]],
    );
    expect(mails).toHaveLength(2);
    for (const { body_text } of mails) expect(body_text).toContain('No policy.');
  });

  it('asks those to decide who did not announce it, once the agency has answered', async () => {
    await announce();
    await answer();
    const asked = await asOwner<{ recipient: string; body_text: string }>(
      database.ownerUrl,
      "select recipient, body_text from mail_message where kind = 'certificate-to-decide' and body_text like $1",
      [`%${number}%`],
    );
    const recipients = asked.map(({ recipient }) => recipient);
    expect(recipients).toContain(second.email);
    expect(recipients).not.toContain(first.email);
    expect(asked[0]?.body_text).toContain('We have one.');
  });
});

describe('giving a certificate back', () => {
  it('is the own agency’s alone, and ends everything else', async () => {
    const other = await anAgency(database.databases);
    expect(code(await other.as((tx) => giveBackCertificate(tx, other.act(), number, 'No.')))).toBe(
      'certificate-not-found',
    );
    await announce();
    await agency.as((tx) => giveBackCertificate(tx, agency.act(), number, 'We merge with the county.'));
    expect(code(await carryOut())).toBe('certificate-moved-on');
    const standings = await as(first, (tx) => certificateStandings(tx, [number]));
    expect(standings.get(number)?.is).toBe('withdrawn');
  });
});

describe('what the database holds by itself', () => {
  const insert = (tx: Transaction, act: string, person: KnownPerson, on = dayIn('UTC', new Date())) =>
    sql`insert into certificate_event (agency_id, certificate_id, act, words, happened_on, by_person)
      select agency_id, id, ${act}, 'Because.', ${on}::date, ${person.id} from certificate where number = ${number}`.execute(
      tx,
    );

  it('refuses a revocation that was not announced, and one by whoever announced it', async () => {
    await expect(as(second, (tx) => insert(tx, 'revoked', second))).rejects.toThrow('does not go from');
    await announce();
    await answer();
    await expect(as(first, (tx) => insert(tx, 'revoked', first))).rejects.toThrow('does not go from');
  });

  it('refuses one that comes before the agency was heard', async () => {
    await announce();
    await expect(as(second, (tx) => insert(tx, 'revoked', second))).rejects.toThrow('does not go from');
    const after = addDays(dayIn('UTC', new Date()), 40);
    await moveDatabaseDay(database.ownerUrl, 40);
    await as(second, (tx) => insert(tx, 'revoked', second, after));
  });

  it('goes by its own day: nothing happens in the future, and nothing happened long ago', async () => {
    const today = dayIn('UTC', new Date());
    await announce();
    const inFuture = as(second, (tx) => insert(tx, 'revoked', second, addDays(today, 60)));
    await expect(inFuture).rejects.toThrow('does not go from');
    const longAgo = agency.as((tx) => insert(tx, 'withdrawn', agency.executive, addDays(today, -2)));
    await expect(longAgo).rejects.toThrow('does not go from');
    await agency.as((tx) => insert(tx, 'answered', agency.coordinator, addDays(today, -1)));
    await as(second, (tx) => insert(tx, 'revoked', second, addDays(today, 1)));
  });

  it('gives an agency seven days to answer at least, so that nothing is announced and done at once', async () => {
    const today = dayIn('UTC', new Date());
    const announced = (answerBy: CalendarDate, on = today) =>
      as(first, (tx) =>
        sql`insert into certificate_event (agency_id, certificate_id, act, measure, words, answer_by, happened_on, by_person)
          select agency_id, id, 'announced', 'revoke', 'Because.', ${answerBy}::date, ${on}::date, ${first.id}
          from certificate where number = ${number}`.execute(tx),
      );
    await expect(announced(addDays(today, -1))).rejects.toThrow('does not go from');
    await expect(announced(addDays(today, -10), addDays(today, -30))).rejects.toThrow('does not go from');
    await expect(announced(addDays(today, 6))).rejects.toThrow('does not go from');
    await announced(addDays(today, 7));
    await expect(as(second, (tx) => insert(tx, 'revoked', second))).rejects.toThrow('does not go from');
  });

  it('lets no agency revoke, suspend or make valid, not even its own', async () => {
    for (const act of ['announced', 'suspended', 'revoked', 'reinstated', 'lapsed'])
      await expect(agency.as((tx) => insert(tx, act, agency.coordinator))).rejects.toThrow();
  });

  it('changes and deletes nothing that has happened', async () => {
    await announce();
    await expect(
      as(first, (tx) => sql`update certificate_event set words = 'Else.'`.execute(tx)),
    ).rejects.toThrow('permission denied');
    await expect(as(first, (tx) => sql`delete from certificate_event`.execute(tx))).rejects.toThrow(
      'permission denied',
    );
  });

  it('shows what is announced and answered to nobody else', async () => {
    await announce();
    await answer();
    const other = await anAgency(database.databases);
    expect(await other.as((tx) => certificateEvents(tx, number))).toEqual([]);
    const shown = await actingAs(database.databases.app, { as: 'public' }, (tx) =>
      certificateEvents(tx, number),
    );
    expect(shown).toEqual([]);
  });

  it('carries out one of two decisions made at once', async () => {
    const third = await aCampaignMember(database.databases, 'reviewer');
    await announce();
    await answer();
    const outcomes = await Promise.all([
      carryOut(second),
      as(third, (tx, act) => dropAnnouncement(tx, act, number, 'The policy was found.')),
    ]);
    expect(outcomes.map(code).toSorted()).toEqual(['certificate-moved-on', 'done']);
  });
});

describe('a certificate with a term', () => {
  it('lapses once the last day has passed where the agency is, once, and the agency is told', async () => {
    const termed = await anAgency(database.databases);
    const withTerm = await aCertificate(database.databases, termed, first, {
      years: 3,
      now: later(-3 * 365 - 5),
    });
    const deps = { db: database.databases, config: dueWorkConfig };
    expect(await lapseCertificates({ ...deps, now: () => later(-30) })).toBe(0);
    expect(await lapseCertificates({ ...deps, now: () => new Date() })).toBe(1);
    expect(await lapseCertificates({ ...deps, now: () => new Date() })).toBe(0);
    const standings = await as(first, (tx) => certificateStandings(tx, [withTerm, number]));
    expect(standings.get(withTerm)?.is).toBe('lapsed');
    expect(standings.get(number)?.is).toBe('valid');
    const mails = await asOwner(
      database.ownerUrl,
      "select from mail_message where kind = 'certificate-lapsed' and recipient = $1",
      [termed.coordinator.email],
    );
    expect(mails).toHaveLength(1);
  });
});

const dueWorkConfig = { siteUrl: 'http://localhost:3000', campaign: { name: 'The campaign' } };
