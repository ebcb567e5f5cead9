import { createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { Integer, OctetString, Sequence } from 'asn1js';
import {
  AuthenticatedSafe,
  ContentInfo,
  type EncryptedContentInfo,
  EncryptedData,
  type PFX,
  type SafeBag,
  SafeContents,
} from 'pkijs';
import { derivedBytes, type Pkcs12Hash } from './pkcs12-key-derivation.ts';

/** Why a safe stays shut. */
export type SafeRefusal = 'wrong-password' | 'old-encryption' | 'unreadable';

export class SafeRefused extends Error {
  override readonly name = 'SafeRefused';
  readonly refusal: SafeRefusal;
  constructor(refusal: SafeRefusal, options?: ErrorOptions) {
    super(refusal, options);
    this.refusal = refusal;
  }
}

const macHashes: ReadonlyMap<string, Pkcs12Hash> = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

const pbes2 = '1.2.840.113549.1.5.13';
const sha1WithTripleDes = '1.2.840.113549.1.12.1.3';

/** Every key and certificate of a PKCS#12 file. Throws SafeRefused. */
export async function openSafe(file: PFX, password: string): Promise<readonly SafeBag[]> {
  if (!(file.authSafe.content instanceof OctetString)) throw new SafeRefused('unreadable');
  const content = Buffer.from(file.authSafe.content.getValue());
  if (!isUnbroken(file, content, password)) throw new SafeRefused('wrong-password');
  const bags: SafeBag[] = [];
  for (const part of AuthenticatedSafe.fromBER(content).safeContents) {
    bags.push(...SafeContents.fromBER(await openedPart(part, password)).safeBags);
  }
  return bags;
}

/** Whether the file's seal agrees with its content and the password. */
function isUnbroken({ macData }: PFX, content: Buffer, password: string): boolean {
  const hash = macHashes.get(macData?.mac.digestAlgorithm.algorithmId ?? '');
  if (!macData || !hash) throw new SafeRefused('old-encryption');
  const expected = Buffer.from(macData.mac.digest.valueBlock.valueHexView);
  const salt = macData.macSalt.valueBlock.valueHexView;
  const from = { hash, password, salt, iterations: macData.iterations ?? 1 };
  const computed = createHmac(hash, derivedBytes(from, 'mac', expected.length))
    .update(content)
    .digest();
  return computed.length === expected.length && timingSafeEqual(computed, expected);
}

async function openedPart(part: ContentInfo, password: string): Promise<ArrayBuffer> {
  if (part.contentType === ContentInfo.DATA && part.content instanceof OctetString)
    return part.content.getValue();
  if (part.contentType !== ContentInfo.ENCRYPTED_DATA) throw new SafeRefused('unreadable');
  const encrypted = new EncryptedData({ schema: part.content });
  const info = encrypted.encryptedContentInfo;
  switch (info.contentEncryptionAlgorithm.algorithmId) {
    case pbes2:
      return encrypted.decrypt({ password: new Uint8Array(Buffer.from(password)).buffer });
    case sha1WithTripleDes:
      return tripleDesOpened(info, password);
    default:
      throw new SafeRefused('old-encryption');
  }
}

/** What Windows and older programs write: triple DES under a key derived with SHA-1. */
function tripleDesOpened(info: EncryptedContentInfo, password: string): ArrayBuffer {
  const parameters: unknown = info.contentEncryptionAlgorithm.algorithmParams;
  const [salt, iterations] = parameters instanceof Sequence ? parameters.valueBlock.value : [];
  if (!(salt instanceof OctetString && iterations instanceof Integer)) throw new SafeRefused('unreadable');
  const from = {
    hash: 'sha1',
    password,
    salt: salt.valueBlock.valueHexView,
    iterations: iterations.valueBlock.valueDec,
  } as const;
  const opening = createDecipheriv(
    'des-ede3-cbc',
    derivedBytes(from, 'encryption', 24),
    derivedBytes(from, 'initial-vector', 8),
  );
  const opened = [opening.update(Buffer.from(info.getEncryptedContent())), opening.final()];
  return new Uint8Array(Buffer.concat(opened)).buffer;
}
