import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseProxy, proxyDatabase } from '../testing/database-proxy.ts';
import { testSecret } from '../testing/database-server.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { actingAs } from './acting.ts';
import { connect, type Databases, urlAs } from './database.ts';
import { isDatabaseAway } from './database-away.ts';

let database: TestDatabase;
let proxy: DatabaseProxy;
let databases: Databases;
beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await proxyDatabase(database.ownerUrl);
  const urls = {
    app: urlAs(proxy.url, 'onemind_app', testSecret),
    identity: urlAs(proxy.url, 'onemind_identity', testSecret),
  };
  databases = connect(urls, 2, () => undefined, 1);
});
afterAll(async () => {
  await databases.close();
  await proxy.close();
  await database.drop();
});

const ask = () => actingAs(databases.app, { as: 'system' }, (tx) => sql`select 1 as one`.execute(tx));
const failureOf = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a database that stands still', () => {
  it('is waited for so long and no longer, and its connections are not asked again', async () => {
    await ask();
    proxy.hold();
    const begun = performance.now();
    const failures = await Promise.all([failureOf(ask()), failureOf(ask())]);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(failures.map(isDatabaseAway)).toEqual([true, true]);
    proxy.letGo();
    expect((await ask()).rows).toEqual([{ one: 1 }]);
    expect((await ask()).rows).toEqual([{ one: 1 }]);
  });

  it('is told from a statement that takes too long, which the database ends itself', async () => {
    const failure = await failureOf(sql`select pg_sleep(20)`.execute(databases.identity));
    expect(failure).toMatchObject({ code: '57014' });
    expect(isDatabaseAway(failure)).toBe(true);
  });
});
