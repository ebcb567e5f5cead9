import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CertificateNumber } from '../certification/certificate.ts';
import { giveBackCertificate } from '../certification/standing-actions.ts';
import { actingAs } from '../database/acting.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { checkSignedPdf } from '../pdf-signature/check-signed-pdf.ts';
import { publicKeys } from '../signing-key/signing-key-actions.ts';
import { aCertificate } from '../testing/a-certificate.ts';
import { aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { readZip } from '../testing/read-zip.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { removeOldBatchFiles } from './batch-removal-actions.ts';
import { type CertificateBatchId, downloadKind, madeIn, partSizes, partsOf } from './certificate-batch.ts';
import { findBatch, insertBatch, insertPart, listParts } from './certificate-batch-store.ts';

let test: TestApp;
let reviewer: KnownPerson;
let cookie: string;
const numbers: CertificateNumber[] = [];

beforeAll(async () => {
  test = await createTestApp();
  reviewer = await aCampaignMember(test.databases, 'reviewer');
  cookie = await test.signIn(reviewer.email);
  for (const name of ['Ash Creek Police', 'Birch Bay Police', 'Cedar Run Police']) {
    const region = name.startsWith('Birch') ? 'WA' : 'TX';
    const made = await anAgency(test.databases, { facts: { name, region } });
    numbers.push(await aCertificate(test.databases, made, reviewer));
  }
});
afterAll(() => test.close());

const list = '/campaign/certificates';
const page = async (path: string) => (await test.get(path, cookie)).text();

/** Asks for a batch and waits until it is made; answers its address. */
async function aBatch(fields: Record<string, string | string[]>): Promise<string> {
  const answer = await test.post(`${list}/batches`, fields, cookie);
  expect(answer.status).toBe(303);
  const address = answer.headers.get('location') ?? '';
  await expect.poll(() => page(address), { timeout: 20_000 }).toContain('The certificates are ready');
  return address;
}

async function fileOf(address: string): Promise<Buffer> {
  const answer = await test.get(`${address}/file`, cookie);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

describe('the list of certificates', () => {
  it('finds them by name, number, state and day', async () => {
    const [ash = '', birch = ''] = numbers;
    expect(await page(list)).toContain('3 certificates');
    const bySearch = await page(`${list}?search=birch`);
    expect(bySearch).toContain(birch);
    expect(bySearch).not.toContain(ash);
    expect(await page(`${list}?search=${birch}`)).toContain('1 certificate');
    expect(await page(`${list}?region=TX`)).toContain('2 certificates');
    expect(await page(`${list}?until=2001-01-01`)).toContain('No certificate matches');
    expect(await page(`${list}?standing=ended`)).toContain('No certificate matches');
  });

  it('is ordered as asked', async () => {
    const text = await page(`${list}?sort=agency&direction=descending`);
    const [ash, birch, cedar] = ['Ash Creek', 'Birch Bay', 'Cedar Run'].map((name) => text.indexOf(name));
    expect(cedar).toBeLessThan(Number(birch));
    expect(birch).toBeLessThan(Number(ash));
  });
});

describe('many certificates at once', () => {
  it('come as a ZIP file of PDFs, each signed with the published key and of its own number', async () => {
    const files = readZip(await fileOf(await aBatch({ form: 'zip', size: 'letter', standing: 'valid' })));
    expect([...files.keys()]).toEqual(numbers.map((number) => `${number}.pdf`));
    const keys = await actingAs(test.databases.app, { as: 'public' }, (tx) => publicKeys(tx, 'document'));
    const certificates = keys.map(({ certificatePem }) => certificatePem);
    for (const number of numbers) {
      const pdf = files.get(`${number}.pdf`) ?? Buffer.alloc(0);
      expect(checkSignedPdf(pdf, certificates)).toMatchObject({
        is: 'intact',
        number,
        document: 'certificate',
      });
    }
  });

  it('come as one PDF to print, in wall size, of those that were picked', async () => {
    const picked = numbers.slice(1);
    const file = await fileOf(await aBatch({ form: 'pdf', size: 'wall', number: picked }));
    const found = await readPdf(new Uint8Array(file));
    expect(found).toMatchObject({ pages: 2, size: [1224, 792], uaPart: '1' });
    for (const number of picked) expect(found.text).toContain(number);
  });

  it.each([
    ['nothing that matches', { form: 'zip', size: 'letter', search: 'no such agency' }],
    ['a number that was never issued', { form: 'zip', size: 'letter', number: 'OM-1999-000001' }],
  ])('are refused for %s', async (_what, fields) => {
    const answer = await test.post(`${list}/batches`, fields, cookie);
    expect(answer.status).toBe(422);
  });

  it('are made on from where a process ended, without making again what was made', async () => {
    const [number = ''] = numbers;
    const before = await aBatch({ form: 'zip', size: 'letter', number });
    const asSystem = { as: 'system' } as const;
    const id = (address: string) => address.split('/').at(-1) as CertificateBatchId;
    const broken = await actingAs(test.databases.app, { as: 'campaign', person: reviewer.id }, async (tx) => {
      const batch = await findBatch(tx, id(before));
      if (!batch) throw new Error('There is no batch.');
      return { ...batch, id: await insertBatch(tx, batch, reviewer.id) };
    });
    const address = `${list}/batches/${broken.id}`;
    expect(await page(address)).toContain('The work stopped before it was done');
    await actingAs(test.databases.app, asSystem, async (tx) => {
      const [part] = await listParts(tx, id(before));
      if (part) await insertPart(tx, broken.id, 0, part);
    });
    await test.post(`${address}/again`, {}, cookie);
    await expect.poll(() => page(address), { timeout: 20_000 }).toContain('are ready');
    // A signature is never made twice the same: equal bytes are bytes that were kept.
    expect(readZip(await fileOf(address))).toEqual(readZip(await fileOf(before)));
  });

  it('are the campaign’s: nobody else finds a batch', async () => {
    const before = await aBatch({ form: 'zip', size: 'letter', number: numbers[0] ?? '' });
    const id = before.split('/').at(-1) as CertificateBatchId;
    const found = await actingAs(test.databases.app, { as: 'public' }, (tx) => findBatch(tx, id));
    expect(found).toBeUndefined();
  });

  it('are made for reviewers and administrators only', async () => {
    const { email } = await aCampaignMember(test.databases, 'editor');
    for (const other of [await test.signIn(email), undefined]) {
      const answer = await test.get(list, other);
      expect([303, 403]).toContain(answer.status);
      const asked = await test.post(`${list}/batches`, { form: 'zip' }, other);
      expect(asked.headers.get('location') ?? '').not.toContain('/batches/');
    }
  });

  it('are parted so that a process that ends loses little, and tell how many are made after each part', () => {
    const many = Array.from({ length: 60 }, (_, place) => `OM-2026-${place}` as CertificateNumber);
    const sizes = (form: 'zip' | 'pdf') => partsOf({ form, numbers: many }).map(({ length }) => length);
    expect(sizes('zip')).toEqual([partSizes.zip, partSizes.zip, 10]);
    expect(sizes('pdf')).toEqual([partSizes.pdf, 10]);
    expect([0, 1, 2].map((parts) => madeIn({ form: 'pdf', numbers: many }, parts))).toEqual([0, 50, 60]);
  });

  it('to print come as one PDF while they fit into one, and as several in a ZIP file above', () => {
    const many = Array.from(
      { length: partSizes.pdf + 1 },
      (_, place) => `OM-2026-${place}` as CertificateNumber,
    );
    expect(downloadKind({ form: 'pdf', numbers: many.slice(1) })).toBe('pdf');
    expect(downloadKind({ form: 'pdf', numbers: many })).toBe('zip');
    expect(downloadKind({ form: 'zip', numbers: many.slice(1, 2) })).toBe('zip');
  });

  it('to print go on after the file that an earlier process made, and say what is signed', async () => {
    const [number] = numbers;
    if (!number) throw new Error('There is no certificate.');
    const [first, many] = [await aBatch({ form: 'pdf', size: 'letter', number }), partSizes.pdf + 2];
    const id = first.split('/').at(-1) as CertificateBatchId;
    const asCampaign = { as: 'campaign', person: reviewer.id } as const;
    const next = await actingAs(test.databases.app, asCampaign, async (tx) => {
      const batch = await findBatch(tx, id);
      if (!batch) throw new Error('There is no batch.');
      return insertBatch(tx, { ...batch, numbers: Array.from({ length: many }, () => number) }, reviewer.id);
    });
    await actingAs(test.databases.app, { as: 'system' }, async (tx) => {
      const [part] = await listParts(tx, id);
      if (part) await insertPart(tx, next, 0, part);
    });
    const address = `${list}/batches/${next}`;
    await test.post(`${address}/again`, {}, cookie);
    await expect.poll(() => page(address), { timeout: 20_000 }).toContain('are ready');
    expect(await page(address)).toContain('These pages are for printing. They are not signed.');
    const files = readZip(await fileOf(address));
    expect([...files.keys()]).toEqual(['certificates-01-to-50.pdf', 'certificates-51-to-52.pdf']);
    // What was there already was kept: it has one page, where fifty would have been made.
    const pages = await Promise.all(
      [...files.values()].map(async (file) => (await readPdf(new Uint8Array(file))).pages),
    );
    expect(pages).toEqual([1, 2]);
  });
});

describe('the files of batches', () => {
  const daysLater = (days: number) => ({ ...test.deps, now: () => new Date(Date.now() + days * 86_400_000) });
  const partOf = async (address: string) => {
    const id = address.split('/').at(-1) as CertificateBatchId;
    const parts = await actingAs(test.databases.app, { as: 'system' }, (tx) => listParts(tx, id));
    return parts[0]?.sha256 ?? '';
  };

  it('are kept for the days that the page says, and removed then; who asked for what stays', async () => {
    const address = await aBatch({ form: 'zip', size: 'letter', number: numbers });
    const sha256 = await partOf(address);
    await removeOldBatchFiles(daysLater(29));
    expect(await test.deps.files.has(sha256)).toBe(true);
    expect(await page(address)).toContain('Then the file is removed.');
    expect(await removeOldBatchFiles(daysLater(31))).toBeGreaterThanOrEqual(1);
    expect(await test.deps.files.has(sha256)).toBe(false);
    const after = await page(address);
    expect(after).toContain('The files were removed on');
    expect(after).toContain('You asked for 3 certificates.');
    expect(after).toContain(reviewer.name);
    expect((await test.get(`${address}/file`, cookie)).status).toBe(404);
  });

  it('that were removed are made again as a batch of its own', async () => {
    const address = await aBatch({ form: 'zip', size: 'letter', number: numbers.slice(0, 2) });
    await removeOldBatchFiles(daysLater(31));
    const answer = await test.post(`${address}/again`, {}, cookie);
    const anew = answer.headers.get('location') ?? '';
    expect(anew).not.toBe(address);
    await expect.poll(() => page(anew), { timeout: 20_000 }).toContain('are ready');
    expect([...readZip(await fileOf(anew)).keys()]).toEqual(
      numbers.slice(0, 2).map((number) => `${number}.pdf`),
    );
  });

  it('of one batch stay when an older one with the same bytes goes', async () => {
    const asked = { form: 'pdf', size: 'letter', number: numbers.slice(0, 1) };
    const [older, newer] = [await aBatch(asked), await aBatch(asked)];
    expect(await partOf(newer)).toBe(await partOf(older));
    await asOwner(
      test.ownerUrl,
      `update certificate_batch_part set made_at = made_at - interval '31 days' where batch_id = $1`,
      [older.split('/').at(-1) ?? ''],
    );
    await removeOldBatchFiles(test.deps);
    expect((await test.get(`${older}/file`, cookie)).status).toBe(404);
    expect((await fileOf(newer)).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('certificates that do not count', () => {
  it('are left out of a batch of all, which says so before, and are made when they are picked', async () => {
    const made = await anAgency(test.databases, { facts: { name: 'Dogwood Police' } });
    const given = await aCertificate(test.databases, made, reviewer);
    await made.as((tx) => giveBackCertificate(tx, made.act(), given, 'We merge with the county.'));
    const all = await page(`${list}?standing=all`);
    expect(all).toContain('4 certificates');
    expect(all).toContain('1 of them does not count today');
    expect(all).toContain('you get the 3 that count today');
    expect(await page(`${list}?standing=ended`)).toContain('None of these certificates counts today');
    expect(await page(list)).not.toContain('count today');
    const ofAll = await fileOf(await aBatch({ form: 'zip', size: 'letter', standing: 'all' }));
    expect([...readZip(ofAll).keys()]).toEqual(numbers.map((number) => `${number}.pdf`));
    const picked = await fileOf(
      await aBatch({ form: 'zip', size: 'letter', standing: 'all', number: given }),
    );
    expect([...readZip(picked).keys()]).toEqual([`${given}.pdf`]);
  });

  it('since a batch was made are named on its page', async () => {
    const made = await anAgency(test.databases, { facts: { name: 'Rowan Police' } });
    const given = await aCertificate(test.databases, made, reviewer);
    const address = await aBatch({ form: 'zip', size: 'letter', number: [given, numbers[0] ?? ''] });
    expect(await page(address)).not.toContain('Do not hand these out');
    await made.as((tx) => giveBackCertificate(tx, made.act(), given, 'We merge with the county.'));
    expect(await page(address)).toContain(`Do not hand these out: ${given}. This certificate does not count`);
  });
});
