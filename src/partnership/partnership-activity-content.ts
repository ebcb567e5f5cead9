import { type ActivityWording, detailText } from '../workspace/activity.ts';

export const partnershipActivity: ActivityWording = {
  'partner-organization-added': () => 'A partner organization was added',
  'partnership-proposed': () => 'A partnership was proposed',
  'partnership-revised': (details) =>
    details.asks === true
      ? 'A partnership was changed, and the partner was asked to confirm it'
      : 'Details of a partnership were changed',
  'partnership-asked-again': () => 'The partner was asked again to confirm the partnership',
  'partnership-confirmed': () => 'The partner confirmed the partnership',
  'partnership-declined': () => 'The partner declined the partnership',
  'partnership-ended': (details) => {
    if (detailText(details, 'by') === 'partner') return 'The partner ended the partnership';
    return details.wasActive === true
      ? 'The partnership was ended'
      : 'The proposal of a partnership was taken back';
  },
  'partnership-naming-changed': (details) =>
    details.isNamedInPublic === true
      ? 'The partner agreed to be named in public'
      : 'The partner no longer wants to be named in public',
};
