import { type Browser, test } from '@playwright/test';
import type { JourneyAgency } from '../agency.ts';
import { type Person, sitDown } from '../people/person.ts';
import { addToCampaign } from '../site/journey-site.ts';
import { acceptPledge, becomeCoordinator, signPledge, takePledge } from './take-the-pledge.ts';

/**
 * An agency whose pledge is accepted; its coordinator is at the workspace. Axe looks on from there: the pages of the
 * way to it are looked at where they are the subject.
 */
export async function bringAgency(
  browser: Browser,
  agency: JourneyAgency,
  { hasScripts }: { readonly hasScripts: boolean } = { hasScripts: true },
): Promise<{ readonly coordinator: Person; readonly workspace: string }> {
  const seat = (named: JourneyAgency['sergeant']) => sitDown(browser, named, { hasScripts, withAxe: false });
  return test.step('an agency takes the pledge', async () => {
    await addToCampaign({ ...agency.administrator, role: 'administrator' });
    await takePledge(await seat(agency.sergeant), agency);
    await signPledge(await seat(agency.executive));
    await acceptPledge(await seat(agency.administrator), agency);
    const coordinator = await seat(agency.coordinator);
    const workspace = await becomeCoordinator(coordinator);
    return { coordinator: { ...coordinator, withAxe: true }, workspace };
  });
}
