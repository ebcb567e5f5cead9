import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CertBag, Certificate, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo, type SafeBag } from 'pkijs';
import type { SigningFile } from '../config.ts';
import { pemOf } from './certificate-pem.ts';
import { publicKeyOf, signingKeyId } from './new-signing-key.ts';
import { openSafe, type SafeRefusal, SafeRefused } from './pkcs12-safe.ts';
import { SigningKeyError, type SigningKeyId } from './signing-key.ts';

/** What a PKCS#12 file holds: a private key, and the certificates from its own to its issuers'. */
export interface Pkcs12Identity {
  readonly id: SigningKeyId;
  readonly publicKey: Uint8Array;
  readonly privateKey: KeyObject;
  readonly certificatePem: string;
}

/** Opened once: deriving its key takes long on purpose. A file that is replaced is read when the program starts again. */
const opened = new Map<string, Promise<Pkcs12Identity>>();

/** The identity in the file of SIGNING_P12. Rejects with a SigningKeyError that says what to change. */
export function pkcs12Identity(file: SigningFile): Promise<Pkcs12Identity> {
  const name = JSON.stringify(file);
  const known = opened.get(name);
  if (known) return known;
  const reading = readIdentity(file);
  opened.set(name, reading);
  reading.catch(() => opened.delete(name));
  return reading;
}

async function readIdentity({ path, password }: SigningFile): Promise<Pkcs12Identity> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new SigningKeyError(`SIGNING_P12: ${path} can't be read (${reasonOf(cause)}).`, { cause });
  });
  try {
    return identityIn(await openSafe(PFX.fromBER(new Uint8Array(bytes)), password), password);
  } catch (cause) {
    if (cause instanceof SigningKeyError) throw cause;
    const refusal = cause instanceof SafeRefused ? cause.refusal : 'unreadable';
    throw new SigningKeyError(sentences[refusal](path), { cause });
  }
}

const sentences: Readonly<Record<SafeRefusal, (path: string) => string>> = {
  'wrong-password': (path) =>
    `SIGNING_P12_PASSWORD: This password does not open ${path}, or the file is damaged.`,
  'old-encryption': (path) =>
    `SIGNING_P12: ${path} is encrypted in a way that is no longer safe (RC2). Write it anew: openssl pkcs12 -legacy -in OLD.p12 -nodes | openssl pkcs12 -export -out NEW.p12`,
  unreadable: (path) => `SIGNING_P12: ${path} is not a PKCS#12 file that can be read.`,
};

function identityIn(bags: readonly SafeBag[], password: string): Pkcs12Identity {
  const privateKey = bags.map((bag) => privateKeyIn(bag, password)).find((key) => key !== undefined);
  if (!privateKey) throw new SigningKeyError('SIGNING_P12: The file holds no private key.');
  refuseUnusable(privateKey);
  const certificates = bags.flatMap(certificatesIn);
  const own = certificates.find((certificate) => certificate.checkPrivateKey(privateKey));
  if (!own) throw new SigningKeyError('SIGNING_P12: The file holds no certificate of its private key.');
  return {
    id: signingKeyId('document', own.raw),
    publicKey: publicKeyOf(own.publicKey),
    privateKey,
    certificatePem: chainOf(own, certificates)
      .map(({ raw }) => pemOf(raw))
      .join(''),
  };
}

function privateKeyIn({ bagValue }: SafeBag, password: string): KeyObject | undefined {
  const der = (part: { toSchema(): { toBER(): ArrayBuffer } }) => Buffer.from(part.toSchema().toBER());
  if (bagValue instanceof PrivateKeyInfo)
    return createPrivateKey({ key: der(bagValue), format: 'der', type: 'pkcs8' });
  if (!(bagValue instanceof PKCS8ShroudedKeyBag)) return undefined;
  try {
    return createPrivateKey({ key: der(bagValue), format: 'der', type: 'pkcs8', passphrase: password });
  } catch (cause) {
    throw new SafeRefused('old-encryption', { cause });
  }
}

/** RSA of 2048 bits or more, or P-256, P-384: what readers of PDF check everywhere. */
function refuseUnusable({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): void {
  const { modulusLength = 0, namedCurve } = asymmetricKeyDetails ?? {};
  const isUsable =
    (asymmetricKeyType === 'rsa' && modulusLength >= 2048) ||
    (asymmetricKeyType === 'ec' && (namedCurve === 'prime256v1' || namedCurve === 'secp384r1'));
  if (isUsable) return;
  throw new SigningKeyError(
    'SIGNING_P12: Use an RSA key of 2048 bits or more, or one on the curve P-256 or P-384.',
  );
}

function certificatesIn({ bagValue }: SafeBag): readonly X509Certificate[] {
  if (!(bagValue instanceof CertBag && bagValue.parsedValue instanceof Certificate)) return [];
  return [new X509Certificate(Buffer.from(bagValue.parsedValue.toSchema(true).toBER()))];
}

/** A certificate, then who issued it, and so on as far as the file goes. */
function chainOf(own: X509Certificate, among: readonly X509Certificate[]): readonly X509Certificate[] {
  const chain = [own];
  for (let last = own; chain.length < 8; ) {
    const issuer = among.find((other) => !chain.includes(other) && last.checkIssued(other));
    if (!issuer) break;
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
