import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { enrollStaff } from '../class-session/enrollment-actions.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import { endAgencyMembership, listAgencyMembers } from '../identity/membership-actions.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { aClass, aStaffMember } from '../testing/a-class.ts';
import { aStaffAccount, certificateFactsSent, sendCertificate } from '../testing/a-staff-account.ts';
import { type AgencyForTests, aMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { trainingOf } from '../training/person-training-actions.ts';
import { attestRecord } from '../training/record-entry-actions.ts';
import {
  confirmCertificate,
  findCertificate,
  returnCertificate,
  takeBackCertificate,
} from './certificate-actions.ts';
import { ownRecordOf } from './own-record-actions.ts';
import { inviteStaff, linkAccount, listAccounts, unlinkAccount } from './staff-account-actions.ts';
import { mostWaiting, recordProvenBy } from './submitted-certificate.ts';

const today = '2026-06-15' as CalendarDate;

let app: TestApp;
let agency: AgencyForTests;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await anAgency(app.databases);
});

const id = () => agency.agency.id;
const account = (name: string) => aStaffAccount(app.databases, agency, name);
const own = (person: KnownPerson) => ownRecordOf(app.deps.db.app, { agency: id(), person: person.id }, today);
const asPerson = <Result>(person: KnownPerson, work: (tx: Transaction) => Promise<Result>) =>
  actingAs(app.deps.db.app, { as: 'person', person: person.id }, work);
const send = (person: KnownPerson) => sendCertificate(app.deps, agency, person);
const confirm = (certificate: string, facts = certificateFactsSent()) =>
  agency.as((tx) => confirmCertificate(tx, agency.act(), certificate, facts));
const count = async (person: KnownPerson, table: string) => {
  const counted = await asPerson(person, (tx) =>
    sql<{ rows: number }>`select count(*)::int as rows from ${sql.table(table)}`.execute(tx),
  );
  return counted.rows[0]?.rows;
};

