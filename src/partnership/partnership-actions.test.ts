import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recentAgencyEvents } from '../audit/audit.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { findInvitation, listInvitations } from '../identity/invitation-actions.ts';
import { grantAgencyRole } from '../identity/membership-actions.ts';
import { listOutbox } from '../mail/mail-store.ts';
import { addOrganization, listOrganizations } from '../partner-organization/partner-organization-actions.ts';
import { addStaffMember } from '../roster/roster-actions.ts';
import { anAdmittedFile, anArrangement, aPartnership } from '../testing/a-partnership.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import {
  changeNaming,
  confirmPartnership,
  declinePartnership,
  endPartnershipByPartner,
} from './partner-answer-actions.ts';
import {
  askAgain,
  endPartnership,
  findPartnership,
  listNamedPartners,
  partnershipStandings,
} from './partnership-actions.ts';
import { proposePartnership } from './proposal-actions.ts';
import { revisePartnership } from './revision-actions.ts';

let database: TestDatabase;
let agency: AgencyForTests;
let other: AgencyForTests;
beforeAll(async () => {
  database = await createTestDatabase();
  agency = await anAgency(database.databases, { pledge: 'none' });
  other = await anAgency(database.databases, { pledge: 'none' });
});
afterAll(() => database.drop());

const today = '2026-03-05' as CalendarDate;
const signer = { name: 'Casey Coordinator', title: 'Sergeant' };
const outbox = () => actingAs(database.databases.app, { as: 'system' }, (tx) => listOutbox(tx, 500));
const mailTo = async (email: string) => (await outbox()).filter(({ recipient }) => recipient === email);
const inviteToken = (text: string) => /\/invitations\/(\S+)/.exec(text)?.[1] ?? '';
const revisionOf = (revision: number) => ({
  name: 'Morgan Speaker',
  title: 'Director',
  isNamedInPublic: true,
  revision,
});

describe('a proposal', () => {
  it('invites the representative, whose confirmation makes it active and is told to the coordinator', async () => {
    const partnership = await aPartnership(database.databases, agency);
    const [invited] = await mailTo(partnership.representative.email);
    expect(invited?.subject).toContain('confirm a partnership');
    expect(invited?.text).toContain('/invitations/');
    expect((await partnership.now()).state).toMatchObject({
      is: 'active',
      confirmation: { name: 'Morgan Speaker', title: 'Director' },
    });
    const told = await mailTo(agency.coordinator.email);
    expect(told[0]?.text).toContain(`/workspace/${agency.agency.slug}/partnerships/${partnership.id}`);
    const events = await agency.as((tx) => recentAgencyEvents(tx, agency.agency.id, 50));
    const steps = events.filter(({ subject }) => subject.id === partnership.id).map(({ action }) => action);
    expect(steps).toEqual(['partnership-confirmed', 'partnership-proposed']);
  });

  it('to an organization with an account mails its people a plain link and invites nobody', async () => {
    const { partner, representative } = await aPartnership(database.databases, agency);
    const outcome = await other.as((tx) =>
      proposePartnership(tx, other.act(), {
        organization: partner,
        arrangement: anArrangement(),
        agreement: undefined,
        representativeEmail: 'somebody.else@agency.test',
        signer,
      }),
    );
    expect(outcome.ok).toBe(true);
    expect(await other.as((tx) => listInvitations(tx, { partner }))).toEqual([]);
    expect(await mailTo('somebody.else@agency.test')).toEqual([]);
    const [mail] = await mailTo(representative.email);
    expect(mail?.text).toContain(`http://onemind.test/partner/${partner}/partnerships/`);
  });

  it('is refused without somebody to ask, with a colleague to ask, and beside a live one', async () => {
    const organization = await agency.as(async (tx) => {
      const facts = {
        name: 'Lone Oak Clinic',
        kinds: ['hospital'],
        placesServed: ['Oak'],
        website: undefined,
      } as const;
      const added = await addOrganization(tx, agency.act(), facts, false);
      expect((await addOrganization(tx, agency.act(), { ...facts, name: 'LONE OAK clinic' }, false)).ok).toBe(
        false,
      );
      return added.ok ? added.value : undefined;
    });
    if (!organization) throw new Error('The organization was not added.');
    const propose = (representativeEmail: string | undefined) =>
      agency.as((tx) =>
        proposePartnership(tx, agency.act(), {
          organization,
          arrangement: anArrangement(),
          agreement: undefined,
          representativeEmail,
          signer,
        }),
      );
    expect(await propose(undefined)).toMatchObject({ refusal: { code: 'representative-missing' } });
    const tagged = agency.executive.email.replace('@', '+partner@');
    const lieutenant = `lt-${agency.agency.slug}@gmail.com`;
    const staff = { employeeNumber: '7', badge: '', rank: '', unit: '', shift: '', kind: 'sworn' as const };
    const name = { family: 'Quill', given: 'Alex', middle: '', suffix: '' };
    await agency.as((tx) =>
      addStaffMember(tx, agency.agency.id, { ...staff, name, email: lieutenant.toUpperCase() }),
    );
    for (const own of [agency.executive.email, tagged, lieutenant, lieutenant.replace('lt-', 'l.t-')]) {
      expect(await propose(own)).toMatchObject({ refusal: { code: 'representative-own-colleague' } });
    }
    const both = await Promise.all([propose('a@oak.test'), propose('a@oak.test')]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'partnership-live' } });
  });

  it('sent to another address takes the earlier link back', async () => {
    const proposed = await aPartnership(database.databases, agency, { until: 'proposed' });
    const token = inviteToken((await mailTo(proposed.representative.email))[0]?.text ?? '');
    const email = `${randomUUID()}@partner.test`;
    const { arrangement, revision } = await proposed.now();
    const outcome = await agency.as((tx) =>
      revisePartnership(tx, agency.act(), proposed.id, {
        revision,
        arrangement,
        agreement: undefined,
        representativeEmail: email,
        signer,
      }),
    );
    expect(outcome).toEqual({ ok: true, value: 'asked' });
    expect((await findInvitation(database.databases.app, token))?.state).toBe('revoked');
    const newer = inviteToken((await mailTo(email))[0]?.text ?? '');
    expect((await findInvitation(database.databases.app, newer))?.state).toBe('open');
  });

  it('is asked about again with a new link only', async () => {
    const proposed = await aPartnership(database.databases, agency, { until: 'proposed' });
    expect((await agency.as((tx) => askAgain(tx, agency.act(), proposed.id))).ok).toBe(true);
    const [newer, older] = (await mailTo(proposed.representative.email)).map(({ text }) => inviteToken(text));
    expect((await findInvitation(database.databases.app, older ?? ''))?.state).toBe('revoked');
    expect((await findInvitation(database.databases.app, newer ?? ''))?.state).toBe('open');
  });
});

