import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createDocumentMaker } from '../documents/document-maker.ts';
import { certificatesIn } from '../signing-key/certificate-pem.ts';
import { pkcs12Identity } from '../signing-key/pkcs12-identity.ts';
import { aDocumentKey } from '../testing/a-document-key.ts';
import { certificateFacts, letterFacts } from '../testing/document-facts.ts';
import { signingFilePassword, signingFiles } from '../testing/signing-files.ts';
import { checkSignedPdf } from './check-signed-pdf.ts';
import { type SignatureFacts, signPdf } from './sign-pdf.ts';

const maker = createDocumentMaker();
const facts: SignatureFacts = {
  document: { kind: 'certificate', number: 'OM-2026-000123' },
  signer: 'Elm Campaign',
  reason: 'Certificate OM-2026-000123',
  signedAt: new Date('2026-11-20T10:20:30Z'),
};

type Key = Awaited<ReturnType<typeof aDocumentKey>>;
let unsigned: Uint8Array;
let other: Uint8Array;
let ours: Key;
let theirs: Key;
let signed: Buffer;
beforeAll(async () => {
  unsigned = await maker.certificate(certificateFacts());
  other = await maker.certificate(certificateFacts({ agencyName: 'Lake Meridian Police' }));
  ours = await aDocumentKey();
  theirs = await aDocumentKey();
  signed = Buffer.from(signPdf(unsigned, ours.signer, facts));
});

const check = (file: Uint8Array) => checkSignedPdf(file, [ours.certificate]).is;
const text = (file: Uint8Array) => Buffer.from(file).toString('latin1');
const bytes = (latin1: string) => Buffer.from(latin1, 'latin1');

describe('a PDF that somebody hands in', () => {
  it('is intact as it was signed, and says which certificate it is', () => {
    expect(checkSignedPdf(signed, [theirs.certificate, ours.certificate])).toEqual({
      is: 'intact',
      signedBy: 'Elm Campaign',
      signedAt: facts.signedAt,
      document: 'certificate',
      number: 'OM-2026-000123',
    });
  });

  it('stays intact under a template that says nothing of numbers, and as a letter', async () => {
    const letter = await maker.letter(letterFacts());
    const saying = { ...facts, document: { kind: 'letter', number: 'OM-2031-000009' } };
    const checked = checkSignedPdf(signPdf(letter, ours.signer, saying), [ours.certificate]);
    expect(checked).toMatchObject({ is: 'intact', document: 'letter', number: 'OM-2031-000009' });
  });

  it('is intact by a text that holds many certificates, some of them with their chains', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'onemind-check-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'signer.p12');
    await writeFile(path, Buffer.from(signingFiles.modern, 'base64'));
    const { privateKey, certificatePem } = await pkcs12Identity({ path, password: signingFilePassword });
    const chained = signPdf(unsigned, { privateKey, certificates: certificatesIn(certificatePem) }, facts);
    const bundle = [`${theirs.certificate}${certificatePem}${ours.certificate}`];
    expect(checkSignedPdf(chained, bundle)).toMatchObject({ is: 'intact', signedBy: 'Elm Signer' });
    expect(checkSignedPdf(signed, bundle)).toMatchObject({ is: 'intact', signedBy: 'Elm Campaign' });
    expect(checkSignedPdf(chained, [ours.certificate])).toEqual({ is: 'foreign' });
  });

  it.each([
    '/ByteRange [0 1 2 3]',
    '/ByteRange [0 1 2 3] /Contents <3030>',
    '/ByteRange [0 1 2 3] '.repeat(12).trim(),
    '/Type /Sig /ByteRange [0 1 2 3] startxref 0 %%EOF',
  ])('is intact whatever the agency is called, be it %s', async (agencyName) => {
    const made = await maker.certificate(certificateFacts({ agencyName }));
    expect(check(made)).not.toBe('altered');
    const named = Buffer.from(signPdf(made, ours.signer, { ...facts, signer: agencyName }));
    expect(check(named)).toBe('intact');
    named.writeUInt8(named.readUInt8(20_000) ^ 1, 20_000);
    expect(check(named)).toBe('altered');
  });

  it('is foreign when another key signed it, whatever name its certificate bears', () => {
    expect(check(signPdf(unsigned, theirs.signer, facts))).toBe('foreign');
    expect(checkSignedPdf(signed, [])).toEqual({ is: 'foreign' });
  });

  it('is unsigned as the typesetter makes it, and when its signature is cut off', () => {
    expect(check(unsigned)).toBe('unsigned');
    expect(check(signed.subarray(0, unsigned.length))).toBe('unsigned');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('OM-2026-000123')],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['twenty megabytes', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20_000_000, 0x20)])],
  ])('that is %s is unreadable', (_what, file) => {
    expect(check(file)).toBe('unreadable');
  });

  it('shows the change of any one byte; no byte is without meaning, not even the zeros after the signature', () => {
    const flipped = Buffer.from(signed);
    for (let place = 0; place < flipped.length; place += 31) {
      const was = flipped.readUInt8(place);
      flipped.writeUInt8(was ^ (1 << (place % 8)), place);
      expect(check(flipped), `byte ${place}`).not.toBe('intact');
      flipped.writeUInt8(was, place);
    }
    // The signature's own digits, every one in every bit: what it signs can't protect them.
    const from = signed.indexOf('/Contents <') + '/Contents <'.length;
    const filled = /^[0-9a-f]*?(?=0{64})/.exec(signed.toString('latin1', from))?.[0].length ?? 0;
    expect(filled).toBeGreaterThan(1000);
    for (let place = from; place < from + filled; place += 1) {
      const was = flipped.readUInt8(place);
      flipped.writeUInt8(was ^ (1 << (place % 6)), place);
      expect(check(flipped), `digit ${place}`).not.toBe('intact');
      flipped.writeUInt8(was, place);
    }
    expect(check(flipped)).toBe('intact');
  }, 120_000);

  it('never stays intact and never throws, whatever is put where', () => {
    const edit = fc.record({
      at: fc.nat(signed.length),
      cut: fc.nat(400),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('/ByteRange [0 1 2 3]', '/ByteRange [', '/Contents <', '>>', '%%EOF').map(bytes),
        fc.nat(signed.length - 400).map((from) => new Uint8Array(signed.subarray(from, from + 400))),
      ),
    });
    fc.assert(
      fc.property(edit, ({ at, cut, put }) => {
        const edited = Buffer.concat([signed.subarray(0, at), put, signed.subarray(at + cut)]);
        fc.pre(!edited.equals(signed));
        expect(check(edited)).not.toBe('intact');
      }),
      { numRuns: 300 },
    );
  });
});

