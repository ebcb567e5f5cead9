import { test } from '@playwright/test';
import { aCounty } from './county.ts';
import { type Named, type Person, signIn, sitDown } from './people/person.ts';
import { pledgedAgencies } from './site/pledged-agencies.ts';
import { beginCounty, choosePartnerOf, nameAgencies, sendToAll, writeForAll } from './steps/gather-county.ts';
import {
  confirmCounty,
  joinCounty,
  seeAllTogether,
  seeEveryAgency,
  seeOwnPartnerships,
  tryMailOfOthers,
} from './steps/join-county.ts';

test('twelve agencies and two partners of a county come together under one agreement', async ({
  browser,
}) => {
  test.setTimeout(420_000);
  const county = aCounty('Hickory');
  const { step } = test;
  const names = [county.lead, ...county.others];
  const [leading, ...members] = await step('all have taken the pledge', () => pledgedAgencies(names));
  if (!leading) throw new Error('Nobody leads the county.');
  const seat = (named: Named, withAxe: boolean) => sitDown(browser, named, { hasScripts: true, withAxe });
  const lead = await seat(leading.coordinator, true);
  const workspace = `/workspace/${leading.agency.slug}`;
  await step('the lead signs in', () => signIn(lead));

  const group = await step('the lead begins the group', () => beginCounty(lead, workspace, county));
  await step('it writes one agreement for all', () => writeForAll(lead, group, county));
  for (const partner of county.partners) {
    await step('it chooses a partner', () => choosePartnerOf(lead, workspace, group, partner));
  }
  await step('it names eleven agencies', () => nameAgencies(lead, group, county));
  await step('it sends the agreement', () => sendToAll(lead, group, county));

  const speakers: Person[] = [];
  for (const { representative } of county.partners) speakers.push(await seat(representative, true));
  const [early, late] = speakers;
  const people: { readonly coordinator: Person; readonly workspace: string }[] = [];
  for (const [place, { coordinator, agency }] of members.entries()) {
    const person = await seat(coordinator, place === 0);
    people.push({ coordinator: person, workspace: `/workspace/${agency.slug}` });
    await step(`${agency.name} joins`, () => joinCounty(person, county));
    if (place === 5 && early) {
      await step('a partner confirms, also for who joins later', () =>
        confirmCounty(early, county, 'My confirmation holds for them too'),
      );
    }
  }
  if (!early || !late || !people[0]) throw new Error('The county has too few people.');
  const [neighbor] = people;
  await step('links of others are of no use to a neighbor', () =>
    tryMailOfOthers(neighbor.coordinator, people[1]?.coordinator ?? lead, late),
  );
  await step('the other partner confirms for everybody who has joined', () =>
    confirmCounty(late, county, 'Ask me again for them'),
  );

  await step('the lead sees all together', () => seeAllTogether(lead, group, county));
  for (const { coordinator, workspace: own } of [{ coordinator: lead, workspace }, ...people]) {
    await step('each agency has both partnerships', () => seeOwnPartnerships(coordinator, own, county));
  }
  for (const [place, partner] of county.partners.entries()) {
    const speaker = speakers[place] ?? early;
    await step('each partner has all twelve', () => seeEveryAgency(speaker, partner, names));
  }
});