describe('a confirmation', () => {
  it('is bound to what was shown', async () => {
    const waiting = await aPartnership(database.databases, agency, { until: 'accepted' });
    const shown = await waiting.now();
    const revised = await agency.as((tx) =>
      revisePartnership(tx, agency.act(), waiting.id, {
        revision: shown.revision,
        arrangement: { ...shown.arrangement, purpose: 'Something quite different.' },
        agreement: undefined,
        representativeEmail: undefined,
        signer,
      }),
    );
    expect(revised).toEqual({ ok: true, value: 'asked' });
    const stale = await waiting.as((tx) =>
      confirmPartnership(tx, waiting.act(), waiting.id, revisionOf(shown.revision)),
    );
    expect(stale).toMatchObject({ refusal: { code: 'partnership-changed' } });
    expect((await waiting.now()).state.is).toBe('proposed');
  });

  it.each(['end', 'revise'] as const)(
    'and an agency that would %s it at the same moment: one wins',
    async (does) => {
      const waiting = await aPartnership(database.databases, agency, { until: 'accepted' });
      const { revision, arrangement } = await waiting.now();
      const [confirmed, changed] = await Promise.all([
        waiting.as((tx) => confirmPartnership(tx, waiting.act(), waiting.id, revisionOf(revision))),
        agency.as(async (tx): Promise<{ readonly ok: boolean }> => {
          if (does === 'end') {
            return endPartnership(tx, agency.act(), waiting.id, { revision, reason: 'A mistake.' });
          }
          return revisePartnership(tx, agency.act(), waiting.id, {
            revision,
            arrangement: { ...arrangement, purpose: 'Another purpose.' },
            agreement: undefined,
            representativeEmail: undefined,
            signer,
          });
        }),
      ]);
      expect([confirmed.ok, changed.ok].sort()).toEqual([false, true]);
      const state = (await waiting.now()).state.is;
      expect(state).toBe(confirmed.ok ? 'active' : does === 'end' ? 'ended' : 'proposed');
    },
  );

  it('is not taken from somebody who works at the agency', async () => {
    const waiting = await aPartnership(database.databases, agency, { until: 'accepted' });
    await actingAs(database.databases.app, { as: 'system' }, (tx) =>
      grantAgencyRole(tx, { agency: agency.agency.id, person: waiting.representative.id, role: 'staff' }),
    );
    const { revision } = await waiting.now();
    const outcome = await waiting.as((tx) =>
      confirmPartnership(tx, waiting.act(), waiting.id, revisionOf(revision)),
    );
    expect(outcome).toMatchObject({ refusal: { code: 'own-agency' } });
  });

  it('is not taken from somebody who stands on the agency’s roster and has no role there', async () => {
    const waiting = await aPartnership(database.databases, agency, { until: 'accepted' });
    const { email } = waiting.representative;
    const staff = { employeeNumber: '8', badge: '', rank: '', unit: '', shift: '', kind: 'sworn' as const };
    const name = { family: 'Quill', given: 'Robin', middle: '', suffix: '' };
    await agency.as((tx) => addStaffMember(tx, agency.agency.id, { ...staff, name, email }));
    const { revision } = await waiting.now();
    const outcome = await waiting.as((tx) =>
      confirmPartnership(tx, waiting.act(), waiting.id, revisionOf(revision)),
    );
    expect(outcome).toMatchObject({ refusal: { code: 'own-agency' } });
  });
});

