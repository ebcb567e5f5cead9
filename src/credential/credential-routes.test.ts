import { decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CertificateNumber } from '../certification/certificate.ts';
import { findCertificate } from '../certification/certification-actions.ts';
import {
  announceMeasure,
  answerAnnouncement,
  carryOutMeasure,
  giveBackCertificate,
  reinstateCertificate,
  type StandingAct,
} from '../certification/standing-actions.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { rotateSigningKey } from '../signing-key/signing-key-actions.ts';
import { aCertificate } from '../testing/a-certificate.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp, testSite } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { checkCredential } from './check-credential.ts';
import type { CheckedCredential } from './credential-check.ts';
import { readDidDocument } from './did-document.ts';
import { isStatusEnded } from './status-list-actions.ts';

let app: TestApp;
let first: KnownPerson;
let second: KnownPerson;
let agency: AgencyForTests;
let number: CertificateNumber;
beforeAll(async () => {
  app = await createTestApp();
  first = await aCampaignMember(app.databases, 'reviewer');
  second = await aCampaignMember(app.databases, 'administrator');
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await anAgency(app.databases);
  number = await aCertificate(app.databases, agency, first);
});

const bytesAt = async (path: string) => Buffer.from(await (await app.get(path)).arrayBuffer());
const textAt = async (path: string) => (await bytesAt(path)).toString();

/** What a stranger finds who has the file and the site's DID document, and nothing else. */
async function strangersCheck(shown: string | Uint8Array) {
  const issuer = readDidDocument(await textAt('/.well-known/did.json'));
  if (!issuer) throw new Error('The site publishes no DID document.');
  return checkCredential(shown, issuer, new Date());
}

async function intact(shown: string | Uint8Array): Promise<CheckedCredential> {
  const answer = await strangersCheck(shown);
  if (answer.is !== 'intact') throw new Error(`The credential is ${answer.is}.`);
  return answer.credential;
}

/** The bit in the published list. */
async function isEnded({ status }: CheckedCredential): Promise<boolean> {
  const list = JSON.parse(await textAt(`/credentials/status/${status.list}`));
  return (await decodeList({ encodedList: list.credentialSubject.encodedList })).getStatus(status.index);
}

function asCampaign<Result>(by: KnownPerson, work: (tx: Transaction, act: StandingAct) => Promise<Result>) {
  const act = { person: by.id, now: new Date(), siteUrl: testSite, campaign: 'The campaign' };
  return actingAs(app.databases.app, { as: 'campaign', person: by.id }, (tx) => work(tx, act));
}

async function take(measure: 'suspend' | 'revoke'): Promise<void> {
  await asCampaign(first, (tx, act) =>
    announceMeasure(tx, act, number, { measure, grounds: 'No policy.', daysToAnswer: 30 }),
  );
  await agency.as((tx) => answerAnnouncement(tx, agency.act(), number, 'We have one.'));
  const taken = await asCampaign(second, (tx, act) => carryOutMeasure(tx, act, number, 'There is none.'));
  expect(taken.ok).toBe(true);
}