describe('the own record', () => {
  it('shows a person their records, classes to come and where they stand', async () => {
    const { account: dana, staff } = await account('Quillfeather, Dana');
    const session = await aClass(agency, { days: [{ day: today, startsAt: '08:00', endsAt: '17:00' }] });
    await agency.as((tx) => enrollStaff(tx, id(), session, [staff], today));
    expect(await own(dana)).toMatchObject({
      standing: { is: 'untrained' },
      sessions: [{ course: 'Mental Health First Aid for Public Safety', isWaiting: false }],
    });
    const record = recordProvenBy(certificateFactsSent({ completedOn: '2023-08-01' as CalendarDate }));
    const origin = { from: 'certificate', id: crypto.randomUUID() } as const;
    await agency.as((tx) => attestRecord(tx, id(), staff, record, agency.coordinator.id, origin));
    expect(await own(dana)).toMatchObject({
      standing: { is: 'trained', by: 'base' },
      endings: [{ program: 'mhfa', lastDay: '2026-08-01' }],
      training: { classes: [{ record: { title: 'Mental Health First Aid' } }] },
    });
  });

  it('is nobody’s whose account is not linked, or who no longer belongs to the agency', async () => {
    const outsider = await aMember(app.databases, id(), 'staff');
    expect(await own(outsider)).toBeUndefined();
    const { account: dana } = await account('Quillfeather, Dana');
    const members = await agency.as((tx) => listAgencyMembers(tx, id()));
    const membership = members.find(({ person }) => person === dana.id)?.id ?? '';
    await agency.as((tx) => endAgencyMembership(tx, id(), membership));
    expect(await own(dana)).toBeUndefined();
  });

  it('the database shows a person acting for themselves no row of anybody else', async () => {
    const { account: dana, staff } = await account('Quillfeather, Dana');
    const { account: robin, staff: other } = await account('Marsh, Robin');
    const session = await aClass(agency);
    await agency.as((tx) => enrollStaff(tx, id(), session, [staff, other], '2026-06-01' as CalendarDate));
    const foreign = await anAgency(app.databases);
    await aStaffAccount(app.databases, foreign, 'Ash, Ada');
    await confirm(await send(robin));
    await confirm(await send(dana));
    for (const table of [
      'staff_member',
      'training_record',
      'submitted_certificate',
      'class_seat',
      'staff_account',
    ])
      expect([table, await count(dana, table)]).toEqual([table, 1]);
    expect(await count(dana, 'stored_file')).toBe(1);
    const outsider = await aMember(app.databases, id(), 'staff');
    for (const table of [
      'staff_member',
      'training_record',
      'submitted_certificate',
      'class_session',
      'stored_file',
    ])
      expect([table, await count(outsider, table)]).toEqual([table, 0]);
  });

  it('a person can neither change their own row nor send a certificate in for a colleague', async () => {
    const { account: dana, staff } = await account('Quillfeather, Dana');
    const { staff: other } = await account('Marsh, Robin');
    const changed = await asPerson(dana, (tx) =>
      tx.updateTable('staff_member').set({ rank: 'Chief' }).where('id', '=', staff).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
    const certificate = await send(dana);
    const kept = await asPerson(dana, (tx) => findCertificate(tx, id(), certificate));
    const forged = asPerson(dana, (tx) =>
      sql`insert into submitted_certificate (agency_id, staff_id, file_id, course_title, completed_on, provider, state, submitted_by)
        values (${id()}, ${other}, ${kept?.file.id ?? ''}, 'CIT', '2026-01-05', '', 'submitted', ${dana.id})`.execute(
        tx,
      ),
    );
    await expect(forged).rejects.toThrow('row-level security');
    const confirmed = asPerson(dana, (tx) =>
      sql`update submitted_certificate set state = 'confirmed', record_id = ${certificate}, decided_by = ${dana.id},
        decided_at = now() where id = ${certificate}`.execute(tx),
    );
    await expect(confirmed).rejects.toThrow('row-level security');
  });
});

describe('a certificate that was sent in', () => {
  it('counts once an officer confirms what they read on it, and the person is told', async () => {
    const { account: dana, staff } = await account('Quillfeather, Dana');
    const certificate = await send(dana);
    expect(await own(dana)).toMatchObject({
      standing: { is: 'untrained' },
      certificates: [{ state: { is: 'submitted' } }],
    });
    const read = certificateFactsSent({ hours: 7.5, completedOn: '2026-05-05' as CalendarDate });
    expect((await confirm(certificate, read)).ok).toBe(true);
    const { classes } = await agency.as((tx) => trainingOf(tx, id(), staff, today));
    expect(classes[0]).toMatchObject({
      record: { hours: 7.5, completedOn: '2026-05-05', result: 'Certified' },
      rows: [{ origin: { from: 'certificate', id: certificate } }],
      qualifying: { verdict: 'counts' },
    });
    expect(await own(dana)).toMatchObject({
      standing: { is: 'trained', by: 'base' },
      certificates: [{ state: { is: 'confirmed' } }],
    });
    const mail = (await app.outbox()).find(({ recipient }) => recipient === dana.email);
    expect(mail?.subject).toBe('Your certificate was confirmed: Mental Health First Aid');
    expect(mail?.text).toContain(`/workspace/${agency.agency.slug}/my-training`);
  });

  it('is returned with a reason that the person reads and is mailed', async () => {
    const { account: dana } = await account('Quillfeather, Dana');
    const certificate = await send(dana);
    await agency.as((tx) => returnCertificate(tx, agency.act(), certificate, 'The date can’t be read.'));
    expect(await own(dana)).toMatchObject({
      standing: { is: 'untrained' },
      certificates: [{ state: { is: 'returned', reason: 'The date can’t be read.' } }],
    });
    const mail = (await app.outbox()).find(({ recipient }) => recipient === dana.email);
    expect(mail?.text).toContain('The date can’t be read.');
  });

  it('is settled once when two officers decide at the same time', async () => {
    const { account: dana, staff } = await account('Quillfeather, Dana');
    const certificate = await send(dana);
    const decided = await Promise.all([
      confirm(certificate),
      agency.as((tx) => returnCertificate(tx, agency.act(), certificate, 'Blurred.')),
      confirm(certificate),
    ]);
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of decided) if (!outcome.ok) expect(outcome.refusal.code).toBe('certificate-closed');
    const { classes } = await agency.as((tx) => trainingOf(tx, id(), staff, today));
    expect(classes.length).toBeLessThanOrEqual(1);
  });

  it('can be taken back by who sent it, until somebody has decided', async () => {
    const { account: dana } = await account('Quillfeather, Dana');
    const { account: robin } = await account('Marsh, Robin');
    const certificate = await send(dana);
    const takeBack = (person: KnownPerson, which: string) =>
      asPerson(person, (tx) => takeBackCertificate(tx, { agency: id(), person: person.id }, which));
    expect(await takeBack(robin, certificate)).toMatchObject({ refusal: { code: 'certificate-not-found' } });
    expect((await takeBack(dana, certificate)).ok).toBe(true);
    expect(await confirm(certificate)).toMatchObject({
      refusal: { code: 'certificate-closed', state: 'taken-back' },
    });
    const second = await send(dana);
    await confirm(second);
    expect(await takeBack(dana, second)).toMatchObject({
      refusal: { code: 'certificate-closed', state: 'confirmed' },
    });
  });

  it('proves a record that was here before, too', async () => {
    const { account: dana, staff } = await account('Quillfeather, Dana');
    await confirm(await send(dana));
    await confirm(await send(dana));
    expect((await agency.as((tx) => trainingOf(tx, id(), staff, today))).classes).toHaveLength(1);
  });

  it('waits for a look when its class is completed after today where the agency is', async () => {
    const { account: dana, staff } = await account('Quillfeather, Dana');
    const facts = certificateFactsSent({ completedOn: '2026-05-04' as CalendarDate });
    const lateOnThe3rd = new Date('2026-05-04T04:30:00Z');
    const certificate = await send(dana);
    await agency.as((tx) => confirmCertificate(tx, agency.act(undefined, lateOnThe3rd), certificate, facts));
    const { classes } = await agency.as((tx) => trainingOf(tx, id(), staff, today));
    expect(classes).toMatchObject([{ qualifying: { verdict: 'doubtful' } }]);
    expect(await own(dana)).toMatchObject({ standing: { is: 'untrained' } });
  });

  it('is one of a few that may wait', async () => {
    const { account: dana } = await account('Quillfeather, Dana');
    for (let sent = 0; sent < mostWaiting; sent += 1) await send(dana);
    await expect(send(dana)).rejects.toThrow('too-many-waiting');
  });

  it('is not seen by another agency', async () => {
    const { account: dana } = await account('Quillfeather, Dana');
    const certificate = await send(dana);
    const foreign = await anAgency(app.databases);
    expect(await foreign.as((tx) => findCertificate(tx, id(), certificate))).toBeUndefined();
    const confirmed = await foreign.as((tx) =>
      confirmCertificate(tx, { ...foreign.act(), agency: id() }, certificate, certificateFactsSent()),
    );
    expect(confirmed).toMatchObject({ refusal: { code: 'certificate-not-found' } });
  });
});

