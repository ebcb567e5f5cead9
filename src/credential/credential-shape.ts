import { z } from 'zod';
import { credentialContexts } from './credential-frame.ts';

/**
 * The form in which credentials of this program are: nothing more, nothing else. What is shown to a person is read
 * from here, and so nothing is shown that a signature doesn't cover. A later form goes beside this one.
 */
const words = z.string().min(1).max(8_000);
const time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
/** An id that is a blank node (`_:`) or leads nowhere would turn content into something else. */
const address = z.string().regex(/^(https?:\/\/|did:web:|urn:uuid:)[!-~]+$/);

const image = z.strictObject({ id: address, type: z.literal('Image'), caption: words });
const types = <const First extends string>(first: First) => z.tuple([z.literal(first)]);

const frame = {
  '@context': z.tuple([
    z.literal(credentialContexts[0]),
    z.literal(credentialContexts[1]),
    z.literal(credentialContexts[2]),
  ]),
  id: address,
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('AchievementCredential')]),
  name: words,
  image,
  issuer: z.strictObject({ id: address, type: types('Profile'), name: words, url: address }),
  validFrom: time,
  validUntil: time.optional(),
  awardedDate: time,
  credentialStatus: z.strictObject({
    id: address,
    type: z.literal('BitstringStatusListEntry'),
    statusPurpose: z.literal('revocation'),
    statusListIndex: z.string().regex(/^(0|[1-9]\d{0,6})$/),
    statusListCredential: z.string().regex(/^https?:\/\/[!-~]+\/credentials\/status\/[1-9]\d{0,8}$/),
  }),
  credentialSchema: z.tuple([
    z.strictObject({ id: address, type: z.literal('1EdTechJsonSchemaValidator2019') }),
  ]),
};

const achievement = {
  id: address,
  type: types('Achievement'),
  name: words,
  description: words,
  inLanguage: z.literal('en-US'),
  criteria: z.strictObject({ narrative: words }),
};

const ofAgency = z.strictObject({
  ...frame,
  credentialSubject: z.strictObject({
    id: address,
    type: z.tuple([
      z.literal('AchievementSubject'),
      z.literal('Profile'),
      z.literal('https://schema.org/Organization'),
    ]),
    name: words,
    description: words,
    licenseNumber: words,
    achievement: z.strictObject({
      ...achievement,
      achievementType: z.literal('Certification'),
      version: words,
    }),
  }),
  evidence: z.tuple([
    z.strictObject({
      id: address,
      type: types('Evidence'),
      name: words,
      narrative: words,
      digestMultibase: words,
    }),
  ]),
});

const identity = { type: z.literal('IdentityObject'), identityHash: words };

const ofTraining = z.strictObject({
  ...frame,
  credentialSubject: z.strictObject({
    type: types('AchievementSubject'),
    identifier: z.tuple([
      z.strictObject({ ...identity, hashed: z.literal(false), identityType: z.literal('name') }),
      z.strictObject({
        ...identity,
        hashed: z.literal(true),
        identityType: z.literal('emailAddress'),
        salt: words,
      }),
    ]),
    source: z.strictObject({ id: address, type: types('Profile'), name: words }),
    achievement: z.strictObject({
      ...achievement,
      achievementType: z.literal('CertificateOfCompletion'),
    }),
  }),
});

export const credentialShape = z.union([ofAgency, ofTraining]);
export type ShapedCredential = z.infer<typeof credentialShape>;

/** The proof that stands in a credential; its list holds one. */
export const proofShape = z.strictObject({
  type: z.literal('DataIntegrityProof'),
  created: time,
  verificationMethod: address,
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  proofPurpose: z.literal('assertionMethod'),
  /** 64 bytes in base58 (multibase `z`). */
  proofValue: z.string().regex(/^z[1-9A-HJ-NP-Za-km-z]{60,88}$/),
});
export type Proof = z.infer<typeof proofShape>;

/** The head of a token as we write it: no word more, so that none can bring a key or an algorithm along. */
export const tokenHeadShape = z.strictObject({
  alg: z.literal('EdDSA'),
  typ: z.literal('vc+jwt'),
  cty: z.literal('vc'),
  kid: address,
});
