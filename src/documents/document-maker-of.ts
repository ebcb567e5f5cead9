import type { Config } from '../config.ts';
import { createDocumentMaker, type DocumentMaker } from './document-maker.ts';

const makers = new Map<string | undefined, DocumentMaker>();

/** The one maker of this thread for the templates in the settings: its fonts take a while to load. */
export function documentMakerOf({ documentTemplates }: Pick<Config, 'documentTemplates'>): DocumentMaker {
  const known = makers.get(documentTemplates);
  if (known) return known;
  const made = createDocumentMaker(documentTemplates ? { templateDirectory: documentTemplates } : {});
  makers.set(documentTemplates, made);
  return made;
}
