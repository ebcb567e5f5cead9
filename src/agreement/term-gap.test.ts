import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { endPartnership } from '../partnership/partnership-actions.ts';
import { anAdmittedFile, aPartnership, type PartnershipForTests } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { confirmPartnersVersion, proposeChange } from './negotiation-actions.ts';

const day = (text: string) => text as CalendarDate;
let now = new Date('2026-06-10T18:00:00Z');
let app: TestApp;
let agency: AgencyForTests;
let made: PartnershipForTests;
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
});
afterAll(() => app.close());
beforeEach(async () => {
  now = new Date('2026-06-10T18:00:00Z');
  agency = await anAgency(app.databases);
  made = await aPartnership(app.databases, agency, {
    arrangement: { termStartsOn: day('2025-07-01'), termEndsOn: day('2026-06-30') },
  });
});

const signer = { name: 'Morgan Speaker', title: 'Director' };

async function proposeTerm(from: string, until: string) {
  const { arrangement, revision } = await made.now();
  const terms = { arrangement: { ...arrangement, termStartsOn: day(from), termEndsOn: day(until) } };
  const change = { revision, terms, file: anAdmittedFile('renewed.pdf'), note: '', renews: true, signer };
  const party = { side: 'partner', act: made.act(now) } as const;
  expect((await made.as((tx) => proposeChange(tx, party, made.id, change))).ok).toBe(true);
}

async function agreeOnTerm(from: string, until: string) {
  await proposeTerm(from, until);
  const given = { revision: (await made.now()).revision, signer };
  expect((await agency.as((tx) => confirmPartnersVersion(tx, agency.act(), made.id, given))).ok).toBe(true);
}

const workspace = () => `/workspace/${agency.agency.slug}`;
const agencySide = () => `${workspace()}/partnerships/${made.id}`;
const partnerSide = () => `/partner/${made.partner}/partnerships/${made.id}`;

async function page(path: string): Promise<string> {
  const reader = path.startsWith('/partner') ? made.representative : agency.coordinator;
  return (await app.get(path, await app.signIn(reader.email))).text();
}

describe('two agreed terms with days between them', () => {
  it('tell both sides the days, and who can close the gap how, before it comes', async () => {
    await agreeOnTerm('2026-08-01', '2027-07-31');
    for (const base of [agencySide(), partnerSide()]) {
      const shown = await page(base);
      expect(shown).toContain('No agreed term covers July 1, 2026 to July 31, 2026');
      expect(shown).toContain('The present term ends on June 30, 2026.');
      expect(shown).toContain('begins only on August 1, 2026');
      expect(shown).toContain(`a coordinator of ${agency.agency.name} or a person who speaks for`);
      expect(shown).not.toContain('Between two terms');
      const offered = await page(`${base}/agreement/renew`);
      expect(offered).toMatch(/<input[^>]*termStartsOn[^>]*2026-07-01/);
      expect(offered).toMatch(/<input[^>]*termEndsOn[^>]*2027-07-31/);
    }
    expect(await page(workspace())).toContain('nothing covers July 1, 2026 to July 31, 2026');
  });

  it('are said to leave nothing in effect while the gap is there, and no more once it is closed', async () => {
    await agreeOnTerm('2026-08-01', '2027-07-31');
    now = new Date('2026-07-15T18:00:00Z');
    for (const base of [agencySide(), partnerSide()]) {
      const shown = await page(base);
      expect(shown).toContain('Between two terms');
      expect(shown).toContain('The last agreed term ended on June 30, 2026.');
      expect(await page(`${base}/sustained`)).toContain(
        'the last one ended on June 30, 2026, the next begins on August 1, 2026',
      );
    }
    expect(await page(workspace())).toContain('Propose an earlier first day, or wait.');
    await proposeTerm('2026-07-01', '2027-07-31');
    expect(await page(agencySide())).toContain(
      'A version of the agreement waits for an answer. Answer it first.',
    );
    const given = { revision: (await made.now()).revision, signer };
    await agency.as((tx) => confirmPartnersVersion(tx, agency.act(), made.id, given));
    expect(await page(agencySide())).not.toContain('No agreed term covers');
  });
});

describe('a renewal', () => {
  it('that waits for an answer is what is to be done, and not another one', async () => {
    now = new Date('2026-07-15T18:00:00Z');
    expect(await page(workspace())).toContain('Renew the agreement with');
    await proposeTerm('2026-07-01', '2027-06-30');
    const home = await page(workspace());
    expect(home).toContain('Confirm the renewal of the agreement that');
    expect(home).not.toContain('Renew the agreement with');
    expect(await page(`${agencySide()}/sustained`)).toContain('Confirm the renewal that');
    expect(await page(`${partnerSide()}/sustained`)).toContain('to confirm the renewal');
    expect(await page(agencySide())).toContain('It is your turn: ');
  });

  it('of a partnership that was over speaks of the renewed one', async () => {
    const { revision } = await made.now();
    await agency.as((tx) =>
      endPartnership(tx, agency.act(), made.id, { revision, reason: 'The grant ended.' }),
    );
    await aPartnership(app.databases, agency, {
      organizationOf: made,
      agreement: undefined,
      until: 'proposed',
    });
    const home = await page(workspace());
    expect(home).toContain('to confirm the renewed partnership, or remind them.');
    expect(home).toContain('Upload the renewed agreement with');
  });
});

it('both sides’ people in an agreement are called liaisons wherever they are named', async () => {
  for (const base of [agencySide(), partnerSide()]) {
    const shown = await page(base);
    expect(shown).toContain('Liaison of the agency');
    expect(shown).not.toMatch(/Contact at/);
  }
  expect(await page(`${agencySide()}/edit`)).toContain('The partner’s liaison');
});
