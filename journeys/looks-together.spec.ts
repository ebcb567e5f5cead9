import { type Page, test } from '@playwright/test';
import { aJointGroup, joins } from '../src/testing/a-joint-group.ts';
import { anAgency } from './agency.ts';
import { lookAt } from './looks.ts';
import { type Named, signIn, sitDown } from './people/person.ts';
import { withJourneyDatabase } from './site/journey-database.ts';
import { addToCampaign } from './site/journey-site.ts';
import { aWorkingPair } from './site/working-pair.ts';

const look = (page: Page, paths: readonly string[]) => lookAt(page, paths, { withAxe: true });

/** What both sides have of one partnership, beneath its address. */
const ofPartnership = (meeting: string, action: string) => [
  '',
  '/agreement/versions',
  '/agreement/versions/1',
  '/agreement/draft',
  '/agreement/draft/purpose',
  '/agreement/draft/contacts',
  '/agreement/draft/term',
  '/agreement/renew',
  '/meetings',
  '/meetings/new',
  `/meetings/${meeting}`,
  `/meetings/${meeting}/hold`,
  `/meetings/${meeting}/print`,
  '/actions',
  '/actions/new',
  `/actions/${action}`,
  '/trainings',
  '/check-ins',
  '/check-ins/answer',
  '/sustained',
  '/policy',
  '/outcomes',
];

test('pages of those who work together fit phone, tablet, desk and paper, and axe finds nothing', async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const { pair, group } = await withJourneyDatabase(async (databases) => {
    const group = await aJointGroup(databases, { agencies: 3, name: 'Larkspur and Upper Alder Counties' });
    for (const agency of group.agencies.slice(0, 1)) await joins(agency, group.id);
    return { pair: await aWorkingPair(databases), group };
  });
  const { administrator } = anAgency('Larkspur Falls');
  await addToCampaign({ ...administrator, role: 'administrator' });
  const pageOf = async (named: Named) => {
    const person = await sitDown(browser, named, { hasScripts: true, withAxe: false });
    await signIn(person);
    return person.page;
  };
  const { meeting, action, policy, draft, month, partnership } = pair;
  const together = ofPartnership(meeting, action).map((path) => `/partnerships/${partnership.id}${path}`);

  const workspace = `/workspace/${pair.agency.agency.slug}`;
  const coordinator = await pageOf(pair.agency.coordinator);
  await look(coordinator, [
    ...together.map((path) => `${workspace}${path}`),
    ...[
      '/partnerships/new',
      `/partnerships/organizations/${partnership.partner}`,
      '/outcomes',
      '/outcomes/history',
      `/outcomes/months/${month}`,
      '/outcomes/settings',
      '/outcomes/import',
      '/policy',
      `/policy/versions/${policy}`,
      `/policy/versions/${draft}/changes`,
      '/policy/draft/details',
      '/policy/review',
      '/policy/acknowledgments',
      '/policy/acknowledgments/people',
      '/policy/acknowledgments/roll-call',
      '/policy/acknowledgments/mail',
      '/policy/acknowledgments/import',
      '/policy/acknowledge',
    ].map((path) => `${workspace}${path}`),
  ]);

  const organization = `/partner/${partnership.partner}`;
  await look(
    await pageOf(partnership.representative),
    [
      ...['', '/profile', '/profile/edit', '/team'],
      // The other pages of a partnership are the same on both sides.
      ...['', '/agreement/versions', '/check-ins', '/policy', '/outcomes'].map(
        (path) => `/partnerships/${partnership.id}${path}`,
      ),
    ].map((path) => `${organization}${path}`),
  );

  const lead = `/workspace/${group.lead.agency.slug}/groups`;
  await look(await pageOf(group.lead.coordinator), [
    lead,
    `${lead}/new`,
    ...['', '/agencies', '/partners?search=counseling', '/agreement', '/agreement/roles', '/end'].map(
      (path) => `${lead}/${group.id}${path}`,
    ),
  ]);
  for (const { agency, coordinator: member } of group.agencies.slice(0, 2)) {
    const own = `/workspace/${agency.slug}/groups`;
    await look(await pageOf(member), [own, `${own}/${group.id}`]);
  }
  for (const { partner, representative } of group.partners) {
    const own = `/partner/${partner}/groups`;
    await look(await pageOf(representative), [own, `${own}/${group.id}`, `${own}/${group.id}/refuse`]);
  }

  await look(await pageOf(administrator), [
    '/campaign/organizations',
    `/campaign/organizations/${partnership.partner}`,
    '/campaign/groups',
    '/campaign/groups/new',
    `/campaign/groups/${group.id}`,
    '/campaign/outcomes',
  ]);
});