describe('the credential of a certified agency', () => {
  it('is given out in four forms that a stranger finds intact', async () => {
    const approved = await agency.as((tx) => findCertificate(tx, number));
    expect(approved?.snapshotSha256).toHaveLength(64);
    for (const form of ['json', 'jwt', 'png', 'svg']) {
      const answer = await app.get(`/credentials/${number}.${form}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      const credential = await intact(new Uint8Array(await answer.arrayBuffer()));
      expect(credential).toMatchObject({
        id: `${testSite}/credentials/${number}.json`,
        issuer: { did: 'did:web:onemind.test' },
        about: {
          is: 'agency',
          number,
          agencyName: agency.agency.name,
          snapshotSha256: approved?.snapshotSha256,
        },
      });
    }
  });

  it.each(['OM-1999-000001.json', 'om-2026-000001.json', 'x.json', '.json', 'status.json'])(
    'is not at %s',
    async (file) => {
      expect((await app.get(`/credentials/${file}`)).status).toBe(404);
    },
  );

  it('is not there in other forms', async () => {
    for (const file of [`${number}`, `${number}.exe`, `${number}.json.json`, `${number}.toString`])
      expect((await app.get(`/credentials/${file}`)).status).toBe(404);
  });

  it('is issued once when many ask for it first, and stays the same bytes', async () => {
    const forms = ['json', 'jwt', 'png', 'svg', 'json', 'json', 'jwt', 'png'];
    await Promise.all(forms.map((form) => app.get(`/credentials/${number}.${form}`)));
    const rows = await asOwner<{ edition: number; json_ld: string }>(
      app.ownerUrl,
      'select edition, json_ld from agency_credential where certificate_number = $1',
      [number],
    );
    expect(rows).toHaveLength(1);
    expect(await textAt(`/credentials/${number}.json`)).toBe(rows[0]?.json_ld);
    expect(await bytesAt(`/credentials/${number}.png`)).toEqual(await bytesAt(`/credentials/${number}.png`));
  });

  it('is not sent again to who has it', async () => {
    const answer = await app.get(`/credentials/${number}.json`);
    const etag = answer.headers.get('etag') ?? '';
    const again = await app.app.request(`${testSite}/credentials/${number}.json`, {
      headers: { 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
  });

  it('stays intact after its key was retired, and what follows is signed with the new one', async () => {
    const before = await textAt(`/credentials/${number}.jwt`);
    const { key: old } = await intact(before);
    const rotated = await actingAs(app.databases.app, { as: 'system' }, (tx) =>
      rotateSigningKey(tx, 'credential', app.deps),
    );
    expect(await intact(before)).toMatchObject({ key: old });
    expect(await textAt(`/credentials/${number}.jwt`)).toBe(before);
    const other = await aCertificate(app.databases, await anAgency(app.databases), first);
    expect(await intact(await bytesAt(`/credentials/${other}.png`))).toMatchObject({ key: rotated.id });
    const did = JSON.parse(await textAt('/.well-known/did.json'));
    expect(did.assertionMethod).toEqual(
      expect.arrayContaining([`${did.id}#${old}`, `${did.id}#${rotated.id}`]),
    );
  });
});

describe('the status of a credential', () => {
  it('is ended in the same moment as a certificate is revoked, and the credential says nothing new', async () => {
    const before = await bytesAt(`/credentials/${number}.json`);
    const credential = await intact(before);
    expect(await isEnded(credential)).toBe(false);
    await take('revoke');
    expect(await isEnded(credential)).toBe(true);
    expect(await bytesAt(`/credentials/${number}.json`)).toEqual(before);
    const ended = await actingAs(app.databases.app, { as: 'public' }, (tx) =>
      isStatusEnded(tx, credential.status),
    );
    expect(ended).toBe(true);
  });

  it('keeps its badge for a certificate that counts: else a page says why there is none', async () => {
    expect((await app.get(`/credentials/${number}.png`)).status).toBe(200);
    await take('suspend');
    for (const form of ['png', 'svg']) {
      const answer = await app.get(`/credentials/${number}.${form}`);
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('This certificate has been suspended since');
    }
    expect((await app.get(`/credentials/${number}.json`)).status).toBe(200);
    await asCampaign(second, (tx, act) => reinstateCertificate(tx, act, number, 'There is one.'));
    expect((await app.get(`/credentials/${number}.png`)).status).toBe(200);
    await take('revoke');
    expect((await app.get(`/credentials/${number}.svg`)).status).toBe(410);
  });

  it('stays ended when a suspension is lifted; then a new credential of the same id begins later', async () => {
    const suspended = await intact(await textAt(`/credentials/${number}.json`));
    await take('suspend');
    expect(await isEnded(suspended)).toBe(true);
    await asCampaign(second, (tx, act) => reinstateCertificate(tx, act, number, 'There is one.'));
    const renewed = await intact(await textAt(`/credentials/${number}.json`));
    expect(renewed.id).toBe(suspended.id);
    expect(renewed.validFrom > suspended.validFrom).toBe(true);
    expect(await isEnded(renewed)).toBe(false);
    expect(await isEnded(suspended)).toBe(true);
  });

  it('is ended when the agency gives its certificate back, and none is issued after that', async () => {
    const given = await agency.as((tx) => giveBackCertificate(tx, agency.act(), number, 'We merge.'));
    expect(given.ok).toBe(true);
    expect((await app.get(`/credentials/${number}.json`)).status).toBe(404);
  });

  it('lies in a list of 131,072 places at a place drawn by lot, which a stranger may keep until it changes', async () => {
    const places = new Set<number>();
    for (let count = 0; count < 3; count += 1) {
      const other = await aCertificate(app.databases, await anAgency(app.databases), first);
      const { status } = await intact(await textAt(`/credentials/${other}.json`));
      places.add(status.index);
    }
    expect(places.size).toBe(3);
    expect(Math.max(...places)).toBeGreaterThan(3);
    const { status } = await intact(await textAt(`/credentials/${number}.json`));
    const path = `/credentials/status/${status.list}`;
    const answer = await app.get(path);
    const { credentialSubject } = JSON.parse(await answer.text());
    const list = await decodeList({ encodedList: credentialSubject.encodedList });
    expect(() => list.getStatus(131_071)).not.toThrow();
    const headers = { 'if-none-match': answer.headers.get('etag') ?? '' };
    expect((await app.app.request(testSite + path, { headers })).status).toBe(304);
    await take('revoke');
    expect((await app.app.request(testSite + path, { headers })).status).toBe(200);
  });

  it.each(['0', '99999', '-1', '1e3', 'x', '1%2F2'])('is not in a list of the number %s', async (list) => {
    expect((await app.get(`/credentials/status/${list}`)).status).toBe(404);
  });
});

describe('the walls around credentials', () => {
  const system = { as: 'system' } as const;

  it('let nobody but the program issue one or end one, and nobody take an ending back', async () => {
    const { status } = await intact(await textAt(`/credentials/${number}.json`));
    const end = (tx: Transaction) =>
      tx
        .updateTable('credential_status')
        .set({ ended_at: new Date() })
        .where('list', '=', status.list)
        .where('place', '=', status.index)
        .executeTakeFirst();
    for (const acting of [
      { as: 'public' } as const,
      { as: 'campaign', person: first.id } as const,
      { as: 'agency', agency: agency.agency.id, person: agency.coordinator.id } as const,
    ]) {
      const { numUpdatedRows } = await actingAs(app.databases.app, acting, end);
      expect(numUpdatedRows).toBe(0n);
    }
    await actingAs(app.databases.app, system, end);
    await expect(actingAs(app.databases.app, system, end)).rejects.toThrow('stays ended');
  });
});
