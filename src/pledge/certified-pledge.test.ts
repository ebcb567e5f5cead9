import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths, dayIn } from '../calendar/calendar-date.ts';
import { requirements } from '../campaign-rules/campaign-requirement.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import {
  approveSubmission,
  claimReview,
  decideRequirement,
  finishReview,
  type ReviewAct,
  reviewActOf,
} from '../review/review-actions.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { askExtension } from './extension-actions.ts';

let app: TestApp;
let made: AgencyForTests;
let coordinator: string;
let reviewer: string;
let number: string;
beforeAll(async () => {
  app = await createTestApp();
  made = await anAgency(app.databases);
  coordinator = await app.signIn(made.coordinator.email);
  const first = await aCampaignMember(app.databases, 'reviewer');
  const second = await aCampaignMember(app.databases, 'administrator');
  reviewer = await app.signIn(first.email);
  number = await certified(first, second);
});
afterAll(() => app.close());

function as<Result>(person: KnownPerson, work: (tx: Transaction, act: ReviewAct) => Promise<Result>) {
  const act = reviewActOf(app.deps.config, person.id, new Date());
  return actingAs(app.databases.app, { as: 'campaign', person: person.id }, (tx) => work(tx, act));
}

async function certified(first: KnownPerson, second: KnownPerson): Promise<string> {
  const submission = await aSubmission(made);
  await as(first, (tx, act) => claimReview(tx, act, submission));
  for (const requirement of requirements) {
    const met = { requirement, decision: 'met', comment: '' } as const;
    await as(first, (tx, act) => decideRequirement(tx, act, submission, met));
  }
  await as(first, (tx, act) => finishReview(tx, act, submission));
  const outcome = await as(second, (tx, act) => approveSubmission(tx, act, submission));
  if (!outcome.ok) throw new Error(`Not certified: ${outcome.refusal.code}`);
  return outcome.value;
}

const html = async (path: string, cookie: string) => (await app.get(path, cookie)).text();
const badge = (page: string) =>
  /om-page-heading__status">(.*?)<\/div>/s.exec(page)?.[1]?.replace(/<[^>]+>/g, '');

describe('the pledge of a certified agency', () => {
  it('shows on the overview as certified, with the certificate and no time left to run', async () => {
    const home = await html(`/workspace/${made.agency.slug}`, coordinator);
    expect(badge(home)).toBe('Certified');
    expect(home).toContain(`<a href="/verify/${number}">${number}</a>`);
    expect(home).not.toContain('until month 36');
  });

  it('offers neither more time nor a withdrawal', async () => {
    const page = await html(`/workspace/${made.agency.slug}/pledge`, coordinator);
    expect(badge(page)).toBe('Certified');
    expect(page).toContain(`/verify/${number}`);
    for (const words of ['Your term is running', 'Ask for more time', 'Withdraw the pledge'])
      expect(page).not.toContain(words);
  });

  it('takes no request for more time', async () => {
    const path = `/workspace/${made.agency.slug}/pledge`;
    expect((await app.get(`${path}/extend`, coordinator)).headers.get('location')).toBe(path);
    const asked = await made.as((tx) =>
      askExtension(tx, made.act(), {
        to: addMonths(dayIn(made.agency.timeZone, new Date()), 30),
        reason: 'We are slow.',
      }),
    );
    expect(asked).toEqual({ ok: false, refusal: { code: 'certified-already' } });
  });

  it('stands in the campaign’s list as certified, and not among those still at work', async () => {
    const listed = await html('/campaign/pledges?state=certified', reviewer);
    expect(listed).toContain(made.agency.name);
    expect(listed).toMatch(/om-status--done">.*?Certified/s);
    expect(await html('/campaign/pledges?state=active', reviewer)).not.toContain(made.agency.name);
    expect(badge(await html(`/campaign/pledges/${made.agency.slug}`, reviewer))).toBe('Certified');
  });
});
