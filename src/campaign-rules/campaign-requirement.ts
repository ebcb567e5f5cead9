/** What an agency pledges to do. Training is two requirements, so that there are the four the campaign counts. */
export type Requirement = 'partnership' | 'policy' | 'advanced-training' | 'everyone-trained';

export const requirements: readonly Requirement[] = [
  'partnership',
  'policy',
  'advanced-training',
  'everyone-trained',
];

/** A requirement as a version of the rules words it for the public. */
export interface CampaignRequirement {
  readonly requirement: Requirement;
  readonly title: string;
  readonly text: string;
}
