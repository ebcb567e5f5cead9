import type { CheckedCredential, CredentialForm } from './credential-check.ts';
import type { ShapedCredential } from './credential-shape.ts';
import { readDigestMultibase } from './multihash.ts';

/** What a credential of our form says, for people and for the search of its status. Undefined where it contradicts itself. */
export function checkedCredential(
  credential: ShapedCredential,
  form: CredentialForm,
  key: string,
  signedAt?: string,
): CheckedCredential | undefined {
  const status = statusOf(credential);
  const about = aboutOf(credential);
  if (!status || !about) return undefined;
  return {
    form,
    id: credential.id,
    issuer: { did: credential.issuer.id, name: credential.issuer.name },
    key,
    ...(signedAt ? { signedAt } : {}),
    validFrom: credential.validFrom,
    ...(credential.validUntil ? { validUntil: credential.validUntil } : {}),
    status,
    about,
  };
}

function statusOf({ credentialStatus }: ShapedCredential): CheckedCredential['status'] | undefined {
  const { id, statusListCredential, statusListIndex } = credentialStatus;
  if (id !== `${statusListCredential}#${statusListIndex}`) return undefined;
  const list = statusListCredential.slice(statusListCredential.lastIndexOf('/') + 1);
  return { list: Number(list), index: Number(statusListIndex) };
}

function aboutOf(credential: ShapedCredential): CheckedCredential['about'] | undefined {
  const { name } = credential.credentialSubject.achievement;
  if ('evidence' in credential) {
    const { credentialSubject, evidence } = credential;
    const snapshotSha256 = readDigestMultibase(evidence[0].digestMultibase);
    if (!snapshotSha256) return undefined;
    return {
      is: 'agency',
      number: credentialSubject.licenseNumber,
      agencyName: credentialSubject.name,
      place: credentialSubject.description,
      snapshotSha256,
    };
  }
  const { identifier, source } = credential.credentialSubject;
  return {
    is: 'training',
    holder: identifier[0].identityHash,
    emailHash: identifier[1].identityHash,
    salt: identifier[1].salt,
    training: name,
    completedOn: credential.awardedDate.slice(0, 10),
    agencyName: source.name,
  };
}
