// Other people's verifiers, for the tests alone. They come without types.

declare module '@digitalcredentials/ed25519-multikey' {
  export function from(key: object): Promise<{
    export(options: { readonly publicKey: true; readonly raw: true }): Promise<{ publicKey: Uint8Array }>;
  }>;
}

declare module '@digitalcredentials/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { readonly cryptosuite: object });
  }
}

declare module '@digitalcredentials/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalcredentials/vc' {
  import type { DocumentLoader } from 'jsonld';
  export function verifyCredential(options: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: DocumentLoader;
    readonly checkStatus: (options: object) => Promise<{ verified: boolean }>;
  }): Promise<{ readonly verified: boolean; readonly error?: unknown }>;
}

declare module 'rdf-canonize' {
  export function canonize(dataset: object, options: object): Promise<string>;
}
