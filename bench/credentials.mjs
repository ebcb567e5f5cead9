import { generateKeyPairSync, randomInt, sign, verify } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as library from '@digitalbazaar/vc';
import { compactVerify } from 'jose';
import { currentRules } from '../dist/campaign-rules/campaign-rules.js';
import { agencyCredential } from '../dist/credential/agency-credential.js';
import { bundledContexts } from '../dist/credential/bundled-contexts.js';
import { checkCredential } from '../dist/credential/check-credential.js';
import { didDocument } from '../dist/credential/did-web.js';
import { signCredential } from '../dist/credential/signed-credential.js';
import { statusListNow } from '../dist/credential/status-list-actions.js';
import { actingAs } from '../dist/database/acting.js';
import { withOwner, withProgram } from './database.mjs';
import { comparison, median, peakMegabytes, timed } from './measuring.mjs';

const siteUrl = 'https://onemind.example';
const did = 'did:web:onemind.example';
const issuer = { siteUrl, name: 'The Association' };
const many = 100;
const entries = 100_000;

/** Issuing and checking against the library's own smallest call, and a status list against gzip of the same bits. */
export async function measureCredentials(task) {
  const results = [
    ...(await measureSigning(newKey(), task.size.rounds)),
    ...(await withProgram(task, (program) =>
      withOwner(task.databaseUrl, (owner) => measureList(program, owner, task.size.rounds)),
    )),
  ];
  return results.map((result) => ({ ...result, peakMegabytes: peakMegabytes() }));
}

async function measureSigning(key, rounds) {
  const trusted = { did, keys: [key] };
  const now = new Date();
  const signed = await signCredential(documentOf(0), siteUrl, key, now);
  const loader = loaderOf(key);
  const credential = JSON.parse(signed.json);
  const compare = (name, against, ours, bare) => measurePair({ name, against, rounds }, ours, bare);
  return [
    await compare(
      'credential issued in both forms',
      'the library, in one form',
      (place) => signCredential(documentOf(place), siteUrl, key, now),
      (place) =>
        library.issue({ credential: documentOf(place), suite: suiteOf(key), documentLoader: loader, now }),
    ),
    await compare(
      'credential issued in both forms',
      'two bare signatures',
      (place) => signCredential(documentOf(place), siteUrl, key, now),
      (place) => [0, 1].map(() => sign(null, Buffer.from(`${place} ${signed.json}`), key.privateKey)),
    ),
    await compare(
      'JSON-LD checked',
      'the library',
      () => checkCredential(signed.json, trusted, now),
      () =>
        library.verifyCredential({
          credential,
          suite: suiteOf(),
          documentLoader: loader,
          checkStatus: good,
          now,
        }),
    ),
    await compare(
      'VC-JWT checked',
      'jose',
      () => checkCredential(signed.jwt, trusted, now),
      () => compactVerify(signed.jwt, key.publicKeyObject),
    ),
    await compare(
      'VC-JWT checked',
      'one bare verification',
      () => checkCredential(signed.jwt, trusted, now),
      () => verify(null, Buffer.from(signed.jwt), key.publicKeyObject, Buffer.alloc(64)),
    ),
  ];
}

/** Milliseconds a piece, in turns, so that a busy moment of the machine meets both. */
async function measurePair({ name, against, rounds }, ours, bare) {
  const all = { ours: [], bare: [] };
  for (let round = -1; round < rounds; round++) {
    for (const [side, work] of Object.entries({ ours, bare })) {
      const { milliseconds } = await timed(async () => {
        for (let place = 0; place < many; place++) await work(place);
      });
      // The first turn warms both up.
      if (round >= 0) all[side].push(milliseconds / many);
    }
  }
  const line = comparison(name, all.ours, all.bare, { against });
  return { ...line, name: `${name} (${Math.round(1000 / median(all.ours)).toLocaleString('en-US')}/s)` };
}

async function measureList(program, owner, rounds) {
  const ask = () => actingAs(program.db.app, { as: 'public' }, (tx) => statusListNow(tx, 1, program));
  await owner.query('insert into credential_status_list default values');
  await ask();
  const bits = await fillList(owner);
  const built = [];
  const zipped = [];
  const served = [];
  for (let round = 0; round < rounds; round++) {
    await owner.query('update credential_status_list set version = version + 1');
    built.push((await timed(ask)).milliseconds);
    zipped.push((await timed(() => gzipSync(bits))).milliseconds);
    served.push((await timed(() => Promise.all(Array.from({ length: 100 }, ask)))).milliseconds / 100);
  }
  const ended = entries.toLocaleString('en-US');
  return [
    comparison(`status list of ${ended} ended, read, packed and signed`, built, zipped, {
      against: 'gzip of its bits',
    }),
    comparison('the same list asked for again', served, zipped, { against: 'gzip of its bits' }),
  ];
}

/** Ends a hundred thousand places drawn by lot; answers the bits they make. */
async function fillList(owner) {
  const places = new Set();
  while (places.size < entries) places.add(randomInt(131_072));
  await owner.query(
    'insert into credential_status (list, place, ended_at) select 1, unnest($1::int[]), now()',
    [[...places]],
  );
  const bits = Buffer.alloc(131_072 / 8);
  for (const place of places) bits[place >> 3] |= 0x80 >> (place & 7);
  return bits;
}

function newKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  return { id: 'credential-bench', publicKey: spki, privateKey, publicKeyObject: publicKey };
}

function suiteOf(key) {
  const signer = key && {
    id: `${did}#${key.id}`,
    algorithm: 'Ed25519',
    sign: async ({ data }) => new Uint8Array(sign(null, data, key.privateKey)),
  };
  return new DataIntegrityProof({ cryptosuite, ...(signer ? { signer } : {}) });
}

function loaderOf(key) {
  const published = didDocument(did, siteUrl, [key]);
  const [method] = published.verificationMethod;
  const documents = {
    [did]: published,
    [method.id]: { '@context': 'https://w3id.org/security/multikey/v1', ...method },
  };
  return async (url) =>
    documents[url] ? { contextUrl: null, documentUrl: url, document: documents[url] } : bundledContexts(url);
}

async function good() {
  return { verified: true };
}

function documentOf(place) {
  const agency = {
    number: `OM-2026-${String(place).padStart(6, '0')}`,
    name: `Elm Fork ${place} Police Department`,
    place: 'Elm Fork, Texas',
    slug: `elm-fork-${place}`,
    certifiedOn: '2026-03-05',
    validUntil: undefined,
    rules: currentRules,
    campaignName: 'One Mind Campaign',
    snapshotSha256: place.toString(16).padStart(64, '0'),
  };
  const issuance = { issuedAt: new Date('2026-03-05T00:00:00Z'), status: { list: 1, index: place } };
  return structuredClone(agencyCredential(issuer, agency, issuance));
}
