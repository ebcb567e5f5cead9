import { z } from 'zod';
import type { TrustedIssuer } from './credential-key.ts';
import { readMultikey } from './multikey.ts';

const shape = z.object({
  id: z.string().startsWith('did:web:'),
  alsoKnownAs: z.array(z.string()).max(50).optional(),
  verificationMethod: z.array(z.object({ id: z.string(), publicKeyMultibase: z.string() })),
  assertionMethod: z.array(z.string()),
});

/** The issuer that a saved `did.json` tells of, for checking offline; undefined when the text is none. */
export function readDidDocument(text: string): TrustedIssuer | undefined {
  const document = shape.safeParse(parsed(text)).data;
  if (!document) return undefined;
  const keys = document.verificationMethod.flatMap(({ id, publicKeyMultibase }) => {
    const publicKey = readMultikey(publicKeyMultibase);
    const [did, fragment] = id.split('#');
    const isUsable = did === document.id && fragment && document.assertionMethod.includes(id);
    return isUsable && publicKey ? [{ id: fragment, publicKey }] : [];
  });
  const formerDids = (document.alsoKnownAs ?? []).filter((name) => name.startsWith('did:web:'));
  return { did: document.id, ...(formerDids.length > 0 && { formerDids }), keys };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
