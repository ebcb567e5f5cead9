import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPolicy } from '../testing/a-policy.ts';
import { aStaffAccount } from '../testing/a-staff-account.ts';
import { type AcknowledgmentDesk, anAcknowledgmentDesk } from '../testing/an-acknowledgment-desk.ts';
import { aMember } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let now = new Date('2026-06-10T17:00:00Z');
let agency: AcknowledgmentDesk['agency'];
let acknowledged: AcknowledgmentDesk['acknowledged'];
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
});
afterAll(() => app.close());
beforeEach(async () => {
  now = new Date('2026-06-10T17:00:00Z');
  ({ agency, acknowledged } = await anAcknowledgmentDesk(app));
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const answered = { hasRead: 'yes', name: 'Dana Birch' };

describe('an account', () => {
  it('of somebody on the roster is asked on their own page, and gives their own word there', async () => {
    await aPolicy(agency);
    const { account } = await aStaffAccount(app.databases, agency, 'Birch, Dana');
    const cookie = await app.signIn(account.email);
    const own = `/workspace/${agency.agency.slug}/policy/acknowledge`;
    const mine = `/workspace/${agency.agency.slug}/my-training`;
    expect(await text(app.get(mine, cookie))).toContain(own);
    const page = await text(app.get(own, cookie));
    const action = /action="([^"]*policy=[^"]*)"/.exec(page)?.[1] ?? '';
    expect((await app.post(action, { ...answered, name: 'Somebody Else' }, cookie)).status).toBe(422);
    expect((await app.post(action, answered, cookie)).status).toBe(303);
    expect(await text(app.get(own, cookie))).toContain('You acknowledged this policy on');
    expect(await text(app.get(mine, cookie))).not.toContain(own);
    expect(await acknowledged()).toEqual([{ how: 'account', typed_name: 'Dana Birch', on: '2026-06-10' }]);
  });

  it('that is not linked to the roster has nothing to acknowledge', async () => {
    await aPolicy(agency);
    const member = await aMember(app.databases, agency.agency.id, 'staff');
    const cookie = await app.signIn(member.email);
    const own = `/workspace/${agency.agency.slug}/policy/acknowledge`;
    expect(await text(app.get(own, cookie))).toContain('Nothing to acknowledge');
    expect((await app.post(own, answered, cookie)).status).toBe(422);
  });
});
