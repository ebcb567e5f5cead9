import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { mayBeCertifiedAgain } from '../review/submit-actions.ts';
import { aCertificate } from '../testing/a-certificate.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { isOpenToRenewal } from './certificate-standing.ts';
import { giveBackCertificate } from './standing-actions.ts';

const today = '2026-03-01' as CalendarDate;
const valid = { is: 'valid' } as const;

it.each([
  ['without an end', valid, undefined, false],
  ['that ends in seven months', valid, '2026-10-01', false],
  ['that ends in six months', valid, '2026-09-01', true],
  ['that was revoked', { is: 'revoked', since: today, grounds: 'None.' }, undefined, true],
  ['that was given back', { is: 'withdrawn', since: today }, undefined, true],
  ['that is suspended', { is: 'suspended', since: today, grounds: 'None.' }, '2026-04-01', false],
] as const)('a certificate %s may be followed by another: %o', (_words, standing, until, isOpen) => {
  expect(isOpenToRenewal(standing, until as CalendarDate | undefined, today)).toBe(isOpen);
});

describe('an agency that was certified', () => {
  let database: TestDatabase;
  let first: KnownPerson;
  let second: KnownPerson;
  beforeAll(async () => {
    database = await createTestDatabase();
    first = await aCampaignMember(database.databases, 'reviewer');
    second = await aCampaignMember(database.databases, 'administrator');
  });
  afterAll(() => database.drop());

  const approve = (made: AgencyForTests, round: number) =>
    asOwner(
      database.ownerUrl,
      `update submission set state = 'approved', reviewer = $1, approver = $2, approved_at = now()
       where agency_id = $3 and round = $4`,
      [first.id, second.id, made.agency.id, round],
    );
  const mayAgain = (made: AgencyForTests) =>
    made.as((tx) => mayBeCertifiedAgain(tx, { agency: made.agency.id, now: new Date() }));

  it('is not certified twice, and may be again once it gave its certificate back', async () => {
    const made = await anAgency(database.databases);
    const number = await aCertificate(database.databases, made, first);
    await approve(made, 1);
    await aSubmission(made, { round: 2 });
    expect(await mayAgain(made)).toBe(false);
    await expect(approve(made, 2)).rejects.toThrow('certified already');
    await made.as(
      (tx) => giveBackCertificate(tx, made.act(made.executive), number, 'We merge.'),
      made.executive,
    );
    expect(await mayAgain(made)).toBe(true);
    await approve(made, 2);
  });
});
