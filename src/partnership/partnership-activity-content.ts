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
  'partnership-declined': () => 'The partner declined what the agency proposed',
  'agreement-proposed': (details) => {
    const what = details.renews === true ? 'to renew the agreement' : 'a change of the agreement';
    return detailText(details, 'by') === 'partner'
      ? `The partner proposed ${what}`
      : `The agency proposed ${what}`;
  },
  'agreement-confirmed': () => 'The agency confirmed the partner’s version of the agreement',
  'agreement-declined': () => 'The agency declined the partner’s version of the agreement',
  'agreement-withdrawn': (details) =>
    detailText(details, 'by') === 'partner'
      ? 'The partner took its version of the agreement back'
      : 'A proposed version of the agreement was taken back',
  'agreement-due-for-review': () => 'The review of the agreement became due',
  'agreement-lapsed': () => 'The term of the agreement ended',
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
