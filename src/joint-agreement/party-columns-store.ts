import type { Signature } from '../agreement/agreement-version.ts';
import type { PersonId } from '../database/acting.ts';
import type { WordGiven } from './joint-word.ts';

/** A party's yes, as agencies and partners keep it in the same columns. */
export function wordColumns({ version, contact, by, signature }: WordGiven) {
  return {
    version,
    contact_name: contact.name,
    contact_email: contact.email,
    contact_phone: contact.phone,
    always: contact.always,
    ...signedBy(by, signature),
    reason: null,
  };
}

export function signedBy(by: PersonId, { name, title, at }: Signature) {
  return { answered_by: by, answered_name: name, answered_title: title, answered_at: at };
}