describe('an active partnership', () => {
  const revise = async (
    partnership: Awaited<ReturnType<typeof aPartnership>>,
    change: Parameters<typeof anArrangement>[0],
    agreement = false,
  ) => {
    const { arrangement, revision } = await partnership.now();
    return agency.as((tx) =>
      revisePartnership(tx, agency.act(), partnership.id, {
        revision,
        arrangement: { ...arrangement, ...change },
        agreement: agreement ? anAdmittedFile('newer.pdf') : undefined,
        representativeEmail: undefined,
        signer,
      }),
    );
  };

  it('whose term or agreement changes stays as confirmed until the partner confirms the change', async () => {
    const active = await aPartnership(database.databases, agency);
    expect(await revise(active, { termEndsOn: '2100-01-01' as CalendarDate })).toEqual({
      ok: true,
      value: 'asked',
    });
    const { state, revision, waitingFor, arrangement } = await active.now();
    expect({ state, waitingFor, ends: arrangement.termEndsOn }).toMatchObject({
      state: { is: 'active', confirmation: { name: 'Morgan Speaker' } },
      waitingFor: 'partner',
      ends: '2099-12-31',
    });
    const [mail] = await mailTo(active.representative.email);
    expect(mail?.text).toContain('What changed: the term.');
    await active.as((tx) => confirmPartnership(tx, active.act(), active.id, revisionOf(revision)));
    expect((await active.now()).arrangement.termEndsOn).toBe('2100-01-01');
    expect(await revise(active, {}, true)).toEqual({ ok: true, value: 'asked' });
    const waiting = await active.now();
    expect(waiting.agreement?.name).toBe('agreement.pdf');
    await active.as((tx) => confirmPartnership(tx, active.act(), active.id, revisionOf(waiting.revision)));
    expect((await active.now()).agreement?.name).toBe('newer.pdf');
  });

  it('whose contact changes stays active, and the partner is told', async () => {
    const active = await aPartnership(database.databases, agency);
    const agencyContact = { name: 'Sam Sergeant', email: 'sam@agency.test', phone: '' };
    expect(await revise(active, { agencyContact })).toEqual({ ok: true, value: 'told' });
    expect((await active.now()).state.is).toBe('active');
    const [mail] = await mailTo(active.representative.email);
    expect(mail?.kind).toBe('partnership-revised');
    expect(await revise(active, {})).toEqual({ ok: true, value: 'unchanged' });
  });

  it('is ended by either side with a reason that the other reads', async () => {
    const byPartner = await aPartnership(database.databases, agency);
    const shown = await byPartner.now();
    const given = { revision: shown.revision, reason: 'Our funding ended.' };
    expect(
      (await byPartner.as((tx) => endPartnershipByPartner(tx, byPartner.act(), byPartner.id, given))).ok,
    ).toBe(true);
    expect((await mailTo(agency.coordinator.email))[0]?.text).toContain('Our funding ended.');
    const byAgency = await aPartnership(database.databases, agency);
    const { revision } = await byAgency.now();
    await agency.as((tx) =>
      endPartnership(tx, agency.act(), byAgency.id, { revision, reason: 'A new provider.' }),
    );
    expect((await mailTo(byAgency.representative.email))[0]?.text).toContain('A new provider.');
    expect([(await byPartner.now()).state, (await byAgency.now()).state]).toMatchObject([
      { is: 'ended', by: 'partner' },
      { is: 'ended', by: 'agency' },
    ]);
  });
});

