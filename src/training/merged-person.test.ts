import { expect, it } from 'vitest';
import { choicesBy } from '../roster/person-merge.ts';
import { mergePeople } from '../roster/person-merge-actions.ts';
import { listAllStaff } from '../roster/roster-actions.ts';
import { anAgency } from '../testing/an-agency.ts';
import { importRosterFile } from '../testing/roster-file.ts';
import { createTestApp } from '../testing/test-app.ts';

it('the training of somebody who was merged is found with the person that stands', async () => {
  const app = await createTestApp();
  try {
    const agency = await anAgency(app.databases);
    const { id, slug } = agency.agency;
    const who = { agency: agency.agency, person: agency.coordinator.id };
    await importRosterFile(
      app.deps,
      who,
      'Emp #,Last Name,First Name,Rank\n0101,Example,Alex,Officer\n0102,Sample,Jordan,Officer\n',
    );
    const [kept, other] = await agency.as((tx) => listAllStaff(tx, id));
    if (!kept || !other) throw new Error('There are not two people.');
    const choices = choicesBy(() => 'kept');
    const merged = await agency.as((tx) =>
      mergePeople(tx, id, { kept: kept.id, other: other.id, choices, reason: '' }, who.person),
    );
    expect(merged.ok).toBe(true);

    const cookie = await app.signIn(agency.coordinator.email);
    const people = `/workspace/${slug}/training/people`;
    const answer = await app.get(`${people}/${other.id}`, cookie);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`${people}/${kept.id}?done=was-merged`);
    const page = await (await app.get(`${people}/${kept.id}?done=was-merged`, cookie)).text();
    expect(page).toContain('The entry you looked for is now part of this person.');

    const stranger = await anAgency(app.databases);
    const foreign = await app.signIn(stranger.coordinator.email);
    const path = `/workspace/${stranger.agency.slug}/training/people/${other.id}`;
    expect((await app.get(path, foreign)).status).toBe(404);
  } finally {
    await app.close();
  }
});
