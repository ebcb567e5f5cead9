import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signOffKey } from '../acknowledgment/sign-off-decision.ts';
import { settleSigners } from '../acknowledgment/sign-off-decision-actions.ts';
import { listSignOffDecisions } from '../acknowledgment/sign-off-decision-store.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { askForCredential, ownCredentials } from '../credential/staff-credential-actions.ts';
import { commitImport, undoImport } from '../file-import/commit-actions.ts';
import { findImport } from '../file-import/import-actions.ts';
import { planImport } from '../file-import/plan-actions.ts';
import { understandFile } from '../file-import/understand-actions.ts';
import { linkAccount } from '../own-record/staff-account-actions.ts';
import { aStaffMember } from '../testing/a-class.ts';
import { aSampledSubmission } from '../testing/a-sampled-submission.ts';
import { aStaffAccount } from '../testing/a-staff-account.ts';
import { type AgencyForTests, aMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { planTrainingFile, withReceivedFile } from '../testing/training-file.ts';
import { trainingImport } from '../training/training-import-actions.ts';
import { choicesBy } from './person-merge.ts';
import { mergePeople, undoMerge } from './person-merge-actions.ts';
import { rosterImport } from './roster-import-actions.ts';
import { listAllStaff } from './roster-store.ts';
import type { StaffId } from './staff-member.ts';

const today = '2026-06-10' as CalendarDate;
const now = new Date(`${today}T17:00:00Z`);
let app: TestApp;
let agency: AgencyForTests;
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await anAgency(app.databases);
});

async function merge(made: AgencyForTests, kept: StaffId, other: StaffId) {
  const asked = { kept, other, choices: choicesBy(() => 'kept' as const), reason: '' };
  const merged = await made.as((tx) => mergePeople(tx, made.agency.id, asked, made.coordinator.id));
  if (!merged.ok) throw new Error(merged.refusal.code);
  const { merge: id } = merged.value;
  return () => made.as((tx) => undoMerge(tx, made.agency.id, id, made.coordinator.id));
}

/** Rows of a table to the last column. */
const rowsOf = (table: string, { agency: { id } }: AgencyForTests) =>
  asOwner<{ row: { id?: string } }>(
    app.ownerUrl,
    `select to_jsonb(t) as row from ${table} t where agency_id = $1 order by 1`,
    [id],
  );

describe('a credential of somebody who is on the roster twice', () => {
  async function credited() {
    const dana = await aStaffAccount(app.databases, agency, 'Quillfeather, Dana');
    const who = { agency: agency.agency, person: agency.coordinator.id };
    const row = '"Quillfeather, Dana",Mental Health First Aid,8,5/4/2026,Passed';
    const file = await planTrainingFile(app.deps, who, `Name,Course,Hours,Date,Status\n${row}\n`);
    await commitImport(app.deps, who, trainingImport, file.id, {});
    const oneself = { agency: agency.agency, person: dana.account.id, email: dana.account.email };
    const own = () => ownCredentials(app.databases.app, oneself, today);
    const record = (await own())?.trainings[0]?.record;
    if (!record) throw new Error('Nothing counts.');
    const asked = { record, holder: 'Dana Quillfeather' };
    const issued = await askForCredential(app.databases.app, oneself, asked, today, app.deps);
    if (!issued.ok) throw new Error(issued.refusal.code);
    return { dana, own, who, file };
  }

  it('goes over with its record and its holder, is one still, and comes back', async () => {
    const { dana, own } = await credited();
    const kept = await aStaffMember(agency, 'Quillfeather, D.');
    const before = await rowsOf('staff_credential', agency);
    const undo = await merge(agency, kept, dana.staff);
    expect(await rowsOf('staff_credential', agency)).toMatchObject([
      { row: { staff_id: kept, ended_at: null } },
    ]);
    expect(await own()).toMatchObject({ trainings: [{}], credentials: [{ holder: 'Dana Quillfeather' }] });
    expect(await undo()).toMatchObject({ ok: true });
    expect(await rowsOf('staff_credential', agency)).toEqual(before);
  });

  it('is not another agency’s to move', async () => {
    await credited();
    const before = await rowsOf('staff_credential', agency);
    const other = await anAgency(app.databases);
    const stranger = await aStaffMember(other, 'Marsh, Robin');
    const ids = before.map(({ row }) => row.id);
    await other.as((tx) => sql`select move_staff_credentials(${ids}::uuid[], ${stranger})`.execute(tx));
    expect(await rowsOf('staff_credential', agency)).toEqual(before);
  });

  it('keeps the training file with its record from being undone', async () => {
    const { who, file } = await credited();
    expect(await undoImport(app.deps, who, trainingImport, file.id)).toMatchObject({
      ok: false,
      refusal: { code: 'touched-since', names: ['Dana Quillfeather'] },
    });
  });
});

