import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmPartnersVersion, proposeChange } from '../agreement/negotiation-actions.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { ownerClient } from '../database/owner-client.ts';
import type { CheckInAnswer } from '../joint-work/check-in.ts';
import { answerCheckIn } from '../joint-work/check-in-actions.ts';
import { addOrganization } from '../partner-organization/partner-organization-actions.ts';
import { setNextReview } from '../policy/policy-actions.ts';
import { memorandumTerms } from '../testing/a-memorandum.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { aJointStage, type JointStage } from '../testing/joint-stage.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { findAuditBreaks } from './audit-verification.ts';

const today = '2026-06-10' as CalendarDate;
const signer = { name: 'Morgan Speaker', title: 'Director' };
const ratings = { respect: 4, reach: 3, handover: 5, meetings: 2, 'people-helped': 4 } as const;
const answer: CheckInAnswer = {
  ratings,
  goingWell: 'Calls are quick.',
  wouldHelp: '',
  isLiaisonInPlace: true,
};

const anotherOrganization = { name: 'Lone Oak Clinic', kinds: ['hospital'], placesServed: ['Oak'] } as const;

let database: TestDatabase;
let stage: JointStage;
let policy: string;
beforeAll(async () => {
  database = await createTestDatabase();
  stage = await aJointStage(database.databases);
  const { agency, partnership } = stage;
  await agency.as((tx) => addOrganization(tx, agency.act(), anotherOrganization, false));
  const { revision } = await partnership.now();
  const terms = memorandumTerms({ training: 'One class a year.' });
  const change = { revision, terms, file: undefined, note: '', renews: false, signer };
  const party = { side: 'partner', act: partnership.act() } as const;
  await partnership.as((tx) => proposeChange(tx, party, partnership.id, change));
  const given = { revision: (await partnership.now()).revision, signer };
  await agency.as((tx) => confirmPartnersVersion(tx, agency.act(), partnership.id, given));
  await stage.on('agency', (tx, act) => answerCheckIn(tx, act, { revision: 0, answer, today }));
  await stage.on('partner', (tx, act) => answerCheckIn(tx, act, { revision: 0, answer, today }));
  const corrected = { ...answer, wouldHelp: 'A second number.' };
  await stage.on('partner', (tx, act) => answerCheckIn(tx, act, { revision: 1, answer: corrected, today }));
  policy = (await aPolicy(agency)).id;
  const review = await agency.as((tx) => setNextReview(tx, agency.act(), '2099-01-01' as CalendarDate));
  expect(review.ok).toBe(true);
});
afterAll(() => database.drop());

async function breaks(): Promise<readonly string[]> {
  const client = ownerClient(database.ownerUrl);
  await client.connect();
  try {
    const found = await findAuditBreaks(client);
    return found.breaks.map(({ problem, subject }) => `${problem} ${subject}`);
  } finally {
    await client.end();
  }
}

/** Changes rows as the owner of the database can, with no trigger in the way, looks, and puts them back. */
async function breaksAfter(table: string, tampering: string): Promise<readonly string[]> {
  const owner = (text: string) => asOwner(database.ownerUrl, text);
  await owner(`create table kept as table ${table}`);
  await owner(`alter table ${table} disable trigger all`);
  try {
    await owner(tampering);
    return await breaks();
  } finally {
    await owner(`delete from ${table}`);
    await owner(`insert into ${table} select * from kept`);
    await owner(`alter table ${table} enable trigger all`);
    await owner('drop table kept');
  }
}

