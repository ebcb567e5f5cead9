import { type Browser, test } from '@playwright/test';
import { aJointGroup, joins } from '../src/testing/a-joint-group.ts';
import { anAgency } from './agency.ts';
import { lookAt } from './looks.ts';
import { type Named, signIn, sitDown } from './people/person.ts';
import { withJourneyDatabase } from './site/journey-database.ts';
import { addToCampaign } from './site/journey-site.ts';
import { aWorkingPair } from './site/working-pair.ts';

// The two halves need nothing of each other, and this is the longest of the journeys.
test.describe.configure({ mode: 'parallel', timeout: 600_000 });

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

test('pages of an agency that works with a partner fit phone, tablet, desk and paper, and axe finds nothing', async ({
  browser,
}) => {
  const pair = await withJourneyDatabase(aWorkingPair);
  const { meeting, action, policy, draft, month, partnership } = pair;
  const together = ofPartnership(meeting, action).map((path) => `/partnerships/${partnership.id}${path}`);
  const workspace = `/workspace/${pair.agency.agency.slug}`;
  const look = await onePlaceToLook(browser);
  await look('agency', pair.agency.coordinator, [
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
});

test('pages of partners, groups and the campaign fit phone, tablet, desk and paper, and axe finds nothing', async ({
  browser,
}) => {
  const { pair, group } = await withJourneyDatabase(async (databases, files) => {
    const group = await aJointGroup(databases, { agencies: 3, name: 'Larkspur and Upper Alder Counties' });
    for (const agency of group.agencies.slice(0, 1)) await joins(agency, group.id);
    return { pair: await aWorkingPair(databases, files), group };
  });
  const { administrator } = anAgency('Larkspur Falls');
  await addToCampaign({ ...administrator, role: 'administrator' });
  const { partnership } = pair;
  const look = await onePlaceToLook(browser);

  const organization = `/partner/${partnership.partner}`;
  await look(
    'representative',
    partnership.representative,
    [
      ...['', '/profile', '/profile/edit', '/team'],
      // The other pages of a partnership are the same on both sides.
      ...['', '/policy', '/outcomes'].map((path) => `/partnerships/${partnership.id}${path}`),
    ].map((path) => `${organization}${path}`),
  );

  const lead = `/workspace/${group.lead.agency.slug}/groups`;
  await look('lead', group.lead.coordinator, [
    lead,
    `${lead}/new`,
    ...['', '/agencies', '/partners?search=counseling', '/agreement', '/agreement/roles', '/end'].map(
      (path) => `${lead}/${group.id}${path}`,
    ),
  ]);
  const [joined, asked] = group.agencies;
  for (const [as, member] of Object.entries({ joined, asked })) {
    if (!member) throw new Error('The group has too few agencies.');
    const own = `/workspace/${member.agency.slug}/groups`;
    await look(as, member.coordinator, [own, `${own}/${group.id}`]);
  }
  for (const { partner, representative } of group.partners) {
    const own = `/partner/${partner}/groups`;
    await look('partner', representative, [own, `${own}/${group.id}`, `${own}/${group.id}/refuse`]);
  }

  await look('campaign', administrator, [
    '/campaign/organizations',
    `/campaign/organizations/${partnership.partner}`,
    '/campaign/groups',
    '/campaign/groups/new',
    `/campaign/groups/${group.id}`,
    '/campaign/outcomes',
  ]);
});

/** One browser for everybody, so that styles, typefaces and scripts are fetched once; who looks next signs in anew. */
async function onePlaceToLook(browser: Browser) {
  const seat = await sitDown(
    browser,
    { name: 'Nobody yet', email: '' },
    { hasScripts: true, withAxe: false },
  );
  return async (as: string, named: Named, paths: readonly string[]) => {
    await seat.context.clearCookies();
    await seat.page.setViewportSize({ width: 1280, height: 900 });
    await signIn({ ...seat, ...named });
    await lookAt(seat.page, paths, { withAxe: true, as });
  };
}
