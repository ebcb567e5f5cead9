import { afterAll, beforeAll, expect, it } from 'vitest';
import { undoImport } from '../file-import/commit-actions.ts';
import { submitForReview } from '../review/submit-actions.ts';
import { rosterImport } from '../roster/roster-import-actions.ts';
import { aTrainedAgency } from '../testing/a-sampled-submission.ts';
import { importRosterFile } from '../testing/roster-file.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { importTrainingFile } from '../testing/training-file.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it('a sampled record stays in the agency’s list when its person leaves the roster with an undone import', async () => {
  const made = await aTrainedAgency(app);
  const who = { agency: made.agency, person: made.coordinator.id };
  const file =
    'Emp #,Name,Course,Hours,Date,Status\n900,"Fern, Robin",Mental Health First Aid,8,3/1/2026,Passed\n';
  // The roster comes last: nothing newer then keeps it from being undone.
  await importTrainingFile(app.deps, who, file);
  await importRosterFile(app.deps, who, 'Emp #,Name,Rank\n900,"Fern, Robin",Officer\n');
  const sent = await made.as((tx) => submitForReview(tx, made.act(), { note: '', answers: new Map() }));
  if (!sent.ok) throw new Error(sent.refusal.code);
  const cookie = await app.signIn(made.coordinator.email);
  const list = `/workspace/${made.agency.slug}/review/sample`;
  expect(await (await app.get(list, cookie)).text()).toContain('Fern, Robin, 900');

  const [roster] = await asOwner<{ id: string }>(
    app.ownerUrl,
    `select id from file_import where agency_id = $1 and subject = 'roster' order by committed_at desc limit 1`,
    [made.agency.id],
  );
  expect(await undoImport(app.deps, who, rosterImport, roster?.id ?? '')).toMatchObject({ ok: true });

  const page = await (await app.get(list, cookie)).text();
  expect(page).toContain('5 records are asked for, of 5.');
  expect(page).not.toContain('Fern');
  expect(page.match(/Not on your roster any more \([0-9a-f]{8}\)/g)).not.toHaveLength(0);
  const [, place = ''] = /sample\/(\d+)"[^>]*>[^<]*<span class="usa-sr-only">: Not on/.exec(page) ?? [];
  const one = await (
    await app.get(`/workspace/${made.agency.slug}/review/${sent.value}/sample/${place}`, cookie)
  ).text();
  expect(one).toContain('This person is not on your roster any more');
  expect(one).toContain('Mental Health First Aid');
  expect(one).toContain('type="file"');
});
