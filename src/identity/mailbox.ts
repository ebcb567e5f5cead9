/** Mail services that deliver alike with and without dots in the name. */
const dotless = new Set(['gmail.com', 'googlemail.com']);

/**
 * The mailbox that an address leads to, to tell a second address of one person: what follows a plus sign sorts mail
 * and names nobody else ("sgt+partner@police.example" is read by "sgt@police.example").
 */
export function mailboxOf(address: string): string {
  const [local = '', domain = ''] = address.trim().toLowerCase().split('@');
  const name = local.split('+', 1)[0] ?? '';
  return dotless.has(domain) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`;
}
