import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAudit } from '../audit/audit.ts';
import { readConfig } from '../config.ts';
import { type AgencyId, actingAs, type PersonId } from '../database/acting.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { anAgency } from '../testing/an-agency.ts';
import { testSecret } from '../testing/database-server.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { runAudit } from './audit-command.ts';

const agency = '11111111-1111-4111-8111-111111111111' as AgencyId;
const person = '99999999-9999-4999-8999-999999999999' as PersonId;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  for (const action of ['pledge-taken', 'pledge-signed']) {
    await actingAs(database.databases.app, { as: 'agency', agency, person }, (tx) =>
      recordAudit(tx, { agency }, { action, subject: { kind: 'pledge', id: 'p1' } }),
    );
  }
});
afterAll(() => database.drop());

async function verify() {
  const lines: string[] = [];
  const config = readConfig({
    NODE_ENV: 'test',
    ONEMIND_SECRET: testSecret,
    DATABASE_URL: database.ownerUrl,
  });
  const write = (text: string) => void lines.push(text);
  const code = await runAudit(['verify'], config, { out: write, err: write });
  return { code, lines };
}

describe('onemind audit verify', () => {
  it('exits 0 while the trail is whole, and 1 naming the break after somebody changed it', async () => {
    expect(await verify()).toEqual({ code: 0, lines: ['2 events in 1 chains: whole.'] });
    await asOwner(database.ownerUrl, 'alter table audit_event disable trigger all');
    await asOwner(database.ownerUrl, "update audit_event set action = 'pledge-accepted' where seq = 2");
    expect(await verify()).toEqual({
      code: 1,
      lines: [`agency:${agency}: changed at event 2`, '2 events in 1 chains: BROKEN.'],
    });
  });

  it('names the row that was changed after somebody had confirmed it', async () => {
    const policy = await aPolicy(await anAgency(database.databases, { pledge: 'none' }));
    await asOwner(database.ownerUrl, "update agency_policy set adopted_name = 'Somebody Else'");
    const { code, lines } = await verify();
    expect(code).toBe(1);
    expect(lines).toContain(
      `confirmed:${policy.agency}: confirmed-changed policy-adoption ${policy.id} at event 1`,
    );
  });
});
