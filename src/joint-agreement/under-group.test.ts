import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { aJointGroup, confirms, joins } from '../testing/a-joint-group.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import type { JointGroupId } from './joint-agreement.ts';
import { listPairs } from './joint-reading-actions.ts';
import { UnderGroup } from './under-group.tsx';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it('the page of a partnership names the group it came out of, on each side with a link to that side’s groups', async () => {
  const { id, agencies, partners } = await aJointGroup(app.databases, { name: 'Birch Region' });
  const [agency] = agencies;
  const [partner] = partners;
  if (!agency || !partner) throw new Error('The group has too few parties.');
  await joins(agency, id);
  await confirms(partner, id);
  const [pair] = await agency.as((tx) => listPairs(tx, id));
  const sides = [
    { person: agency.coordinator, home: `/workspace/${agency.agency.slug}` },
    { person: partner.representative, home: `/partner/${partner.partner}` },
  ];
  for (const { person, home } of sides) {
    const cookie = await app.signIn(person.email);
    const answer = await app.get(`${home}/partnerships/${pair?.partnership}`, cookie);
    expect(answer.status, home).toBe(200);
    expect(await answer.text()).toContain(
      `<p>This partnership came out of the agreement of <a class="usa-link" href="${home}/groups/${id}">Birch Region</a>.</p>`,
    );
  }
});

it('the page of a partnership that the two made on their own names no group', async () => {
  const { agencies } = await aJointGroup(app.databases);
  const [agency] = agencies;
  if (!agency) throw new Error('The group has no agency.');
  const { id } = await aPartnership(app.databases, agency);
  const cookie = await app.signIn(agency.coordinator.email);
  const answer = await app.get(`/workspace/${agency.agency.slug}/partnerships/${id}`, cookie);
  expect(answer.status).toBe(200);
  expect(await answer.text()).not.toContain('came out of the agreement');
});

it('says until when a partnership was under the group’s agreement', () => {
  const group = { id: 'birch' as JointGroupId, name: 'Birch Region', until: '2026-03-05' as CalendarDate };
  expect(String(UnderGroup({ group, groups: '/workspace/elm-fork/groups' }))).toContain(
    '. It was under that agreement until March 5, 2026.',
  );
});
