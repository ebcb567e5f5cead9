/** Whom to sign in as in the demonstration, and as what. */
const guests: readonly (readonly [email: string, sees: string])[] = [
  ['sergeant@elmfork.example', 'coordinator of an agency in the middle of the work'],
  ['training@elmfork.example', 'its training officer, with doubtful records to settle'],
  ['patrol@elmfork.example', 'one of its officers, with the own training record'],
  ['chief@elmfork.example', 'its chief, who adopts the policy'],
  ['partner@elmcounty.example', 'its partner, a mental health center'],
  ['chief@mossbridge.example', 'somebody half through the form of the pledge'],
  ['chief@harrowcreek.example', 'a chief who is asked to sign'],
  ['sergeant@juniperflats.example', 'an agency whose work came back with comments'],
  ['sheriff@birchcounty.example', 'a certified agency'],
  ['reviewer@onemind.example', 'the campaign: the work of Stonebrook waits'],
  ['second.reviewer@onemind.example', 'the campaign: Copper Bend waits for approval'],
  ['admin@onemind.example', 'the campaign: pledges, people, everything'],
];

/** By this address a database is known to hold the demonstration. */
export const firstGuest = 'sergeant@elmfork.example';

/** What to tell the person who started it. */
export function guestLines(address: string): readonly string[] {
  const outbox = `${address}/dev/outbox`;
  return [
    `Sign in at ${address}/sign-in as one of these; the mail with the link is at ${outbox}`,
    ...guests.map(([email, sees]) => `  ${email.padEnd(33)}${sees}`),
  ];
}
