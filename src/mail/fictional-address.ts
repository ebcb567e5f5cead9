/**
 * Whether nobody can have this address: RFC 2606 keeps .example free for examples. The people of the demonstration
 * have theirs there, so that no mail of theirs ever reaches a mail server.
 */
export function isFictionalAddress(email: string): boolean {
  return /[@.]example\.?$/i.test(email.trim());
}