describe('whose account is whose', () => {
  const list = (shown: 'open' | 'linked' | 'all' = 'all') =>
    agency.as((tx) => listAccounts(tx, id(), { shown, search: '', limit: 50, offset: 0 }));
  const link = (person: KnownPerson, staff: string) =>
    agency.as((tx) => linkAccount(tx, id(), { person: person.id, staff }, agency.coordinator.id));

  it('is proposed where one address of the roster agrees, and linked only when somebody says so', async () => {
    const member = await aMember(app.databases, id(), 'staff');
    const staff = await aStaffMember(agency, 'Quillfeather, Dana', { email: member.email.toUpperCase() });
    const found = async () => (await list()).accounts.find(({ person }) => person === member.id)?.link;
    expect(await found()).toMatchObject({ is: 'proposed', staff: { id: staff } });
    expect(await own(member)).toBeUndefined();
    await aStaffMember(agency, 'Quillfeather, Dan', { email: member.email });
    expect(await found()).toEqual({ is: 'open' });
    expect((await link(member, staff)).ok).toBe(true);
    expect(await found()).toMatchObject({ is: 'linked', staff: { id: staff } });
    expect((await list('open')).accounts.map(({ person }) => person)).not.toContain(member.id);
  });

  it('is one to one, and can be taken back', async () => {
    const { account: dana, staff } = await account('Quillfeather, Dana');
    const { account: robin, staff: other } = await account('Marsh, Robin');
    expect((await link(dana, staff)).ok).toBe(true);
    expect(await link(dana, other)).toMatchObject({ refusal: { code: 'account-linked-already' } });
    await agency.as((tx) => unlinkAccount(tx, id(), robin.id, agency.coordinator.id));
    expect(await own(robin)).toBeUndefined();
    expect(await link(robin, staff)).toMatchObject({ refusal: { code: 'staff-linked-already' } });
    expect((await link(robin, other)).ok).toBe(true);
  });

  it('is of people of the own agency and roster only', async () => {
    const { staff } = await account('Quillfeather, Dana');
    const foreign = await anAgency(app.databases);
    expect(await link(foreign.coordinator, staff)).toMatchObject({ refusal: { code: 'member-not-found' } });
    const stranger = await aStaffAccount(app.databases, foreign, 'Ash, Ada');
    expect(await link(agency.coordinator, stranger.staff)).toMatchObject({
      refusal: { code: 'staff-not-found' },
    });
  });

  it('is settled by the invitation that somebody accepts', async () => {
    const staff = await aStaffMember(agency, 'Quillfeather, Dana');
    const email = `dana-${crypto.randomUUID()}@agency.test`;
    const invited = await agency.as((tx) => inviteStaff(tx, agency.act(), staff, email));
    expect(invited.ok).toBe(true);
    const mail = (await app.outbox()).find(({ recipient }) => recipient === email);
    const path = /http:\/\/onemind\.test(\/invitations\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    const cookie = await app.signIn(email);
    const accepted = await app.post(path, {}, cookie);
    expect(accepted.headers.get('location')).toBe(`/workspace/${agency.agency.slug}/my-training`);
    const page = await app.get(`/workspace/${agency.agency.slug}/my-training`, cookie);
    expect(await page.text()).toContain('Dana Quillfeather');
    const again = await agency.as((tx) => inviteStaff(tx, agency.act(), staff, 'other@agency.test'));
    expect(again).toMatchObject({ refusal: { code: 'staff-linked-already' } });
  });
});
