import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declinePartnersVersion, proposeChange } from '../agreement/negotiation-actions.ts';
import { addDays, dayIn, longDate } from '../calendar/calendar-date.ts';
import { memorandumTerms } from '../testing/a-memorandum.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let agency: AgencyForTests;
beforeAll(async () => {
  app = await createTestApp();
  agency = await anAgency(app.databases, { pledge: 'none' });
});
afterAll(() => app.close());

const signer = { name: 'Morgan Speaker', title: 'Director' };

async function pagesOf(made: Awaited<ReturnType<typeof aPartnership>>) {
  const read = async (path: string, email: string) => (await app.get(path, await app.signIn(email))).text();
  const own = `/workspace/${agency.agency.slug}/partnerships/${made.id}`;
  const theirs = `/partner/${made.partner}/partnerships/${made.id}`;
  return {
    theirs,
    agency: await read(own, agency.coordinator.email),
    partner: await read(theirs, made.representative.email),
    draft: await read(`${own}/agreement/draft/purpose`, agency.coordinator.email),
  };
}

it('after the agency declined the partner’s version, each side reads what it can do, and begins from its own words', async () => {
  const made = await aPartnership(app.databases, agency, { until: 'accepted' });
  const { arrangement, memorandum } = memorandumTerms();
  const terms = { arrangement: { ...arrangement, purpose: 'The words that were refused.' }, memorandum };
  const { revision } = await made.now();
  const change = { revision, terms, file: undefined, note: '', renews: false, signer };
  await made.as((tx) => proposeChange(tx, { side: 'partner', act: made.act() }, made.id, change));
  const given = { revision: (await made.now()).revision, reason: 'Too much.' };
  const declined = await agency.as((tx) => declinePartnersVersion(tx, agency.act(), made.id, given));
  expect(declined.ok).toBe(true);
  const pages = await pagesOf(made);
  expect(pages.agency).toContain('or take the proposal back');
  expect(pages.partner).toContain(`or wait for ${agency.agency.name} to propose one`);
  expect(pages.partner).not.toContain('take the proposal back');
  expect(pages.draft).toContain('People in crisis get help instead of handcuffs.');
  expect(pages.draft).not.toContain('The words that were refused.');
});

describe('a partner that is asked about a partnership', () => {
  it('reads that no agreement was given, and what it can do, where it came without one', async () => {
    const made = await aPartnership(app.databases, agency, { until: 'accepted', agreement: undefined });
    const { partner, theirs } = await pagesOf(made);
    expect(partner).toContain('No agreement was given yet');
    expect(partner).toContain('href="mailto:casey@agency.test">Ask Casey Coordinator for the agreement');
    expect(partner).toContain(`href="${theirs}/agreement/draft/purpose"`);
    expect(partner).toContain('href="#form">Answer about the facts below');
    expect(partner).not.toContain('Read first what the agreement says');
    expect(partner).not.toContain('Read what you are asked to confirm');
  });

  it('reads the agreement where there is one, and whose words the note is', async () => {
    const made = await aPartnership(app.databases, agency, { until: 'accepted' });
    const { revision } = await made.now();
    const change = {
      revision,
      terms: memorandumTerms(),
      file: undefined,
      note: 'As we said.',
      renews: false,
    };
    await agency.as((tx) =>
      proposeChange(tx, { side: 'agency', act: agency.act() }, made.id, { ...change, signer }),
    );
    const { partner } = await pagesOf(made);
    expect(partner).not.toContain('No agreement was given yet');
    expect(partner).toMatch(/wrote with it:<blockquote class="om-written">As we said\./);
  });
});

it('a partner without an account reads in the mail until when its link works, one with an account does not', async () => {
  const invited = await aPartnership(app.databases, agency, { until: 'proposed' });
  const mailTo = async (email: string) =>
    (await app.outbox()).find(({ recipient }) => recipient === email)?.text ?? '';
  const lastDay = longDate(addDays(dayIn(agency.agency.timeZone, agency.act().now), 14));
  expect(await mailTo(invited.representative.email)).toContain(`The link works until ${lastDay}.`);
  const known = await aPartnership(app.databases, agency);
  const { revision } = await known.now();
  const change = { revision, terms: memorandumTerms(), file: undefined, note: '', renews: false, signer };
  await agency.as((tx) => proposeChange(tx, { side: 'agency', act: agency.act() }, known.id, change));
  const mail = await mailTo(known.representative.email);
  expect(mail).toContain('proposes a change of the agreement');
  expect(mail).not.toContain('The link works until');
});
