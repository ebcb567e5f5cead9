import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proposeChange } from '../agreement/negotiation-actions.ts';
import { addDays, dayIn } from '../calendar/calendar-date.ts';
import { memorandumTerms } from '../testing/a-memorandum.ts';
import { aPartnership, type PartnershipForTests } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { listDueAgreements } from './due-agreement-actions.ts';

let app: TestApp;
let agency: AgencyForTests;
let lapsed: PartnershipForTests;
let due: PartnershipForTests;
let ending: PartnershipForTests;
const today = dayIn('America/Chicago', new Date());
const inDays = (days: number) => addDays(today, days);
beforeAll(async () => {
  app = await createTestApp();
  agency = await anAgency(app.databases, { pledge: 'none' });
  const make = (name: string, termEndsOn: typeof today, reviewOn: typeof today) => {
    const arrangement = { termStartsOn: inDays(-400), termEndsOn, reviewOn };
    return aPartnership(app.databases, agency, { name, arrangement });
  };
  lapsed = await make('Harbor Counseling', inDays(-3), inDays(-30));
  due = await make('Birch Recovery', inDays(200), inDays(-2));
  ending = await make('Cedar House', inDays(20), inDays(100));
});
afterAll(() => app.close());

async function textAt(path: string, email: string): Promise<string> {
  return (await app.get(path, await app.signIn(email))).text();
}

const agencyPath = ({ id }: PartnershipForTests) => `/workspace/${agency.agency.slug}/partnerships/${id}`;
const partnerPath = ({ id, partner }: PartnershipForTests) => `/partner/${partner}/partnerships/${id}`;

describe('a partnership whose dates ask for something', () => {
  it.each([
    [
      'lapsed',
      () => lapsed,
      'It is no longer in effect.',
      'propose a new term, and the other side confirms it.',
    ],
    [
      'due for review',
      () => due,
      'The review of this partnership was due on',
      'propose to renew it with a new review date',
    ],
    ['near its end', () => ending, 'The term of the agreement ends on', 'confirms it before that day.'],
  ] as const)(
    'says to both sides that it is %s, whose turn it is, and where to renew',
    async (_, of, says, next) => {
      const one = of();
      const own = await textAt(agencyPath(one), agency.coordinator.email);
      const theirs = await textAt(partnerPath(one), one.representative.email);
      for (const page of [own, theirs]) {
        expect(page).toContain(says);
        expect(page).toContain(next);
      }
      expect(own).toContain(`href="${agencyPath(one)}/agreement/renew"`);
      expect(theirs).toContain(`href="${partnerPath(one)}/agreement/renew"`);
      expect(theirs).toContain(`you or ${agency.agency.name} propose`);
    },
  );

  it('says to an agency’s reader without a pen who can act', async () => {
    const page = await textAt(agencyPath(lapsed), agency.executive.email);
    expect(page).toContain(
      `A coordinator of ${agency.agency.name} or a person who speaks for Harbor Counseling`,
    );
    expect(page).not.toContain('/agreement/renew');
  });

  it('is told in the partner’s list of what waits, and its near end in the agency’s table', async () => {
    const waits = await textAt(`/partner/${lapsed.partner}`, lapsed.representative.email);
    expect(waits).toContain('Renew the agreement: its term has ended');
    expect(await textAt(`/partner/${due.partner}`, due.representative.email)).toContain(
      'Review the agreement together, then renew it',
    );
    const none = await textAt(`/partner/${ending.partner}`, ending.representative.email);
    expect(none).toContain('Nothing waits for you.');
    const table = await textAt(
      `/workspace/${agency.agency.slug}/partnerships?search=Cedar`,
      agency.coordinator.email,
    );
    expect(table).toContain('Due soon');
  });

  it('leaves the list once a version waits for an answer, and says whose turn that is', async () => {
    const list = () => agency.as((tx) => listDueAgreements(tx, agency.agency.id, today));
    expect((await list()).map(({ is, partner, on }) => [is, partner, on])).toEqual([
      ['lapsed', 'Harbor Counseling', inDays(-3)],
      ['due-for-review', 'Birch Recovery', inDays(-2)],
    ]);
    const { revision } = await lapsed.now();
    const change = { revision, terms: memorandumTerms(), file: undefined, note: '', renews: true };
    const signer = { name: 'Morgan Speaker', title: 'Director' };
    const sent = await lapsed.as((tx) =>
      proposeChange(tx, { side: 'partner', act: lapsed.act() }, lapsed.id, { ...change, signer }),
    );
    expect(sent.ok).toBe(true);
    expect((await list()).map(({ partner }) => partner)).toEqual(['Birch Recovery']);
    expect(await textAt(agencyPath(lapsed), agency.coordinator.email)).toContain(
      'It is your turn: Harbor Counseling',
    );
    expect(await textAt(partnerPath(lapsed), lapsed.representative.email)).toContain(
      `It is the turn of ${agency.agency.name}`,
    );
  });
});
