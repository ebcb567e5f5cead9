import { refusalMessage } from '../partnership/partnership-refusal-content.ts';
import type { VersionRefusal } from './agreement-refusal.ts';

/** What to tell a person whose version or answer was refused: the field it is about (`form` for the whole). */
export function versionRefusalMessage(refusal: VersionRefusal): Readonly<Record<string, string>> {
  if (refusal.code === 'nothing-changed') {
    return { form: 'This says the same as the version that is there. Change something, then propose it' };
  }
  if (refusal.code === 'answer-first') {
    return {
      form: `The other side proposed version ${refusal.version}. Answer it, then propose the renewal`,
    };
  }
  return refusalMessage(refusal);
}
