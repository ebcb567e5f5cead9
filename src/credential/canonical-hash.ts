import { createHash } from 'node:crypto';
import jsonld from 'jsonld';
import { bundledContexts } from './bundled-contexts.ts';

/**
 * SHA-256 of a JSON-LD document in canonical form (RDFC-1.0). Rejects where a term is unknown, an address isn't
 * absolute, or nameless parts can be told from each other only at great length: a graph made to take forever ends
 * after as many tries as it has nameless parts.
 */
export async function canonicalHash(document: object): Promise<Buffer> {
  const canonical = await jsonld.canonize(document, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    base: null,
    safe: true,
    rdfDirection: 'i18n-datatype',
    documentLoader: bundledContexts,
    canonizeOptions: { algorithm: 'RDFC-1.0', format: 'application/n-quads', maxWorkFactor: 1 },
  });
  return createHash('sha256').update(canonical).digest();
}