it('a declined proposal keeps the reason, and the agency may propose anew', async () => {
  const waiting = await aPartnership(database.databases, agency, { until: 'accepted' });
  const { revision } = await waiting.now();
  const given = { revision, reason: 'We do not run a crisis team.' };
  await waiting.as((tx) => declinePartnership(tx, waiting.act(), waiting.id, given));
  expect((await waiting.now()).state).toMatchObject({
    is: 'declined',
    reason: 'We do not run a crisis team.',
  });
  const again = await agency.as((tx) =>
    proposePartnership(tx, agency.act(), {
      organization: waiting.partner,
      arrangement: anArrangement({ services: ['referral'] }),
      agreement: undefined,
      representativeEmail: undefined,
      signer,
    }),
  );
  expect(again.ok).toBe(true);
});

describe('who sees a partnership', () => {
  it('neither another agency, nor another partner, nor the public', async () => {
    const mine = await aPartnership(database.databases, agency);
    const theirs = await aPartnership(database.databases, other);
    const ids = (tx: Parameters<Parameters<AgencyForTests['as']>[0]>[0]) =>
      tx.selectFrom('partnership').select('id').execute();
    const has = async (rows: Promise<readonly { readonly id: string }[]>) => {
      const found = (await rows).map(({ id }) => id);
      return [found.includes(mine.id), found.includes(theirs.id)];
    };
    expect(await has(agency.as(ids))).toEqual([true, false]);
    expect(await has(other.as(ids))).toEqual([false, true]);
    expect(await has(mine.as(ids))).toEqual([true, false]);
    expect(await has(theirs.as(ids))).toEqual([false, true]);
    expect(await has(actingAs(database.databases.app, { as: 'public' }, ids))).toEqual([false, false]);
    expect(await mine.as((tx) => findPartnership(tx, { partner: mine.partner }, theirs.id))).toBeUndefined();
  });

  it('the campaign reads how it stands and can change nothing', async () => {
    const active = await aPartnership(database.databases, agency, { name: 'Campaign Sees Us' });
    const reviewer = await aCampaignMember(database.databases, 'reviewer');
    const acting = { as: 'campaign', person: reviewer.id } as const;
    await actingAs(database.databases.app, acting, async (tx) => {
      const standings = await partnershipStandings(tx, agency.agency.id, today);
      expect(standings.find(({ partner }) => partner === 'Campaign Sees Us')).toEqual({
        id: active.id,
        partner: 'Campaign Sees Us',
        state: 'confirmed',
        hasAgreement: true,
        termStartsOn: '2024-01-01',
        termEndsOn: '2099-12-31',
        reviewOn: '2099-06-30',
      });
      const { numUpdatedRows } = await tx
        .updateTable('partnership')
        .set({ purpose: 'Taken over' })
        .where('id', '=', active.id)
        .executeTakeFirst();
      expect(numUpdatedRows).toBe(0n);
    });
  });

  it('an organization that another agency proposed is found only once its own people have claimed it', async () => {
    const name = `Quiet River ${randomUUID().slice(0, 8)}`;
    const find = () => other.as((tx) => listOrganizations(tx, name, { limit: 5, offset: 0 }));
    await aPartnership(database.databases, agency, { name, until: 'proposed' });
    expect((await find()).total).toBe(0);
    const claimed = `${name} Claimed`;
    await aPartnership(database.databases, agency, { name: claimed, until: 'accepted' });
    expect((await find()).organizations).toMatchObject([{ name: claimed, isClaimed: true }]);
  });
});

it('the public reads the names of active partners that agreed, while their term runs', async () => {
  const agencyHere = await anAgency(database.databases, { pledge: 'none' });
  const past = { termEndsOn: '2026-03-04' as CalendarDate };
  await aPartnership(database.databases, agencyHere, { name: 'Named', isNamedInPublic: true });
  await aPartnership(database.databases, agencyHere, { name: 'Unnamed' });
  await aPartnership(database.databases, agencyHere, {
    name: 'Over',
    isNamedInPublic: true,
    arrangement: past,
  });
  await aPartnership(database.databases, agencyHere, { name: 'Waiting', until: 'accepted' });
  const shy = await aPartnership(database.databases, agencyHere, { name: 'Shy', isNamedInPublic: true });
  const names = async () => {
    const list = await actingAs(database.databases.app, { as: 'public' }, (tx) =>
      listNamedPartners(tx, agencyHere.agency.id, today),
    );
    return list.map(({ name }) => name);
  };
  expect(await names()).toEqual(['Named', 'Shy']);
  const { revision } = await shy.now();
  await shy.as((tx) => changeNaming(tx, shy.act(), shy.id, { revision, isNamedInPublic: false }));
  expect(await names()).toEqual(['Named']);
});
