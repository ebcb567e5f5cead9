import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../database/database.ts';
import { isDatabaseAway } from '../database/database-away.ts';
import { asOwner } from '../testing/test-database.ts';
import { cookieOf, createTestIdentity, type TestIdentity } from '../testing/test-identity.ts';
import { createIdentity } from './identity.ts';

let at: TestIdentity;
beforeAll(async () => {
  at = await createTestIdentity();
});
afterAll(() => at.drop());

describe('an emailed sign-in link', () => {
  test('signs its address in once', async () => {
    const token = await at.mailedToken('pat@agency.example');
    const outcome = await at.identity.finishSignIn(token, new Headers({ 'user-agent': 'Test Browser' }));
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const viewer = await at.identity.viewerOf(cookieOf(outcome.value.cookies));
    expect(viewer).toMatchObject({ email: 'pat@agency.example', name: '', agencies: [], campaignRoles: [] });

    const again = await at.identity.finishSignIn(token, new Headers());
    expect(again).toEqual({ ok: false, refusal: { code: 'link-not-usable' } });
  });

  test('signs in once when its button is pressed twice at the same moment', async () => {
    const token = await at.mailedToken('twice@agency.example');
    const outcomes = await Promise.all([
      at.identity.finishSignIn(token, new Headers()),
      at.identity.finishSignIn(token, new Headers()),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  });

  test('can be looked at, as mail scanners do, without being used up', async () => {
    const token = await at.mailedToken('scanned@agency.example');
    expect(await at.identity.emailOfLink(token)).toBe('scanned@agency.example');
    expect(await at.identity.emailOfLink(token)).toBe('scanned@agency.example');
    expect((await at.identity.finishSignIn(token, new Headers())).ok).toBe(true);
    expect(await at.identity.emailOfLink(token)).toBeUndefined();
  });

  test('is refused after its time', async () => {
    const token = await at.mailedToken('late@agency.example');
    await asOwner(at.ownerUrl, "update identity.verification set expires_at = now() - interval '1 second'");
    expect(await at.identity.emailOfLink(token)).toBeUndefined();
    expect((await at.identity.finishSignIn(token, new Headers())).ok).toBe(false);
  });

  test('is refused when invented', async () => {
    expect((await at.identity.finishSignIn('x'.repeat(32), new Headers())).ok).toBe(false);
  });

  test('lies in the database only as a hash', async () => {
    const token = await at.mailedToken('hashed@agency.example');
    const rows = await asOwner<{ row: string }>(
      at.ownerUrl,
      'select v::text as row from identity.verification v',
    );
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
  });

  test('lives a quarter of an hour', async () => {
    await at.mailedToken('quarter@agency.example');
    const [row] = await asOwner<{ minutes: number }>(
      at.ownerUrl,
      "select round(extract(epoch from expires_at - now()) / 60)::int as minutes from identity.verification where value like '%quarter@%'",
    );
    expect(row?.minutes).toBe(15);
  });

  test('replaces the session that the browser had', async () => {
    const before = await at.signIn('shared@agency.example');
    const outcome = await at.identity.finishSignIn(await at.mailedToken('other@agency.example'), before);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(await at.identity.viewerOf(before)).toBeUndefined();
    expect((await at.identity.viewerOf(cookieOf(outcome.value.cookies)))?.email).toBe('other@agency.example');
  });
});

describe('a session', () => {
  test('ends when the person signs out', async () => {
    const headers = await at.signIn('leaving@agency.example');
    const cookies = await at.identity.signOut(headers);
    expect(cookies.join()).toMatch(/session_token=;.*Max-Age=0/);
    expect(await at.identity.viewerOf(headers)).toBeUndefined();
  });

  test('is not taken from a cookie that was changed', async () => {
    const headers = await at.signIn('signed@agency.example');
    const changed = (headers.get('cookie') ?? '').replace(/session_token=./, 'session_token=~');
    expect(await at.identity.viewerOf(new Headers({ cookie: changed }))).toBeUndefined();
  });

  test.each([
    ['idle for half a day', 'updated_at', '12 hours', false],
    ['idle for a little less', 'updated_at', '11 hours 59 minutes', true],
    ['30 days old, though in use', 'created_at', '30 days', false],
    ['29 days old and in use', 'created_at', '29 days', true],
  ])('%s: %s %s ago', async (_what, column, ago, lives) => {
    const headers = await at.signIn('idle@agency.example');
    const session = (await at.identity.viewerOf(headers))?.session;
    await asOwner(at.ownerUrl, `update identity.session set ${column} = now() - $1::interval where id = $2`, [
      ago,
      session,
    ]);
    expect((await at.identity.viewerOf(headers)) !== undefined).toBe(lives);
  });

  test('remembers its last use, and so stays open while it is used', async () => {
    const headers = await at.signIn('busy@agency.example');
    const session = (await at.identity.viewerOf(headers))?.session;
    await asOwner(
      at.ownerUrl,
      "update identity.session set updated_at = now() - interval '6 minutes' where id = $1",
      [session],
    );
    await at.identity.viewerOf(headers);
    const [row] = await asOwner<{ recent: boolean }>(
      at.ownerUrl,
      "select updated_at > now() - interval '1 minute' as recent from identity.session where id = $1",
      [session],
    );
    expect(row?.recent).toBe(true);
  });

  test('names every place the person may act for', async () => {
    const headers = await at.signIn('member@agency.example');
    const person = (await at.identity.viewerOf(headers))?.person;
    await asOwner(
      at.ownerUrl,
      `with a as (insert into agency (id, slug, name, kind, country, region, city, address, postal_code, time_zone)
         values (gen_random_uuid(), 'oakfield-police', 'Oakfield Police', 'police', 'US', 'OR', 'Oakfield', '1 Main St', '97000', 'America/Los_Angeles')
         returning id),
       m as (insert into agency_membership (agency_id, person_id, role) select id, $1::uuid, unnest(array['staff', 'coordinator']) from a)
       insert into campaign_membership (person_id, role) values ($1::uuid, 'reviewer')`,
      [person],
    );
    expect(await at.identity.viewerOf(headers)).toMatchObject({
      agencies: [
        {
          slug: 'oakfield-police',
          name: 'Oakfield Police',
          timeZone: 'America/Los_Angeles',
          roles: ['coordinator', 'staff'],
        },
      ],
      campaignRoles: ['reviewer'],
    });
    await asOwner(at.ownerUrl, 'update agency_membership set ended_at = now()');
    expect((await at.identity.viewerOf(headers))?.agencies).toEqual([]);
  });
});

describe('what ran out', () => {
  test('is swept up when somebody signs in', async () => {
    await at.mailedToken('unused@agency.example');
    await at.signIn('gone@agency.example');
    await asOwner(at.ownerUrl, "update identity.verification set expires_at = now() - interval '1 minute'");
    await asOwner(at.ownerUrl, "update identity.session set expires_at = now() - interval '1 minute'");
    await at.signIn('sweeper@agency.example');
    const rows = await asOwner(
      at.ownerUrl,
      'select id from identity.verification union all select id from identity.session',
    );
    expect(rows).toHaveLength(1);
  });
});

describe('a database that is away', () => {
  test('is told apart from a fault, so that the site can say so', async () => {
    const headers = await at.signIn('patient@agency.example');
    const nowhere = 'postgres://onemind@127.0.0.1:1/nowhere';
    const databases = connect({ app: nowhere, identity: nowhere }, 2, () => undefined);
    const away = createIdentity({ ...at.deps, db: databases });
    await expect(away.viewerOf(headers)).rejects.toSatisfy(isDatabaseAway);
    await databases.close();
  });
});

describe('the session cookie', () => {
  test('is out of reach of scripts and other sites', async () => {
    const outcome = await at.identity.finishSignIn(
      await at.mailedToken('cookie@agency.example'),
      new Headers(),
    );
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const cookie = outcome.value.cookies.find((value) => value.includes('session_token')) ?? '';
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).toContain('Path=/');
    expect(cookie).not.toContain('Secure');
  });

  test('travels only over HTTPS when the site does', async () => {
    const secure = await createTestIdentity({ SITE_URL: 'https://onemind.test' });
    try {
      const outcome = await secure.identity.finishSignIn(
        await secure.mailedToken('a@agency.example'),
        new Headers(),
      );
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      expect(outcome.value.cookies.find((value) => value.includes('session_token'))).toMatch(
        /^__Secure-.*; Secure/,
      );
    } finally {
      await secure.drop();
    }
  });
});

describe('the wall between the two roles', () => {
  test.each(['person', 'session', 'account', 'verification', 'passkey', 'two_factor'])(
    'the application role may not read identity.%s',
    async (table) => {
      await expect(at.databases.appPool.query(`select from identity.${table}`)).rejects.toThrow(
        /permission denied/,
      );
    },
  );

  test.each(['agency_membership', 'invitation', 'agency', 'pledge', 'audit_event'] as const)(
    'the identity role may not read %s',
    async (table) => {
      await expect(at.databases.identity.selectFrom(table).selectAll().execute()).rejects.toThrow(
        /permission denied/,
      );
    },
  );
});
