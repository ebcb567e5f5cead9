import { afterAll, beforeAll, expect, it } from 'vitest';
import { aStaffAccount, smallPdf } from '../testing/a-staff-account.ts';
import { aMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: () => new Date('2026-06-15T17:00:00Z') });
});
afterAll(() => app.close());

const textOf = async (answer: Response | Promise<Response>) => {
  const response = await answer;
  expect(response.status).toBeLessThan(500);
  return (await response.text()).replace(/&#39;/g, '’');
};
const locationOf = (answer: Response) => answer.headers.get('location') ?? '';

const entered = {
  title: 'Mental Health First Aid',
  hours: '8',
  completedOn: '5/4/2026',
  provider: 'Elm County',
};

function upload(content: string, fields: Readonly<Record<string, string>> = entered): FormData {
  const form = new FormData();
  form.append('file', new Blob([content]), 'certificate.pdf');
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

async function seats() {
  const agency = await anAgency(app.databases);
  const dana = await aStaffAccount(app.databases, agency, 'Quillfeather, Dana');
  const own = `/workspace/${agency.agency.slug}/my-training`;
  const desk = `/workspace/${agency.agency.slug}/training`;
  const cookie = await app.signIn(dana.account.email);
  const officer = await app.signIn(
    (await aMember(app.databases, agency.agency.id, 'training-officer')).email,
  );
  return { agency, dana, own, desk, cookie, officer };
}

it('a certificate goes from the person to the officer and into the record', { timeout: 60_000 }, async () => {
  const { own, desk, cookie, officer } = await seats();
  expect(await textOf(app.get(own, cookie))).toContain('You still need MHFA, MHFA equivalent, CIT, CRIT');
  expect(locationOf(await app.post(`${own}/certificates/new`, upload(smallPdf), cookie))).toBe(
    `${own}?done=submitted`,
  );
  const page = await textOf(app.get(`${own}?done=submitted`, cookie));
  expect(page).toContain('The certificate was sent in.');
  const file = /href="([^"]+\/file)"/.exec(page)?.[1] ?? '';
  expect(await textOf(app.get(file, cookie))).toBe(smallPdf);

  expect(await textOf(app.get(desk, officer))).toContain('1 certificate that somebody sent in.');
  const queue = await textOf(app.get(`${desk}/certificates`, officer));
  expect(queue).toContain('Quillfeather, Dana');
  const certificate = /href="([^"]+\/training\/certificates\/[0-9a-f-]{36})"/.exec(queue)?.[1] ?? '';
  const served = await app.get(`${certificate}/file`, officer);
  expect(served.headers.get('content-disposition')).toContain('attachment');
  expect(served.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect((await app.post(`${certificate}/confirm`, { ...entered, title: '' }, officer)).status).toBe(422);
  expect((await app.post(`${certificate}/return`, { reason: ' ' }, officer)).status).toBe(422);
  const confirmed = await app.post(`${certificate}/confirm`, entered, officer);
  expect(locationOf(confirmed)).toBe(`${desk}/certificates?done=confirmed`);
  expect(locationOf(await app.post(`${certificate}/confirm`, entered, officer))).toContain('done=confirmed');
  expect((await app.post(`${certificate}/return`, { reason: 'Blurred.' }, officer)).status).toBe(422);
  expect(await textOf(app.get(own, cookie))).toContain('You are trained: you completed a base course.');
});

it('what is no scan or photo, or lies ahead, is not taken, and what was typed stays', {
  timeout: 60_000,
}, async () => {
  const { own, cookie } = await seats();
  const refused = await app.post(
    `${own}/certificates/new`,
    upload('<html>no certificate</html>', { ...entered, completedOn: '7/4/2026' }),
    cookie,
  );
  expect(refused.status).toBe(422);
  const page = await textOf(refused);
  expect(page).toContain('Save it as PDF, PNG or JPEG and choose it again.');
  expect(page).toContain('Enter the day the class was completed');
  expect(page).toContain('value="Elm County"');
});

it('a person sees neither a colleague’s certificate nor the officer’s pages', {
  timeout: 60_000,
}, async () => {
  const { agency, own, desk, cookie } = await seats();
  await app.post(`${own}/certificates/new`, upload(smallPdf), cookie);
  const file = /href="([^"]+\/file)"/.exec(await textOf(app.get(own, cookie)))?.[1] ?? '';
  const robin = await aStaffAccount(app.databases, agency, 'Marsh, Robin');
  const colleague = await app.signIn(robin.account.email);
  expect((await app.get(file, colleague)).status).toBe(404);
  expect((await app.post(file.replace('/file', '/take-back'), {}, colleague)).status).toBe(404);
  expect(await textOf(app.get(own, colleague))).not.toContain('Quillfeather');
  // The coordinator's own page is no way round either.
  const coordinator = await app.signIn(agency.coordinator.email);
  expect((await app.get(file, coordinator)).status).toBe(404);
  for (const page of ['certificates', 'accounts', `people/${robin.staff}`])
    expect((await app.get(`${desk}/${page}`, colleague)).status).toBe(403);
});

it('an officer links an account, invites somebody of the roster and unlinks', {
  timeout: 60_000,
}, async () => {
  const { agency, dana, own, desk, officer } = await seats();
  const member = await aMember(app.databases, agency.agency.id, 'staff');
  const cookie = await app.signIn(member.email);
  expect(await textOf(app.get(own, cookie))).toContain('We do not know yet who you are on the roster');
  expect(locationOf(await app.get(`${own}/certificates/new`, cookie))).toBe(own);
  const form = upload(smallPdf);
  expect((await app.post(`${own}/certificates/new`, form, cookie)).status).toBe(422);
  expect(await textOf(app.get(`${desk}/accounts`, officer))).toContain(member.email);
  expect(await textOf(app.get(`${desk}/accounts/${member.id}`, officer))).toContain('Quillfeather, Dana');
  const taken = await app.post(`${desk}/accounts/${member.id}/link`, { staff: dana.staff }, officer);
  expect(taken.status).toBe(422);
  expect(await textOf(taken)).toContain('This person of the roster has an account already.');
  expect(locationOf(await app.post(`${desk}/accounts/${dana.account.id}/unlink`, {}, officer))).toContain(
    'unlinked',
  );
  const linked = await app.post(`${desk}/accounts/${member.id}/link`, { staff: dana.staff }, officer);
  expect(locationOf(linked)).toBe(`${desk}/accounts?done=linked`);
  expect(await textOf(app.get(own, cookie))).toContain('Dana Quillfeather');
  const invite = `${desk}/accounts/invite/${dana.staff}`;
  expect(await textOf(app.get(invite, officer))).toContain('has an account already');
  expect((await app.post(invite, { email: 'nobody' }, officer)).status).toBe(422);
});
