import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs } from '../database/acting.ts';
import { checkSignedPdf } from '../pdf-signature/check-signed-pdf.ts';
import { publicKeys, rotateSigningKey } from '../signing-key/signing-key-actions.ts';
import { aCertificate } from '../testing/a-certificate.ts';
import { aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let test: TestApp;
let number: string;
let base: string;
let cookie: string;
beforeAll(async () => {
  test = await createTestApp();
  const made = await anAgency(test.databases, { facts: { name: 'Elm Fork Police' } });
  const reviewer = await aCampaignMember(test.databases, 'reviewer');
  number = await aCertificate(test.databases, made, reviewer);
  base = `/workspace/${made.agency.slug}/review/certificates/${number}`;
  cookie = await test.signIn(made.coordinator.email);
});
afterAll(() => test.close());

async function download(name: string): Promise<Uint8Array> {
  const answer = await test.get(`${base}/${name}`, cookie);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  return new Uint8Array(await answer.arrayBuffer());
}

async function published(): Promise<readonly string[]> {
  const keys = await actingAs(test.databases.app, { as: 'public' }, (tx) => publicKeys(tx, 'document'));
  return keys.map(({ certificatePem }) => certificatePem);
}

describe('what an agency downloads', () => {
  it.each([
    ['certificate.pdf', 'certificate', [792, 612]],
    ['certificate-wall.pdf', 'certificate', [1224, 792]],
    ['letter.pdf', 'letter', [612, 792]],
  ])('as %s is signed, tagged and of its size', async (name, document, size) => {
    const file = await download(name);
    expect(checkSignedPdf(file, await published())).toMatchObject({
      is: 'intact',
      signedBy: 'One Mind Campaign',
      document,
      number,
    });
    expect(await readPdf(file)).toMatchObject({ size, pages: 1, uaPart: '1', isTagged: true });
  });

  it('stays intact when the key that signed it is retired, and is signed by the next one then', async () => {
    const before = await download('certificate.pdf');
    await actingAs(test.databases.app, { as: 'system' }, (tx) => rotateSigningKey(tx, 'document', test.deps));
    const after = await download('certificate.pdf');
    const [next = '', former = ''] = await published();
    expect(checkSignedPdf(before, [next, former])).toMatchObject({ is: 'intact', number });
    expect(checkSignedPdf(before, [next])).toEqual({ is: 'foreign' });
    expect(checkSignedPdf(after, [next])).toMatchObject({ is: 'intact', number });
  });

  it('that no font can print is explained, not a failure', async () => {
    const khmer = await anAgency(test.databases, { facts: { name: 'ប៉ូលីស Police' } });
    const reviewer = await aCampaignMember(test.databases, 'reviewer');
    const theirs = await aCertificate(test.databases, khmer, reviewer);
    const answer = await test.get(
      `/workspace/${khmer.agency.slug}/review/certificates/${theirs}/certificate.pdf`,
      await test.signIn(khmer.coordinator.email),
    );
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('a sign that no font here can print');
  });
});
