import { createHash, generateKeyPairSync } from 'node:crypto';
import { ContentInfo, SignedData } from 'pkijs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDocumentMaker } from '../documents/document-maker.ts';
import { aDocumentKey } from '../testing/a-document-key.ts';
import { certificateFacts, letterFacts } from '../testing/document-facts.ts';
import { readPdf, rolesOf } from '../testing/read-pdf.ts';
import { NotPlainPdf } from './plain-pdf.ts';
import { type DocumentSigner, type SignatureFacts, signPdf } from './sign-pdf.ts';

const maker = createDocumentMaker();
const facts: SignatureFacts = {
  document: { kind: 'certificate', number: 'OM-2026-000123' },
  signer: 'Campaña (Elm)',
  reason: 'Certificate OM-2026-000123',
  signedAt: new Date('2026-11-20T10:20:30Z'),
};

let unsigned: Uint8Array;
let signer: DocumentSigner;
let signed: Buffer;
let asGiven: Uint8Array;
beforeAll(async () => {
  unsigned = await maker.certificate(certificateFacts());
  ({ signer } = await aDocumentKey());
  asGiven = signPdf(unsigned, signer, facts);
  signed = Buffer.from(asGiven);
});

describe('a signed document', () => {
  it('begins with the unsigned one, byte for byte', () => {
    expect(signed.subarray(0, unsigned.length).equals(unsigned)).toBe(true);
  });

  it('says what it said before, and keeps its tags', async () => {
    const before = await readPdf(unsigned);
    expect(await readPdf(asGiven)).toEqual(before);
    expect(rolesOf(before.tags)).toContain('H1');
    expect(before.uaPart).toBe('1');
  });

  it('holds a hidden field that PDF/UA lets stand outside the tags, and allows no change after it', () => {
    const update = signed.toString('latin1', unsigned.length);
    expect(update).toMatch(/\/Subtype \/Widget\n\/FT \/Sig\n[^>]*\/TU \(Digital signature\)[^>]*\/F 2\n/);
    expect(update).toContain('/TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1');
    expect(update).toMatch(/\/Perms << \/DocMDP \d+ 0 R >>/);
    expect(update).toContain('/SubFilter /ETSI.CAdES.detached');
    expect(update).toContain('/M (D:20261120102030Z)');
    expect(update).toContain(
      `/Name <${Buffer.from('\ufeffCampaña (Elm)', 'utf16le').swap16().toString('hex')}>`,
    );
  });

  it('has a signature over all but itself, which an independent library finds valid', async () => {
    const { gapFrom, gapTo, end } = rangeOf(signed);
    expect(end).toBe(signed.length);
    expect(signed.toString('latin1', gapFrom, gapTo)).toMatch(/^<[0-9a-f]+>$/);
    const covered = Buffer.concat([signed.subarray(0, gapFrom), signed.subarray(gapTo)]);
    const cms = cmsOf(signed);
    const data = new Uint8Array(covered).buffer;
    expect(await cms.verify({ signer: 0, data, checkChain: false })).toBe(true);
    covered[100] = (covered[100] ?? 0) ^ 1;
    await expect(
      cms.verify({ signer: 0, data: new Uint8Array(covered).buffer, checkChain: false }),
    ).rejects.toThrow("Message digest doesn't match");
  });

  it('signs its certificate along, and no time beside the one in the PDF, as PAdES asks', () => {
    const [info] = cmsOf(signed).signerInfos;
    const attributes = info?.signedAttrs?.attributes ?? [];
    expect(attributes.map(({ type }) => type).sort()).toEqual([
      '1.2.840.113549.1.9.16.2.47',
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
    ]);
    const [certificate] = signer.certificates;
    const hash = createHash('sha256')
      .update(certificate ?? '')
      .digest();
    const named = attributes.find(({ type }) => type.endsWith('.47'));
    expect(named && Buffer.from(named.toSchema().toBER()).includes(hash)).toBe(true);
  });

  it('may be a letter of several pages, and be signed with an RSA key and a chain', async () => {
    const address = Array.from({ length: 60 }, (_, place) => `Line ${place}`);
    const letter = await maker.letter(letterFacts({ addressLines: address }));
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const other = await aDocumentKey('Elm Root');
    const certificates = [...signer.certificates, ...other.signer.certificates];
    const given = signPdf(letter, { privateKey, certificates }, facts);
    const file = Buffer.from(given);
    expect((await readPdf(given)).pages).toBeGreaterThan(1);
    expect(cmsOf(file).certificates).toHaveLength(2);
    expect(cmsOf(file).signerInfos[0]?.signatureAlgorithm.algorithmId).toBe('1.2.840.113549.1.1.11');
  });

  it('is not signed a second time', () => {
    expect(() => signPdf(signed, signer, facts)).toThrow(NotPlainPdf);
  });
});

function rangeOf(file: Buffer) {
  const [, gapFrom, gapTo, rest] = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(file.toString('latin1')) ?? [];
  return { gapFrom: Number(gapFrom), gapTo: Number(gapTo), end: Number(gapTo) + Number(rest) };
}

function cmsOf(file: Buffer): SignedData {
  const { gapFrom, gapTo } = rangeOf(file);
  const hex = file.toString('latin1', gapFrom + 1, gapTo - 1);
  const content = ContentInfo.fromBER(new Uint8Array(Buffer.from(hex, 'hex')));
  return new SignedData({ schema: content.content });
}
