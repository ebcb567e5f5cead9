import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { recordProvenBy } from '../own-record/submitted-certificate.ts';
import {
  aStaffAccount,
  certificateFactsSent,
  type StaffAccountForTests,
} from '../testing/a-staff-account.ts';
import { type AgencyForTests, aMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { attestRecord } from '../training/record-entry-actions.ts';
import { checkCredential } from './check-credential.ts';
import { ownIssuer } from './did-actions.ts';
import { identityHash } from './staff-credential.ts';
import { isStatusEnded } from './status-list-actions.ts';

let app: TestApp;
let agency: AgencyForTests;
let dana: StaffAccountForTests;
let cookie: string;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await anAgency(app.databases);
  dana = await aStaffAccount(app.databases, agency, 'Quillfeather, Dana');
  cookie = await app.signIn(dana.account.email);
  const record = recordProvenBy(certificateFactsSent({ completedOn: '2026-05-04' as CalendarDate }));
  const origin = { from: 'certificate', id: crypto.randomUUID() } as const;
  await agency.as((tx) =>
    attestRecord(tx, agency.agency.id, dana.staff, record, agency.coordinator.id, origin),
  );
});

const home = () => `/workspace/${agency.agency.slug}/my-training/credentials`;
const desk = () => `/workspace/${agency.agency.slug}/training/credentials`;
const page = async (path = home(), who = cookie) => (await app.get(path, who)).text();
const first = (html: string, pattern: RegExp) => pattern.exec(html)?.[1] ?? '';

async function ask(name = 'D. Quillfeather'): Promise<Response> {
  const form = first(await page(), /href="([^"]*\/credentials\/new\/[^"]*)"/);
  return app.post(form, { name }, cookie);
}

const fileHref = async () => first(await page(), /href="([^"]*\/file\.)png"/);

async function check(shown: string | Uint8Array) {
  const issuer = await actingAs(app.databases.app, { as: 'public' }, (tx) => ownIssuer(tx, app.deps.config));
  const answer = await checkCredential(shown, issuer, new Date());
  if (answer.is !== 'intact') throw new Error(`The credential is ${answer.is}.`);
  const isEnded = await actingAs(app.databases.app, { as: 'public' }, (tx) =>
    isStatusEnded(tx, answer.credential.status),
  );
  return { ...answer.credential, isEnded };
}