describe('a sampled record of somebody who is on the roster twice', () => {
  it('stays on the agency’s list under the entry that is kept, and comes back', async () => {
    const { made } = await aSampledSubmission(app);
    const cookie = await app.signIn(made.coordinator.email);
    const listed = async () => {
      const page = await (await app.get(`/workspace/${made.agency.slug}/review/sample`, cookie)).text();
      const [, ...rows] = page.slice(page.indexOf('<tbody>'), page.indexOf('</tbody>')).split('<tr');
      return rows.map((row) => /Quill[a-z]{2}/.exec(row)?.[0]).toSorted();
    };
    const [first, second] = await made.as((tx) => listAllStaff(tx, made.agency.id));
    if (!first || !second) throw new Error('Nobody is there.');
    const all = ['Quillaa', 'Quillab', 'Quillac', 'Quillad'];
    expect(await listed()).toEqual(all);
    const before = await rowsOf('sampled_person', made);
    const undo = await merge(made, first.id, second.id);
    expect(await listed()).toEqual(
      all.map((name) => (name === second.name.family ? first.name.family : name)).toSorted(),
    );
    expect(await undo()).toMatchObject({ ok: true });
    expect(await rowsOf('sampled_person', made)).toEqual(before);
    expect(await listed()).toEqual(all);
  });
});

describe('what somebody said of a person as sign-off lists write them', () => {
  it('is said of the entry that is kept, and comes back', async () => {
    const kept = await aStaffMember(agency, 'Birch, Dana');
    const other = await aStaffMember(agency, 'Birch, Daniela');
    const written = { name: { family: 'Byrch', given: 'D', middle: '', suffix: '' }, employeeNumber: '' };
    const doubt = { kind: 'doubtful', reason: 'name-only-alike', candidates: [] } as const;
    const key = signOffKey(written, doubt, { importId: '', row: 2 });
    const answers = new Map([[key, { is: 'person', staff: other }]] as const);
    expect(await agency.as((tx) => settleSigners(tx, agency.act(), answers))).toEqual([]);
    const before = await rowsOf('sign_off_decision', agency);
    const undo = await merge(agency, kept, other);
    const said = await agency.as((tx) => listSignOffDecisions(tx, agency.agency.id));
    expect(said.get(key)).toBe(kept);
    expect(await undo()).toMatchObject({ ok: true });
    expect(await rowsOf('sign_off_decision', agency)).toEqual(before);
  });
});

describe('an import of the roster', () => {
  it('stays once somebody whom it brought signs in to see their own training', async () => {
    const who = { agency: agency.agency, person: agency.coordinator.id };
    const file = await importRosterFile('Last Name,First Name,Rank\nQuillfeather,Dana,Officer\n');
    const [dana] = await agency.as((tx) => listAllStaff(tx, agency.agency.id));
    if (!dana) throw new Error('Nobody is there.');
    const account = await aMember(app.databases, agency.agency.id, 'staff');
    const link = { person: account.id, staff: dana.id };
    await agency.as((tx) => linkAccount(tx, agency.agency.id, link, who.person));
    expect(await undoImport(app.deps, who, rosterImport, file)).toMatchObject({
      ok: false,
      refusal: { code: 'touched-since', names: ['Dana Quillfeather'] },
    });
  });

  async function importRosterFile(content: string): Promise<string> {
    const who = { agency: agency.agency, person: agency.coordinator.id };
    const understood = await withReceivedFile(content, (received) =>
      understandFile(app.deps, who, rosterImport, received),
    );
    if (!understood.ok) throw new Error(understood.refusal.code);
    const { id } = understood.value;
    const found = await agency.as((tx) => findImport(tx, agency.agency.id, rosterImport, id));
    if (!found) throw new Error('The import is not there.');
    const said = { mapping: found.columns.mapping, facts: { fullRoster: true } };
    await planImport(app.deps, who, rosterImport, id, said);
    const committed = await commitImport(app.deps, who, rosterImport, id, { separateMissing: false });
    if (!committed.ok) throw new Error(committed.refusal.code);
    return id;
  }
});
