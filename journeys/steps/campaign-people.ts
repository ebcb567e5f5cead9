import { expect } from '@playwright/test';
import {
  acceptInvitation,
  arrive,
  fill,
  type Named,
  open,
  type Person,
  press,
  tick,
} from '../people/person.ts';

export async function inviteReviewers(administrator: Person, reviewers: readonly Named[]): Promise<void> {
  await open(administrator, '/campaign/accounts', 'Accounts');
  for (const { email } of reviewers) {
    await fill(administrator, 'Email address', email);
    await tick(administrator, 'Reviewer');
    await press(administrator, 'Send invitation');
    await arrive(administrator, 'Accounts');
    await expect(administrator.page.getByRole('main')).toContainText('The invitation is on its way.');
  }
}

export async function joinCampaign(reviewer: Person): Promise<void> {
  await acceptInvitation(reviewer, 'campaign-invitation');
  await open(reviewer, '/campaign', /./);
}
