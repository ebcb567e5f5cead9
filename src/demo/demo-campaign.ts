import { grantCampaignRole } from '../identity/membership-actions.ts';
import type { KnownPerson } from '../identity/person-actions.ts';
import type { CampaignRole } from '../identity/viewer.ts';
import { as, person, type Stage } from './demo-stage.ts';

/** Who works for the campaign in the demonstration. */
export interface Campaign {
  readonly reviewer: KnownPerson;
  readonly secondReviewer: KnownPerson;
  readonly administrator: KnownPerson;
}

export async function openCampaign(stage: Stage): Promise<Campaign> {
  return {
    reviewer: await member(stage, 'reviewer', 'reviewer@onemind.example', 'Rowan Fairweather'),
    secondReviewer: await member(stage, 'reviewer', 'second.reviewer@onemind.example', 'Sol Underbough'),
    administrator: await member(stage, 'administrator', 'admin@onemind.example', 'Ines Marrowfield'),
  };
}

async function member(stage: Stage, role: CampaignRole, email: string, name: string): Promise<KnownPerson> {
  const known = await person(stage, email, name);
  await as(stage, { as: 'system' }, (tx) => grantCampaignRole(tx, { person: known.id, role }));
  return known;
}