describe('a credential of one’s own training', () => {
  it('is there only when the person asks, under the name they choose, with no readable address', async () => {
    expect(await page()).toContain('You have asked for no credential.');
    expect((await ask('')).status).toBe(422);
    const answer = await ask('Dana Q.');
    expect(answer.status).toBe(303);
    const href = await fileHref();
    for (const form of ['json', 'jwt', 'png', 'svg']) {
      const file = await app.get(`${href}${form}`, cookie);
      expect(file.headers.get('content-disposition')).toContain('attachment');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const credential = await check(bytes);
      if (credential.about.is !== 'training') throw new Error('It is about something else.');
      expect(credential).toMatchObject({
        isEnded: false,
        about: { holder: 'Dana Q.', training: 'Mental Health First Aid', completedOn: '2026-05-04' },
        validUntil: '2029-05-05T12:00:00Z',
      });
      expect(credential.about.emailHash).toBe(identityHash(dana.account.email, credential.about.salt));
      expect(Buffer.from(bytes).toString('latin1')).not.toContain(dana.account.email);
    }
  });

  it('is one at a time, also when asked for twice at once', async () => {
    const form = first(await page(), /href="([^"]*\/credentials\/new\/[^"]*)"/);
    const asked = await Promise.all(
      [1, 2, 3].map((count) => app.post(form, { name: `Dana ${count}` }, cookie)),
    );
    expect(asked.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
    expect((await app.post(form, { name: 'Dana' }, cookie)).status).toBe(422);
  });

  it('is given out no more once the person gives it up, and its copies show as ended; then they may ask anew', async () => {
    await ask();
    const href = await fileHref();
    const kept = await (await app.get(`${href}jwt`, cookie)).text();
    const id = first(href, /credentials\/([^/]+)\//);
    expect((await app.post(`${home()}/${id}/give-up`, {}, cookie)).status).toBe(303);
    expect((await app.get(`${href}jwt`, cookie)).status).toBe(404);
    expect(await check(kept)).toMatchObject({ isEnded: true });
    expect(await page()).toContain('You gave it up');
    const listed = await page(`${desk()}?state=ended`, await app.signIn(agency.coordinator.email));
    expect(listed).toContain('The person gave it up');
    expect(listed).not.toContain('You gave it up');
    expect((await ask()).status).toBe(303);
  });

  it('is revoked by who keeps the agency’s records, for good', async () => {
    await ask('Dana Quillfeather');
    const href = await fileHref();
    const kept = await (await app.get(`${href}json`, cookie)).text();
    const keeper = await app.signIn(agency.coordinator.email);
    const list = await page(`${desk()}?search=quillf`, keeper);
    expect(list).toContain('Dana Quillfeather');
    expect(await page(`${desk()}?search=nobody`, keeper)).not.toContain('Dana Quillfeather');
    const revoke = first(list, /action="([^"]*\/revoke)"/);
    expect((await app.post(revoke, {}, keeper)).status).toBe(303);
    expect((await app.post(revoke, {}, keeper)).status).toBe(404);
    expect(await check(kept)).toMatchObject({ isEnded: true });
    expect((await app.get(`${href}json`, cookie)).status).toBe(404);
    expect(await page(`${desk()}?state=ended`, keeper)).toContain('Your agency revoked it');
    expect(await page()).toContain('Your agency revoked it');
  });

  it('is nobody else’s: not a colleague’s, not another agency’s, and nobody asks in another’s name', async () => {
    const form = first(await page(), /href="([^"]*\/credentials\/new\/[^"]*)"/);
    await ask();
    const href = await fileHref();
    const id = first(href, /credentials\/([^/]+)\//);
    const colleague = await aStaffAccount(app.databases, agency, 'Ashgrove, Robin');
    const other = await app.signIn(colleague.account.email);
    expect((await app.get(`${href}json`, other)).status).toBe(404);
    expect((await app.get(form, other)).status).toBe(404);
    await app.post(`${home()}/${id}/give-up`, {}, other);
    expect((await app.get(`${href}json`, cookie)).status).toBe(200);
    const coordinator = await app.signIn(agency.coordinator.email);
    expect((await app.get(`${href}json`, coordinator)).status).toBe(404);
    const elsewhere = await anAgency(app.databases);
    const keeper = await app.signIn(elsewhere.coordinator.email);
    const theirs = `/workspace/${elsewhere.agency.slug}/training/credentials`;
    expect((await app.post(`${theirs}/${id}/revoke`, {}, keeper)).status).toBe(404);
    const unlinked = await aMember(app.databases, agency.agency.id, 'staff');
    expect(await page(home(), await app.signIn(unlinked.email))).toContain('who you are on the roster');
  });

  it('leaves a trail that names nobody', async () => {
    await ask();
    const events = await agency.as((tx) =>
      tx
        .selectFrom('audit_event')
        .select(['action', 'person_id', 'details'])
        .where('action', '=', 'staff-credential-issued')
        .execute(),
    );
    expect(events).toEqual([{ action: 'staff-credential-issued', person_id: null, details: {} }]);
  });

  it('is issued to nobody by the database unless that person acts', async () => {
    await ask();
    const insert = (acting: Parameters<typeof actingAs>[1]) =>
      actingAs(app.databases.app, acting, (tx) =>
        tx
          .insertInto('staff_credential')
          .columns([
            'agency_id',
            'id',
            'staff_id',
            'person_id',
            'record_id',
            'holder',
            'training',
            'completed_on',
            'list',
            'place',
            'signing_key_id',
            'issued_at',
            'json_ld',
            'jwt',
          ])
          .expression((build) =>
            build
              .selectFrom('staff_credential')
              .select((select) => [
                'agency_id',
                select.fn<string>('gen_random_uuid').as('id'),
                'staff_id',
                'person_id',
                'record_id',
                'holder',
                'training',
                'completed_on',
                'list',
                'place',
                'signing_key_id',
                'issued_at',
                'json_ld',
                'jwt',
              ]),
          )
          .execute(),
      );
    const { id } = agency.agency;
    await expect(insert({ as: 'agency', agency: id, person: agency.coordinator.id })).rejects.toThrow(
      'row-level security',
    );
  });
});
