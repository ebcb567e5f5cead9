import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs } from '../database/acting.ts';
import { mergeOrganizations } from '../partner-organization/organization-merge-actions.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('a partnership that a merge of two records ended', () => {
  it('leads both sides to the one that goes on, and is not proposed again', async () => {
    const agency = await anAgency(app.databases, { pledge: 'none' });
    const over = await aPartnership(app.databases, agency, { name: 'Harbor Counseling' });
    const stays = await aPartnership(app.databases, agency, { name: 'Harbor Counseling Inc' });
    const lead = await aCampaignMember(app.databases, 'assistance-lead');
    const by = {
      person: lead.id,
      now: new Date(),
      siteUrl: 'http://onemind.test',
      campaign: 'One Mind Campaign',
    };
    const merged = await actingAs(app.databases.app, { as: 'campaign', person: lead.id }, (tx) =>
      mergeOrganizations(tx, by, {
        kept: over.partner,
        merged: stays.partner,
        goesOn: new Map([[agency.agency.id, stays.id]]),
      }),
    );
    expect(merged.ok).toBe(true);
    const base = `/workspace/${agency.agency.slug}/partnerships`;
    const own = await app.signIn(agency.coordinator.email);
    const page = await (await app.get(`${base}/${over.id}`, own)).text();
    expect(page).toContain(`href="${base}/${stays.id}"`);
    expect(page).not.toContain('Propose it again');
    const speaker = await app.signIn(over.representative.email);
    const theirs = `/partner/${over.partner}/partnerships`;
    const partnersPage = await (await app.get(`${theirs}/${over.id}`, speaker)).text();
    expect(partnersPage).toContain(`href="${theirs}/${stays.id}"`);
  });

  it('is proposed again where nothing goes on', async () => {
    const agency = await anAgency(app.databases, { pledge: 'none' });
    const over = await aPartnership(app.databases, agency);
    const own = await app.signIn(agency.coordinator.email);
    const base = `/workspace/${agency.agency.slug}/partnerships`;
    const { revision } = await over.now();
    const ending = { revision: String(revision), reason: 'The clinic closed.' };
    expect((await app.post(`${base}/${over.id}/end`, ending, own)).status).toBe(303);
    expect(await (await app.get(`${base}/${over.id}`, own)).text()).toContain('Propose it again');
  });
});
