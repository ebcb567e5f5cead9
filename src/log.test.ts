import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAgency } from './testing/an-agency.ts';
import { capturedLog } from './testing/captured-log.ts';
import { createTestApp, type TestApp } from './testing/test-app.ts';

const captured = capturedLog();
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ log: captured.log });
});
afterAll(() => app.close());

describe('the log', () => {
  it('holds neither address, name nor token of a sign-in and a roster', async () => {
    const elmFork = await anAgency(app.databases);
    const cookie = await app.signIn(elmFork.coordinator.email);
    const form = new FormData();
    form.set('file', new File(['Emp #,Last Name,First Name\n0417,Quillfeather,Dana\n'], 'quillfeather.csv'));
    const workspace = `/workspace/${elmFork.agency.slug}`;
    const uploaded = await app.post(`${workspace}/roster/import`, form, cookie);
    expect(uploaded.status).toBe(303);
    await app.get(`${workspace}/roster?search=Quillfeather`, cookie);
    await app.get('/sign-in/link/a-token-that-is-not-one');
    await app.get('/nowhere/quillfeather@agency.test?email=quillfeather@agency.test', cookie);
    const text = captured.text();
    expect(text).toContain('"route":"/workspace/:agency/roster/import"');
    expect(text).toContain('"status":303');
    for (const secret of [
      elmFork.coordinator.email,
      elmFork.coordinator.name,
      elmFork.agency.slug,
      'agency.test',
      'Quillfeather',
      'quillfeather',
      'a-token-that-is-not-one',
      ...cookie.split('; ').map((pair) => pair.slice(pair.indexOf('=') + 1)),
    ]) {
      expect(text, secret).not.toContain(secret);
    }
  });

  it('tells what a failed query was about, and nothing of what somebody typed', async () => {
    const fail = async (query: Promise<unknown>) => {
      const error = await query.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      captured.log.error({ err: new Error('The act failed.', { cause: error }) }, 'request failed');
      return captured.text().trim().split('\n').at(-1) ?? '';
    };
    const date = await fail(sql`select ${'born 1/2/1980'}::date`.execute(app.databases.app));
    expect(date).toContain('"code":"22007"');
    expect(date).toContain('invalid input syntax for type date…');
    expect(date).not.toContain('1980');
    const row = await fail(
      sql`insert into mail_message (kind, recipient, subject) values ('x', 'quillfeather', 'Dana')`.execute(
        app.databases.app,
      ),
    );
    expect(row).toContain('mail_message_recipient_check');
    expect(row).not.toContain('quillfeather');
    expect(row).toContain('log.test.ts');
  });
});
