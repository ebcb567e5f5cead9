import { certifiedWords, pledgeStateWords } from './pledge-content.ts';
import type { PledgeFilter } from './pledge-queue.ts';

export function filterLabel(filter: PledgeFilter): string {
  if (filter === 'all') return 'All pledges';
  if (filter === 'awaiting-campaign') return 'Everything that waits for us';
  if (filter === 'awaiting-acceptance') return 'Waiting to be accepted';
  if (filter === 'certified') return certifiedWords.label;
  return filter === 'more-time' ? 'Asking for more time' : pledgeStateWords[filter].label;
}

export const campaignPledgeContent = {
  title: 'Pledges',
  search: 'Agency, city or ORI',
  filter: 'Where the pledge stands',
  found: (total: number) => (total === 1 ? '1 pledge' : `${total.toLocaleString('en-US')} pledges`),
  columns: {
    agency: 'Agency',
    state: 'Stands at',
    since: 'Since',
    target: 'Target',
    time: 'asks for more time',
  },
  empty: {
    heading: 'Nothing here',
    waiting:
      'No pledge waits for the campaign. When an executive signs one, you get an email and it stands here.',
    other: 'No pledge fits. Choose another state or other words.',
  },
  own: 'You belong to this agency, so somebody else at the campaign decides about it.',
  people: 'People and facts of the agency',
  agency: 'The agency',
  pledge: 'The pledge',
  activity: 'Lately',
  accept: {
    heading: 'Accept it',
    text: (months: number) =>
      `The term begins today, with a target in ${months} months. The agency gets an email.`,
    submit: 'Accept the pledge',
  },
  return: {
    heading: 'Or return it',
    reason: 'What has to change',
    reasonHint: 'The agency reads this word for word.',
    reasonMissing: 'Write what has to change',
    submit: 'Return the pledge',
  },
  extension: {
    heading: 'The agency asks for more time',
    asks: (from: string, to: string) => `From ${from} to ${to}.`,
    exception:
      'The new day lies past month 36: granting it is an exception from the rules, for an administrator.',
    note: 'A word to the agency (optional)',
    grant: 'Grant more time',
    decline: 'Decline',
  },
  withdraw: {
    link: 'Withdraw this pledge for the agency',
    title: 'Withdraw the pledge?',
    lead: 'Agencies withdraw their pledges themselves. Do it for them only when they can’t, or no longer answer.',
    certified:
      'This agency is certified. When the pledge ends, the agency leaves the public list. Its certificate is not revoked: its number can still be verified.',
    reason: 'Why the pledge is withdrawn',
    reasonHint: 'The agency reads this word for word.',
    reasonMissing: 'Write why the pledge is withdrawn',
    submit: 'Withdraw the pledge',
    keep: 'Keep the pledge',
  },
  refused: {
    certified: 'This agency is certified: it can’t end its pledge alone. Nothing was changed.',
    noExtension: 'The agency does not ask for more time any more. Nothing was changed.',
    exception: 'Only an administrator can grant a day past month 36. Nothing was changed.',
  },
  notices: {
    'pledge-accepted': 'The pledge is accepted. The agency has an email.',
    'pledge-returned': 'The pledge is returned. The agency has an email with your words.',
    'pledge-withdrawn': 'The pledge is withdrawn.',
    'extension-decided': 'Your decision about more time is on its way to the agency.',
  } satisfies Readonly<Record<string, string>>,
} as const;