describe('what people confirmed is proved by the chain', () => {
  it('from the agreement to the policy, also when an answer was changed by who gave it', async () => {
    expect(await breaks()).toEqual([]);
    const events = await asOwner<{ kind: string; count: number }>(
      database.ownerUrl,
      `select subject_kind as kind, count(*)::int as count from audit_event
       where chain = 'confirmed:${stage.agency.agency.id}' group by 1 order by 1`,
    );
    expect(events).toEqual([
      { kind: 'agreement-answer', count: 2 },
      { kind: 'agreement-proposal', count: 2 },
      { kind: 'check-in', count: 3 },
      { kind: 'policy-adoption', count: 1 },
    ]);
  });

  it.each<[string, string, string, (row: { partnership: string; policy: string }) => readonly string[]]>([
    [
      'terms of an agreement',
      'agreement_version',
      `update agreement_version set terms = jsonb_set(terms, '{memorandum,training}', '"None."') where number = 2`,
      ({ partnership }) => [
        `confirmed-changed agreement-answer ${partnership}/2`,
        `confirmed-changed agreement-proposal ${partnership}/2`,
      ],
    ],
    [
      'the role of who confirmed it',
      'agreement_version',
      `update agreement_version set answered_title = 'Intern' where number = 1`,
      ({ partnership }) => [`confirmed-changed agreement-answer ${partnership}/1`],
    ],
    [
      'who confirmed, as the partnership shows it',
      'partnership',
      `update partnership set confirmed_name = 'Somebody Else'`,
      ({ partnership }) => [`confirmed-shown-otherwise partnership ${partnership}`],
    ],
    [
      'with whom it was agreed',
      'partnership',
      `update partnership set partner_id = (select id from partner_organization where name = 'Lone Oak Clinic')`,
      ({ partnership }) => [`confirmed-shown-otherwise partnership ${partnership}`],
    ],
    [
      'which version was agreed',
      'agreement_version',
      `update agreement_version set state = 'superseded', closed_at = now() where state = 'agreed'`,
      ({ partnership }) => [`confirmed-missing partnership ${partnership}`],
    ],
    [
      'an answer to how it is going',
      'joint_check_in',
      `update joint_check_in set ratings = jsonb_set(ratings, '{respect}', '1') where side = 'partner'`,
      ({ partnership }) => [`confirmed-changed check-in ${partnership}/2026-01-01/partner`],
    ],
    [
      'what was answered at all',
      'joint_check_in',
      `delete from joint_check_in where side = 'agency'`,
      ({ partnership }) => [`confirmed-missing check-in ${partnership}/2026-01-01/agency`],
    ],
    [
      'the answers by one more',
      'joint_check_in',
      `insert into joint_check_in (agency_id, partnership_id, half_starts_on, side, ratings, going_well, would_help,
         liaison_in_place, liaison_name, answered_by, answered_name, answered_at)
       select agency_id, partnership_id, '2025-07-01', side, ratings, going_well, would_help, liaison_in_place,
         liaison_name, answered_by, answered_name, answered_at from joint_check_in where side = 'agency'`,
      ({ partnership }) => [`confirmed-unproved check-in ${partnership}/2025-07-01/agency`],
    ],
    [
      'the day of an adoption',
      'agency_policy',
      `update agency_policy set adopted_on = '2023-01-01'`,
      (row) => [`confirmed-changed policy-adoption ${row.policy}`],
    ],
    [
      'an answer of the checklist that was adopted',
      'policy_element',
      `update policy_element set reference = 'page 99' where code = 'definitions'`,
      (row) => [`confirmed-changed policy-adoption ${row.policy}`],
    ],
  ])(
    'so that the owner of the database can’t hide a change of %s',
    async (_what, table, tampering, found) => {
      expect((await breaksAfter(table, tampering)).toSorted()).toEqual(
        found({ partnership: stage.partnership.id, policy }),
      );
      expect(await breaks()).toEqual([]);
    },
  );

  it('and a change written past the program, with every trigger at work, proves nothing by itself', async () => {
    await asOwner(database.ownerUrl, `update joint_check_in set going_well = 'Great.' where side = 'agency'`);
    expect(await breaks()).toEqual([`confirmed-changed check-in ${stage.partnership.id}/2026-01-01/agency`]);
  });
});
