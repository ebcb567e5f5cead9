import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { anArrangement, aPartnership, type PartnershipForTests } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { proposeChange } from './negotiation-actions.ts';

let app: TestApp;
let agency: AgencyForTests;
let coordinator: string;
beforeAll(async () => {
  app = await createTestApp();
  agency = await anAgency(app.databases);
  coordinator = await app.signIn(agency.coordinator.email);
});
afterAll(() => app.close());

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const revisionIn = (page: string) => /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';
const dates = { termStartsOn: '2100-01-01', termEndsOn: '2102-12-31', reviewOn: '2101-01-01' };
const signer = { signerName: 'Casey Coordinator', signerTitle: 'Sergeant' };
const at = ({ id }: PartnershipForTests) => `/workspace/${agency.agency.slug}/partnerships/${id}/agreement`;

async function aPartnershipWhere(side: 'agency' | 'partner', proposes: CalendarDate) {
  const made = await aPartnership(app.databases, agency, { name: `Harbor of the ${side}` });
  const { revision } = await made.now();
  const terms = { arrangement: anArrangement({ termEndsOn: proposes }) };
  const by = { name: 'Robin Chief', title: 'Chief' };
  const change = { revision, terms, file: undefined, note: '', renews: false, signer: by };
  const outcome =
    side === 'partner'
      ? await made.as((tx) => proposeChange(tx, { side, act: made.act() }, made.id, change))
      : await agency.as((tx) => proposeChange(tx, { side, act: agency.act() }, made.id, change));
  expect(outcome.ok).toBe(true);
  return made;
}

describe('while the other side’s version waits for an answer', () => {
  it('the renewal is neither offered nor shown, and says where to answer first', async () => {
    const made = await aPartnershipWhere('partner', '2101-01-01' as CalendarDate);
    const versions = await text(app.get(`${at(made)}/versions`, coordinator));
    expect(versions).not.toContain(`${at(made)}/renew`);
    const page = await text(app.get(`${at(made)}/renew`, coordinator));
    expect(page).toContain('Harbor of the partner proposed version 2, which waits for your answer');
    expect(page).toContain(`href="${at(made)}/versions/2"`);
    expect(page).not.toContain('Propose the renewal');
  });

  it('a renewal that is sent all the same is refused, and the version stays', async () => {
    const made = await aPartnershipWhere('partner', '2101-01-01' as CalendarDate);
    const { revision } = await made.now();
    const sent = { ...dates, ...signer, revision: String(revision) };
    const answer = await app.post(`${at(made)}/renew`, sent, coordinator);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Answer it first');
    const now = await made.now();
    expect([now.waitingFor, now.revision]).toEqual(['agency', revision]);
    expect(await text(app.get(`${at(made)}/versions`, coordinator))).not.toContain('Replaced');
  });
});

it('the page of the signed document says that a waiting version is set aside by it', async () => {
  const made = await aPartnershipWhere('partner', '2101-01-01' as CalendarDate);
  expect(await text(app.get(`${at(made)}/signed`, coordinator))).toContain(
    'Version 2 still waits for an answer',
  );
  const none = await aPartnership(app.databases, agency);
  expect(await text(app.get(`${at(none)}/signed`, coordinator))).not.toContain('still waits for an answer');
});

it('a renewal that sets the own side’s waiting version aside says so on its page and in its mail', async () => {
  const made = await aPartnershipWhere('agency', '2101-01-01' as CalendarDate);
  const page = await text(app.get(`${at(made)}/renew`, coordinator));
  expect(page).toContain('Your version 2 is set aside');
  const sent = { ...dates, ...signer, revision: revisionIn(page) };
  expect((await app.post(`${at(made)}/renew`, sent, coordinator)).status).toBe(303);
  const [mail] = (await app.outbox()).filter(({ recipient }) => recipient === made.representative.email);
  expect(mail?.text).toContain('It takes the place of version 2');
  expect(mail?.text).toContain('The changes in version 2 are not part of the renewal.');
});
