import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AgencyId, actingAs, type PersonId } from '../database/acting.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { recentAgencyEvents, recordAudit } from './audit.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const agency = '11111111-1111-4111-8111-111111111111' as AgencyId;
const other = '22222222-2222-4222-8222-222222222222' as AgencyId;
const person = '99999999-9999-4999-8999-999999999999' as PersonId;

function record(action: string, of: AgencyId = agency) {
  return actingAs(database.databases.app, { as: 'agency', agency: of, person }, (tx) =>
    recordAudit(
      tx,
      { agency: of },
      { action, subject: { kind: 'pledge', id: 'p1' }, details: { months: 24 } },
    ),
  );
}

const breaks = () =>
  asOwner<{ chain: string; seq: string; problem: string }>(database.ownerUrl, 'select * from audit_breaks()');

describe('the audit trail', () => {
  it('tells an agency what was done at it, newest first, and nothing of another', async () => {
    await record('pledge-taken');
    await record('pledge-signed');
    await record('pledge-taken', other);
    const events = await actingAs(database.databases.app, { as: 'agency', agency, person }, (tx) =>
      recentAgencyEvents(tx, agency, 10),
    );
    expect(events.map((event) => event.action)).toEqual(['pledge-signed', 'pledge-taken']);
    const foreign = await actingAs(database.databases.app, { as: 'agency', agency, person }, (tx) =>
      recentAgencyEvents(tx, other, 10),
    );
    expect(foreign).toEqual([]);
  });

  it('refuses insert, update, delete and truncate, even to the owner of the table', async () => {
    const app = database.databases.app;
    await expect(sql`update audit_event set action = 'x'`.execute(app)).rejects.toThrow(/permission denied/);
    await expect(sql`delete from audit_event`.execute(app)).rejects.toThrow(/permission denied/);
    await expect(sql`insert into audit_event select * from audit_event`.execute(app)).rejects.toThrow(
      /permission denied/,
    );
    await expect(asOwner(database.ownerUrl, `update audit_event set action = 'x'`)).rejects.toThrow(
      /append-only/,
    );
    await expect(asOwner(database.ownerUrl, 'delete from audit_event')).rejects.toThrow(/append-only/);
    await expect(asOwner(database.ownerUrl, 'truncate audit_event')).rejects.toThrow(/append-only/);
  });

  it.each([
    ['another agency', { agency: other }],
    ['the campaign', 'campaign'],
  ] as const)('refuses an agency a word in the trail of %s', async (_whose, chain) => {
    const forged = actingAs(database.databases.app, { as: 'agency', agency, person }, (tx) =>
      recordAudit(tx, chain, { action: 'forged', subject: { kind: 'pledge', id: 'p1' } }),
    );
    await expect(forged).rejects.toThrow(/not a chain of the acting party/);
  });

  it('refuses a chain that is not the one of the event', async () => {
    const forged = actingAs(database.databases.app, { as: 'agency', agency, person }, (tx) =>
      sql`select append_audit_event(${`agency:${other}`}, ${agency}::uuid, null, 'forged', 'pledge', 'p1', '{}')`.execute(
        tx,
      ),
    );
    await expect(forged).rejects.toThrow(/not a chain of the acting party/);
  });

  it('refuses the public', async () => {
    const forged = actingAs(database.databases.app, { as: 'public' }, (tx) =>
      recordAudit(tx, { agency }, { action: 'forged', subject: { kind: 'pledge', id: 'p1' } }),
    );
    await expect(forged).rejects.toThrow(/not a chain of the acting party/);
  });

  it('refuses whoever names a party that does not exist', async () => {
    const forged = actingAs(database.databases.app, { as: 'public' }, async (tx) => {
      await sql`select set_config('onemind.acting', 'anybody', true)`.execute(tx);
      await recordAudit(tx, { agency }, { action: 'forged', subject: { kind: 'pledge', id: 'p1' } });
    });
    await expect(forged).rejects.toThrow(/not a chain of the acting party/);
  });

  it('leaves no event when the act that caused it fails', async () => {
    const failing = actingAs(database.databases.app, { as: 'agency', agency, person }, async (tx) => {
      await recordAudit(tx, { agency }, { action: 'never-happened', subject: { kind: 'pledge', id: 'p1' } });
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    expect(
      await asOwner(database.ownerUrl, `select from audit_event where action = 'never-happened'`),
    ).toEqual([]);
  });

  it('keeps one unbroken chain when many write at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, i) => record(`write-${i}`)));
    expect(await breaks()).toEqual([]);
  });

  it('shows a changed event, and a cut-off end, to whoever verifies the chain', async () => {
    await asOwner(database.ownerUrl, 'alter table audit_event disable trigger all');
    await asOwner(
      database.ownerUrl,
      `update audit_event set details = '{"months": 12}' where chain = $1 and seq = 2`,
      [`agency:${agency}`],
    );
    await asOwner(database.ownerUrl, `delete from audit_event where chain = $1`, [`agency:${other}`]);
    expect(await breaks()).toEqual([
      { chain: `agency:${agency}`, seq: '2', problem: 'changed' },
      { chain: `agency:${other}`, seq: '1', problem: 'missing-end' },
    ]);
  });
});