describe('an attack on a signed PDF', () => {
  const range = () => /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(text(signed))?.slice(1).map(Number) ?? [];

  it('that adds to it afterwards is seen, be it one line break', () => {
    const addition =
      '1 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\nxref\n0 0\ntrailer\n<< >>\nstartxref\n0\n%%EOF\n';
    expect(check(Buffer.concat([signed, bytes(addition)]))).toBe('altered');
    expect(check(Buffer.concat([signed, bytes('\n')]))).toBe('altered');
    expect(check(Buffer.concat([bytes('\n'), signed]))).toBe('altered');
  });

  it('that cuts its end off is seen', () => {
    expect(check(signed.subarray(0, -1))).toBe('altered');
  });

  it('that signs it a second time is seen', () => {
    const stranger = text(signPdf(unsigned, theirs.signer, facts)).slice(unsigned.length);
    expect(check(Buffer.concat([signed, bytes(stranger)]))).toBe('altered');
    const again = text(signed).slice(unsigned.length);
    expect(check(Buffer.concat([signed, bytes(again)]))).toBe('altered');
  });

  it('that puts our signature under another document is seen', () => {
    const update = text(signed).slice(unsigned.length);
    expect(check(Buffer.concat([other, bytes(update)]))).toBe('altered');
    const [from = 0, to = 0] = range();
    const forged = Buffer.from(signPdf(other, theirs.signer, facts));
    const [, at = ''] = /\/ByteRange \[0 (\d+)/.exec(text(forged)) ?? [];
    forged.write(text(signed).slice(from, to), Number(at), 'latin1');
    expect(check(forged)).toBe('altered');
  });

  it.each([
    ['leaves out what was changed', (from: number, to: number, rest: number) => [0, from - 900, to, rest]],
    ['starts later', (from: number, to: number, rest: number) => [9, from - 9, to, rest]],
    ['ends before the file does', (from: number, to: number, rest: number) => [0, from, to, rest - 20]],
    ['runs backwards', (from: number, to: number, rest: number) => [0, to, from, rest]],
    ['is larger than the file', () => [0, 9_999_999_999, 9_999_999_999, 9_999_999_999]],
    ['overlaps itself', (from: number, _to: number, rest: number) => [0, from, 0, rest]],
  ])('whose range %s is seen', (_what, changed) => {
    const [from = 0, to = 0, rest = 0] = range();
    const numbers = `/ByteRange [${changed(from, to, rest).join(' ')}]`;
    const forged = text(signed).replace(/\/ByteRange \[[^\]]*\] */, (was) => numbers.padEnd(was.length));
    expect(check(bytes(forged))).toBe('altered');
  });

  it('that hides another range before ours, or a second document in the room of the signature, is seen', () => {
    const doubled = text(signed).replace('/ByteRange', '/ByteRange [0 10 20 30]\n/ByteRange');
    expect(check(bytes(doubled))).toBe('altered');
    const [from = 0, to = 0] = range();
    const hidden = Buffer.from(signed);
    hidden.write(bytes('/Type /Page').toString('hex'), to - 60, 'latin1');
    expect(check(hidden)).toBe('altered');
    hidden.fill(0x66, from + 1, to - 1);
    expect(check(hidden)).not.toBe('intact');
  });

  it('that writes the same signature in other digits is seen', () => {
    const [from = 0, to = 0] = range();
    const capitals = Buffer.from(signed);
    capitals.write(text(signed).slice(from, to).toUpperCase(), from, 'latin1');
    expect(check(capitals)).toBe('altered');
  });

  it.each([
    ['a signature of endless nesting', `<${'30800c'.repeat(20_000)}>`],
    ['a signature of a hundred million digits', `<${'30'.repeat(7_000_000)}>`],
    ['thousands of ranges', '/ByteRange [0 1 2 3] /Contents <30> '.repeat(20_000)],
    ['a range of huge numbers', `/ByteRange [0 ${'9'.repeat(5000)} 1 2]`],
    ['many openings without an end', '/Contents <'.repeat(100_000)],
  ])('with %s is answered within a second', (_what, hostile) => {
    const started = performance.now();
    const file = bytes(
      `${text(signed).slice(0, 40_000)}\n/ByteRange [0 40000 90000 1]\n/Contents ${hostile}`,
    );
    expect(check(file)).not.toBe('intact');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
