import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs } from '../database/acting.ts';
import { endPartnership } from '../partnership/partnership-actions.ts';
import { thaw } from '../snapshot/snapshot.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { aReadyAgency } from '../testing/a-ready-agency.ts';
import { type AgencyForTests, aCampaignMember } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { findFrozenSubmission, listSubmissions } from './submission-store.ts';
import { submitForReview } from './submit-actions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

/** How many wait for a lock in this test's database. */
async function waitingForLocks(): Promise<number> {
  const rows = await asOwner(
    app.ownerUrl,
    "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return rows.length;
}

const send = (made: AgencyForTests) =>
  made.as((tx) => submitForReview(tx, made.act(), { note: 'Here we are.', answers: new Map() }));

describe('an agency that has met every requirement', () => {
  it('sends a snapshot with its figures, its checklist and its documents, and no officer’s name', async () => {
    const made = await aReadyAgency(app);
    expect(await send(made)).toMatchObject({ ok: true });
    const submission = await made.as(async (tx) => {
      const [sent] = await listSubmissions(tx, made.agency.id);
      return sent && findFrozenSubmission(tx, sent.id);
    });
    const snapshot = thaw(submission?.snapshotText ?? '');
    expect(snapshot.facts.coverage).toMatchObject({ sworn: 4, advanced: 1, base: 3, untrained: 0 });
    expect(snapshot.requirements.map(({ state }) => state)).toEqual(['met', 'met', 'met', 'met']);
    expect(snapshot.checklist).toHaveLength(14);
    expect(snapshot.documents.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^Agreement with Harbor Counseling/),
      'Response to People in Crisis',
    ]);
    for (const name of ['Example', 'Sample', 'Fictional', 'Imagined']) {
      expect(submission?.snapshotText).not.toContain(name);
    }
  });

  it('sends once when the button is pressed twice at once', async () => {
    const made = await aReadyAgency(app);
    const outcomes = await Promise.all([send(made), send(made)]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await made.as((tx) => listSubmissions(tx, made.agency.id))).toHaveLength(1);
  });

  it('sends nothing that somebody was undoing in the same moment', async () => {
    const made = await aReadyAgency(app);
    const { id, revision } = await made.as((tx) =>
      tx.selectFrom('partnership').select(['id', 'revision']).executeTakeFirstOrThrow(),
    );
    const undone = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const ending = made.as(async (tx) => {
      const ended = await endPartnership(tx, made.act(), id, { revision, reason: 'They moved.' });
      undone.resolve();
      await mayCommit.promise;
      return ended;
    });
    await undone.promise;
    const sending = send(made);
    await expect.poll(waitingForLocks).toBeGreaterThan(0).finally(mayCommit.resolve);
    expect(await ending).toMatchObject({ ok: true });
    expect(await sending).toMatchObject({ ok: false, refusal: { code: 'outstanding' } });
  });

  it('lets the campaign see its proof from then on, and not before', async () => {
    const made = await aReadyAgency(app);
    const reviewer = await aCampaignMember(app.databases, 'reviewer');
    const seen = () =>
      actingAs(app.databases.app, { as: 'campaign', person: reviewer.id }, (tx) =>
        tx.selectFrom('stored_file').select('purpose').where('agency_id', '=', made.agency.id).execute(),
      );
    expect(await seen()).toEqual([]);
    await send(made);
    await aPolicy(made, { until: 'uploaded' });
    expect((await seen()).map(({ purpose }) => purpose).toSorted()).toEqual(['agreement', 'policy']);
  });
});
