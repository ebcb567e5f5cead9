import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificateFacts } from '../certification/certificate.ts';
import { findCertificate } from '../certification/certification-actions.ts';
import { runVerify } from '../command-line/verify-command.ts';
import { actingAs } from '../database/acting.ts';
import { signedCertificate } from '../documents/signed-documents.ts';
import { aCertificate } from '../testing/a-certificate.ts';
import { aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp } from '../testing/test-app.ts';

let folder: string;
let agencyName: string;
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onemind-verify-'));
  const app = await createTestApp();
  const agency = await anAgency(app.databases);
  agencyName = agency.agency.name;
  const number = await aCertificate(app.databases, agency, await aCampaignMember(app.databases, 'reviewer'));
  const save = async (name: string, address: string) =>
    writeFile(path(name), new Uint8Array(await (await app.get(address)).arrayBuffer()));
  const certificate = await actingAs(app.databases.app, { as: 'public' }, (tx) =>
    findCertificate(tx, number),
  );
  if (!certificate) throw new Error('There is a certificate.');
  await writeFile(
    path('certificate.pdf'),
    await signedCertificate(app.deps, certificateFacts(certificate, app.deps.config.siteUrl)),
  );
  await save('badge.png', `/credentials/${number}.png`);
  await save('credential.json', `/credentials/${number}.json`);
  await save('live-badge.svg', `/badge/${agency.agency.slug}.svg`);
  await save('did.json', '/.well-known/did.json');
  await save('certificates.pem', '/.well-known/onemind-certificates.pem');
  await app.close();
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...argv: readonly string[]) {
  let text = '';
  const write = (part: string) => {
    text += part;
  };
  return { code: await runVerify(argv, { out: write, err: write }), text };
}

const keys = () => ['--issuer', path('did.json'), '--issuer', path('certificates.pem')];

describe('checking a file without the site', () => {
  it.each(['certificate.pdf', 'badge.png', 'credential.json'])('finds %s intact', async (name) => {
    const { code, text } = await run(path(name), ...keys());
    expect(code).toBe(0);
    expect(text).toContain('Intact');
    expect(text).toMatch(/OM-\d{4}-\d{6}/);
  });

  it('names the agency, and says what only the site knows', async () => {
    const { text } = await run(path('credential.json'), ...keys());
    expect(text).toContain(agencyName);
    expect(text).toContain('only the issuer’s site can say');
  });

  it('answers for machines with the same', async () => {
    const { code, text } = await run(path('badge.png'), ...keys(), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({ isIntact: true, is: 'intact', form: 'png' });
  });

  it('finds a changed one altered, and one of keys it was not given foreign', async () => {
    const json = JSON.parse(await readFile(path('credential.json'), 'utf8'));
    json.credentialSubject.name = 'Another Police Department';
    await writeFile(path('changed.json'), JSON.stringify(json));
    expect(await run(path('changed.json'), ...keys())).toMatchObject({
      code: 1,
      text: expect.stringContaining('Altered'),
    });
    const stranger = await run(path('certificate.pdf'), '--issuer', path('did.json'));
    expect(stranger.code).toBe(1);
    expect(stranger.text).toContain('Not signed by this issuer');
  });

  it('says of the badge that websites show that it holds no credential, and what to do', async () => {
    const { code, text } = await run(path('live-badge.svg'), ...keys());
    expect(code).toBe(2);
    expect(text).toContain('This picture holds no credential.');
    expect(text).toContain('Type the certificate’s number instead.');
    const machines = await run(path('live-badge.svg'), ...keys(), '--json');
    expect(JSON.parse(machines.text)).toMatchObject({ is: 'unreadable', because: 'nothing-baked' });
  });

  it('says in words, never in a code, what is wrong with a credential in which bits were turned', async () => {
    const json = await readFile(path('credential.json'), 'utf8');
    await writeFile(path('twice.json'), json.replace('{', '{"id":"a","id":"b",'));
    expect(await run(path('twice.json'), ...keys())).toMatchObject({
      code: 2,
      text: expect.stringContaining('The same name stands twice in its text'),
    });
    for (let at = 0; at < json.length; at += 53) {
      const turned = Buffer.from(json);
      turned[at] = (turned[at] ?? 0) ^ 1;
      await writeFile(path('turned.json'), turned);
      const { text } = await run(path('turned.json'), ...keys());
      expect(text.split('\n')[0], text).not.toMatch(/\([a-z-]+\)|[a-z]-(twice|credential|complex|large)/);
    }
  });

  it('says what to do about files that are no use', async () => {
    expect(await run(path('none.pdf'), ...keys())).toMatchObject({
      code: 2,
      text: expect.stringContaining('no file'),
    });
    expect(await run(path('badge.png'), '--issuer', path('badge.png'))).toMatchObject({
      code: 2,
      text: expect.stringContaining('did.json'),
    });
    await expect(run(path('badge.png'))).rejects.toThrow('--issuer');
  });
});
