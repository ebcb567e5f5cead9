import type { CampaignRequirement } from './campaign-requirement.ts';

export function partnership(organization: string): CampaignRequirement {
  return {
    requirement: 'partnership',
    title: 'A partnership that lasts',
    text: `The agency works with at least one ${organization}. What each side does is written down, and the work is set up to last.`,
  };
}

export const policy: CampaignRequirement = {
  requirement: 'policy',
  title: 'A policy in use',
  text: 'The agency writes a policy on how its staff respond to people with mental health conditions, modeled on leading practice, and puts it to use.',
};

export function advancedTraining(percent: number, courses: string): CampaignRequirement {
  return {
    requirement: 'advanced-training',
    title: `Crisis training for at least ${percent} percent`,
    text: `At least ${percent} percent of sworn officers complete ${courses}.`,
  };
}

export function everyoneTrained(text: string): CampaignRequirement {
  return { requirement: 'everyone-trained', title: 'Mental health training for everyone', text };
}
