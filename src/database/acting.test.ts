import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { type AgencyId, actingAs, type PersonId, switchActing } from './acting.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await asOwner(
    database.ownerUrl,
    `insert into agency (id, slug, name, kind, country, region, city, address, postal_code, time_zone)
     select id::uuid, name, name, 'municipal-police', 'US', 'TX', 'Elm Fork', '1 Main St', '75001', 'America/Chicago'
     from (values ('11111111-1111-4111-8111-111111111111', 'elm-fork'), ('22222222-2222-4222-8222-222222222222', 'oak-bend')) v (id, name)`,
  );
});
afterAll(() => database.drop());

const person = '99999999-9999-4999-8999-999999999999' as PersonId;
const elmFork = '11111111-1111-4111-8111-111111111111' as AgencyId;
const oakBend = '22222222-2222-4222-8222-222222222222' as AgencyId;

describe('who acts decides what a transaction sees', () => {
  it('an agency that forgets the tenant filter sees only itself', async () => {
    const seen = await actingAs(database.databases.app, { as: 'agency', agency: elmFork, person }, (tx) =>
      tx.selectFrom('agency').select('slug').execute(),
    );
    expect(seen).toEqual([{ slug: 'elm-fork' }]);
  });

  it('a query outside any transaction acts as the public and sees no agency row', async () => {
    expect(await database.databases.app.selectFrom('agency').select('slug').execute()).toEqual([]);
  });

  it('an agency can neither change nor write another agency', async () => {
    await actingAs(database.databases.app, { as: 'agency', agency: elmFork, person }, async (tx) => {
      const changed = await tx
        .updateTable('agency')
        .set({ city: 'Stolen' })
        .where('id', '=', oakBend)
        .executeTakeFirst();
      expect(Number(changed.numUpdatedRows)).toBe(0);
    });
    const write = actingAs(database.databases.app, { as: 'agency', agency: elmFork, person }, (tx) =>
      tx.insertInto('agency_scope').values({ agency_id: oakBend, category: 'dispatcher' }).execute(),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });

  it('a switch of party inside a transaction comes back to the first', async () => {
    await actingAs(database.databases.app, { as: 'agency', agency: elmFork, person }, async (tx) => {
      await switchActing(tx, { as: 'system' }, async (system) => {
        expect(await system.selectFrom('agency').select('slug').execute()).toHaveLength(2);
      });
      expect(await tx.selectFrom('agency').select('slug').execute()).toHaveLength(1);
    });
  });

  it('what one transaction declares is gone from the connection after it', async () => {
    for (let i = 0; i < 8; i++) {
      await actingAs(database.databases.app, { as: 'agency', agency: oakBend, person }, (tx) =>
        sql`select 1`.execute(tx),
      );
    }
    expect(await database.databases.app.selectFrom('agency').select('slug').execute()).toEqual([]);
  });
});

describe('the roles of the application', () => {
  it('own nothing and bypass nothing', async () => {
    const roles = await asOwner(
      database.ownerUrl,
      `select rolname, rolsuper, rolbypassrls, rolcreaterole,
         (select count(*)::int from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname in ('onemind_app', 'onemind_identity') order by 1`,
    );
    expect(roles).toEqual([
      { rolname: 'onemind_app', rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 },
      { rolname: 'onemind_identity', rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 },
    ]);
  });

  it('every table that the application role can read has row-level security, but the counters of attempts', async () => {
    const open = await asOwner<{ relname: string }>(
      database.ownerUrl,
      `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and relkind in ('r', 'p') and not relrowsecurity
         and has_table_privilege('onemind_app', c.oid, 'select')`,
    );
    expect(open.map((table) => table.relname)).toEqual(['rate_window']);
  });

  it('the application role cannot read sessions, and the identity role cannot read agencies', async () => {
    await expect(sql`select * from identity.session`.execute(database.databases.app)).rejects.toThrow(
      /permission denied/,
    );
    await expect(sql`select * from agency`.execute(database.databases.identity)).rejects.toThrow(
      /permission denied/,
    );
  });
});
