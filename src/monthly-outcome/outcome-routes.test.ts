import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { endPartnershipByPartner } from '../partnership/partner-answer-actions.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { aCampaignMember, aMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';

let app: TestApp;
/** Where uploads lie in these tests alone: other tests upload at the same time. */
let temporary: string;
beforeAll(async () => {
  app = await createTestApp({ now: () => new Date('2026-03-05T17:00:00Z') });
  temporary = await mkdtemp(join(tmpdir(), 'onemind-outcomes-'));
  vi.stubEnv('TMPDIR', temporary);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(temporary, { recursive: true });
  await app.close();
});

const textOf = async (answer: Response | Promise<Response>) => {
  const response = await answer;
  expect(response.status).toBeLessThan(500);
  return (await response.text())
    .replace(/&#39;/g, '’')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');
};
const locationOf = (answer: Response) => answer.headers.get('location') ?? '';

async function workspace() {
  const agency = await anAgency(app.databases, { now: new Date('2025-01-15T17:00:00Z') });
  const cookie = await app.signIn(agency.coordinator.email);
  return { agency, cookie, base: `/workspace/${agency.agency.slug}/outcomes` };
}

function fileOf(content: string, kind = 'unsaid', name = 'calls.csv'): FormData {
  const form = new FormData();
  form.append('kind', kind);
  form.append('file', new Blob([content]), name);
  return form;
}

const sealIn = (page: string) => /name="counts" value="([^"]+)"/.exec(page)?.[1] ?? '';
const revisionIn = (page: string) => /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';

describe('counts entered by hand', () => {
  it('go from the month’s form to the year’s table, the chart and the history', async () => {
    const { cookie, base } = await workspace();
    expect(await textOf(app.get(base, cookie))).toContain('No counts yet');
    const form = await textOf(app.get(`${base}/months/2025-03`, cookie));
    expect(form).toContain('Counts of March 2025');
    const sent = { revision: revisionIn(form), 'mental-health-calls': '1,040', arrests: '0', transports: '' };
    const saved = await app.post(`${base}/months/2025-03`, sent, cookie);
    expect(locationOf(saved)).toBe(`${base}?done=entered&year=2025`);
    const page = await textOf(app.get(`${base}?measure=arrests&year=2025`, cookie));
    expect(page).toContain('1,040');
    expect(page).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="outcome-title outcome-desc"/);
    expect(page).toContain('This shows what changed, not why.');
    expect(page).toContain('Baseline: January to December 2024');
    expect(await textOf(app.get(`${base}/history`, cookie))).toContain('Casey Coordinator');
  });

  it('that can’t be right or read are refused, all at once and with what was typed', async () => {
    const { cookie, base } = await workspace();
    const wrong = { revision: '0', arrests: 'many', transports: '-1', 'mental-health-calls': '12' };
    const refused = await app.post(`${base}/months/2025-03`, wrong, cookie);
    expect(refused.status).toBe(422);
    const page = await textOf(refused);
    expect(page).toContain('Enter “Arrests” as a whole number, such as 0 or 12, or leave it blank');
    expect(page).toContain('Enter “Transports to care” as a whole number');
    expect(page).toContain('value="many"');
    const tooMany = { revision: '0', 'mental-health-calls': '10', 'trained-officer': '11' };
    expect(await textOf(app.post(`${base}/months/2025-03`, tooMany, cookie))).toContain(
      'Enter at most 10 for “Answered by a trained officer”',
    );
  });

  it('that were emptied ask whether they were not counted, and go when that is ticked', async () => {
    const { cookie, base } = await workspace();
    await app.post(`${base}/months/2025-03`, { revision: '0', arrests: '3' }, cookie);
    const form = await textOf(app.get(`${base}/months/2025-03`, cookie));
    const emptied = { revision: revisionIn(form), 'shown-arrests': 'yes', arrests: '' };
    expect(await textOf(app.post(`${base}/months/2025-03`, emptied, cookie))).toContain(
      'Enter a number for “Arrests”, or tick “Arrests: not counted” under “Take a count out”',
    );
    const gone = await app.post(`${base}/months/2025-03`, { ...emptied, 'gone-arrests': 'yes' }, cookie);
    expect(locationOf(gone)).toContain('done=entered');
    expect(await textOf(app.get(`${base}/months/2025-03`, cookie))).not.toContain('name="gone-arrests"');
  });

  it('of the second of two people are kept, and shown beside what the first one saved', async () => {
    const { cookie, base } = await workspace();
    const path = `${base}/months/2025-03`;
    await app.post(path, { revision: '0', arrests: '3', referrals: '9' }, cookie);
    const second = await app.post(path, { revision: '0', arrests: '7', transports: '2' }, cookie);
    expect(second.status).toBe(409);
    const page = await textOf(second);
    expect(page).toMatch(/Arrests.*You wrote:.*7.*It says now:.*3/);
    expect(page).toMatch(/name="transports"[^>]*value="2"/);
    expect(page).toMatch(/name="referrals"[^>]*value="9"/);
    const again = { revision: revisionIn(page), arrests: '7', transports: '2', referrals: '9' };
    expect((await app.post(path, again, cookie)).status).toBe(303);
  });

  it('can be read by the training officer, who changes none', async () => {
    const { agency, base } = await workspace();
    const officer = await aMember(app.databases, agency.agency.id, 'training-officer');
    const cookie = await app.signIn(officer.email);
    expect(await textOf(app.get(base, cookie))).not.toContain('Enter a month');
    expect((await app.get(`${base}/months/2025-03`, cookie)).status).toBe(403);
  });

  it.each(['2026-04', '2025-13', '1999-12', 'now'])('of %s have no page', async (month) => {
    const { cookie, base } = await workspace();
    expect((await app.get(`${base}/months/${month}`, cookie)).status).toBe(404);
  });
});

const events =
  'Date,CIT officer,Arrest,Disposition\n2025-03-01,Y,N,Referral\n2025-03-09,N,Y,\n2025-04-02,Y,N,\n';

describe('a list of calls', () => {
  it('is counted, seen, confirmed, and nowhere kept', async () => {
    const { agency, cookie, base } = await workspace();
    const preview = await textOf(app.post(`${base}/import`, fileOf(events), cookie));
    expect(preview).toContain('each row was counted as one call');
    expect(preview).toContain('March 1, 2025 to April 2, 2025');
    expect(preview).toMatch(/CIT officer.*Answered by a trained officer/);
    expect(await readdir(temporary)).toEqual([]);
    expect(await countRows(agency.agency.id)).toEqual([]);
    const confirmed = await app.post(`${base}/import/confirm`, { counts: sealIn(preview) }, cookie);
    expect(locationOf(confirmed)).toBe(`${base}?done=imported&year=2025`);
    expect(await countRows(agency.agency.id)).toEqual([
      '2025-03-01 arrests 1',
      '2025-03-01 mental-health-calls 2',
      '2025-03-01 referrals 1',
      '2025-03-01 trained-officer 1',
      '2025-04-01 arrests 0',
      '2025-04-01 mental-health-calls 1',
      '2025-04-01 referrals 0',
      '2025-04-01 trained-officer 1',
    ]);
    const kept = await asOwner<{ jobs: number; files: number }>(
      app.ownerUrl,
      'select (select count(*)::int from job) as jobs, (select count(*)::int from stored_file) as files',
    );
    expect(kept).toEqual([{ jobs: 0, files: 0 }]);
    expect(await textOf(app.post(`${base}/import`, fileOf(events), cookie))).toContain(
      'All these counts are saved already.',
    );
  });

  it('with names is turned away with the reason, and leaves nothing behind', async () => {
    const { cookie, base } = await workspace();
    const named =
      'Date,Unit,SSN\n2025-03-01,Xanthe Quillfeather,123-45-6789\n2025-03-02,Bram Oldroyd,123-45-6788\n';
    const answer = await app.post(`${base}/import`, fileOf(named), cookie);
    expect(answer.status).toBe(422);
    const page = await textOf(answer);
    expect(page).toContain('Column B (“Unit”) holds words that may be names of people.');
    expect(page).toContain('Column C (“SSN”) holds Social Security numbers.');
    expect(page).not.toMatch(/Quillfeather|6789/);
    expect(await readdir(temporary)).toEqual([]);
  });

  it('is confirmed only with the seal it was given, by whom it was given to', async () => {
    const { agency, cookie, base } = await workspace();
    const seal = sealIn(await textOf(app.post(`${base}/import`, fileOf(events), cookie)));
    const [body = '', signature = ''] = seal.split('.');
    const forged = Buffer.from(body, 'base64url').toString().replace('["2025-03",0,2]', '["2025-03",0,9]');
    const other = await app.signIn(agency.executive.email);
    for (const [counts, as] of [
      [`${Buffer.from(forged).toString('base64url')}.${signature}`, cookie],
      [seal, other],
      ['', cookie],
      ['x.y', cookie],
    ] as const)
      expect((await app.post(`${base}/import/confirm`, { counts }, as)).status).toBe(422);
    expect(await countRows(agency.agency.id)).toEqual([]);
  });

  it('is shown again when somebody changed one of its months meanwhile', async () => {
    const { agency, cookie, base } = await workspace();
    const seal = sealIn(await textOf(app.post(`${base}/import`, fileOf(events), cookie)));
    await app.post(`${base}/months/2025-03`, { revision: '0', arrests: '5' }, cookie);
    const answer = await app.post(`${base}/import/confirm`, { counts: seal }, cookie);
    expect(answer.status).toBe(409);
    const page = await textOf(answer);
    expect(page).toContain('Somebody changed these months while you were looking.');
    expect(page).toContain('was 5');
    expect(await countRows(agency.agency.id)).toEqual(['2025-03-01 arrests 5']);
    expect((await app.post(`${base}/import/confirm`, { counts: sealIn(page) }, cookie)).status).toBe(303);
  });

  it('leaves out a month that can’t be right beside what stands', async () => {
    const { agency, cookie, base } = await workspace();
    await app.post(`${base}/months/2025-03`, { revision: '0', 'mental-health-calls': '3' }, cookie);
    const totals = 'Month,CIT officer responded\n2025-03,4\n2025-04,4\n';
    const page = await textOf(app.post(`${base}/import`, fileOf(totals), cookie));
    expect(page).toMatch(
      /March 2025: “Answered by a trained officer” is 4 in the file, and “Calls with a mental health part” is 3 as saved before\..*Put “Calls with a mental health part” into the file too/,
    );
    const none = await textOf(
      app.post(`${base}/import`, fileOf('Month,CIT officer responded\n2025-03,4\n'), cookie),
    );
    expect(none).toContain('No count of this file can be saved.');
    expect(none).not.toContain('All these counts are saved already.');
    await app.post(`${base}/import/confirm`, { counts: sealIn(page) }, cookie);
    expect(await countRows(agency.agency.id)).toEqual([
      '2025-03-01 mental-health-calls 3',
      '2025-04-01 trained-officer 4',
    ]);
  });

  it('in which nothing can be counted says in which row, and why', async () => {
    const { cookie, base } = await workspace();
    const answer = await app.post(`${base}/import`, fileOf('Month,Arrests\n2025-01,-4\n2099-01,4\n'), cookie);
    expect(answer.status).toBe(422);
    const page = await textOf(answer);
    expect(page).toContain('1 cell that are no whole number, first in row 2.');
    expect(page).toContain('1 row of days or months that lie ahead, first in row 3.');
  });

  it('sent as totals, though it lists calls, is named as a list of calls', async () => {
    const { cookie, base } = await workspace();
    const calls = 'Date,CIT officer,Arrest\n2025-01-04,yes,no\n2025-01-09,no,no\n2025-02-11,yes,yes\n';
    const answer = await app.post(`${base}/import`, fileOf(calls, 'totals'), cookie);
    expect(answer.status).toBe(422);
    expect(await textOf(answer)).toContain('This looks like a list of calls, not like monthly totals.');
    const numbers = calls.replaceAll('yes', '1').replaceAll('no', '0');
    const counted = await app.post(`${base}/import`, fileOf(numbers, 'totals'), cookie);
    expect(await textOf(counted)).toContain('If each row is one call, go back');
    const said = await app.post(`${base}/import`, fileOf(calls, 'events'), cookie);
    expect(await textOf(said)).not.toContain('looks like a list of calls');
  });

  it('without a file asks for one', async () => {
    const { cookie, base } = await workspace();
    expect(await textOf(app.post(`${base}/import`, {}, cookie))).toContain(
      'Choose the file that holds the counts',
    );
  });
});

it('what is downloaded can be imported again', async () => {
  const { cookie, base } = await workspace();
  await app.post(
    `${base}/months/2025-03`,
    { revision: '0', arrests: '3', 'mental-health-calls': '500' },
    cookie,
  );
  const csv = await (await app.get(`${base}/counts.csv`, cookie)).text();
  expect(csv).toContain('2025-03,500');
  expect(await textOf(app.post(`${base}/import`, fileOf(csv), cookie))).toContain(
    'All these counts are saved already.',
  );
});

it('an active partner sees the counts and no roster, and nothing once the partnership has ended', async () => {
  const { agency, cookie, base } = await workspace();
  await app.post(`${base}/months/2025-03`, { revision: '0', arrests: '3' }, cookie);
  const partnership = await aPartnership(app.databases, agency);
  const speaker = await app.signIn(partnership.representative.email);
  const path = `/partner/${partnership.partner}/partnerships/${partnership.id}/outcomes`;
  const page = await textOf(app.get(`${path}?measure=arrests&year=2025`, speaker));
  expect(page).toMatch(/Arrests<\/th>.*>3</);
  expect(page).not.toContain('People trained');
  const { revision } = await partnership.now();
  const ended = await partnership.as((tx) =>
    endPartnershipByPartner(tx, partnership.act(), partnership.id, {
      revision,
      reason: 'We close our doors.',
    }),
  );
  expect(ended.ok).toBe(true);
  expect(await textOf(app.get(path, speaker))).toContain('It is not active today.');
});

it('a partner whose agreement has lapsed sees no count, and reads that a renewal shows them again', async () => {
  const { agency, cookie, base } = await workspace();
  await app.post(`${base}/months/2025-03`, { revision: '0', arrests: '347' }, cookie);
  const open = async (arrangement: { readonly termEndsOn: CalendarDate; readonly reviewOn: undefined }) => {
    const { partner, id, representative } = await aPartnership(app.databases, agency, { arrangement });
    const path = `/partner/${partner}/partnerships/${id}/outcomes?measure=arrests&year=2025`;
    return textOf(app.get(path, await app.signIn(representative.email)));
  };
  const yesterday = '2026-03-03' as CalendarDate;
  // The database asks its own clock, which is ahead of the one in these tests.
  const later = '2126-03-03' as CalendarDate;
  const lapsed = await open({ termEndsOn: yesterday, reviewOn: undefined });
  expect(lapsed).toContain('They will show here again once it is renewed.');
  expect(lapsed).not.toContain('>347<');
  const inTerm = await open({ termEndsOn: later, reviewOn: undefined });
  expect(inTerm).toContain('>347<');
});

describe('the campaign', () => {
  it('sees yearly totals of agencies that share, and no small one', async () => {
    const first = await workspace();
    const second = await workspace();
    for (const [{ base, cookie }, arrests] of [
      [first, '12'],
      [second, '3'],
    ] as const) {
      await app.post(
        `${base}/months/2024-03`,
        { revision: '0', arrests, 'mental-health-calls': '100' },
        cookie,
      );
    }
    const reviewer = await app.signIn((await aCampaignMember(app.databases, 'reviewer')).email);
    expect(await textOf(app.get('/campaign/outcomes', reviewer))).toContain('Nothing is shared yet');
    for (const { base, cookie } of [first, second])
      expect(
        locationOf(
          await app.post(`${base}/settings`, { revision: '0', shares: 'yes', first: '', last: '' }, cookie),
        ),
      ).toBe(`${base}?done=settings`);
    const page = await textOf(
      app.get('/campaign/outcomes?year=2024&measure=arrests&grouping=size', reviewer),
    );
    expect(page).toMatch(
      /Arrests<\/th> ?<td[^>]*>12<\/td> ?<td[^>]*>1<\/td> ?<td[^>]*>1<\/td> ?<td[^>]*>12.0 \(12 on 100\)/,
    );
    expect(page).toContain('25 to 99 sworn');
    const csv = await (await app.get('/campaign/outcomes/totals.csv?year=2024', reviewer)).text();
    expect(csv).toContain('2024,All,,Arrests,12,1,1,12,12,100');
    expect(csv).not.toContain('15');
  });

  it('sees nothing of a year that is not over', async () => {
    const { base, cookie } = await workspace();
    const year = new Date().getUTCFullYear();
    await asOwner(app.ownerUrl, 'delete from outcome_setting');
    await app.post(`${base}/settings`, { revision: '0', shares: 'yes', first: '', last: '' }, cookie);
    await asOwner(
      app.ownerUrl,
      `insert into monthly_outcome select agency_id, make_date($1, 1, 1), 'arrests', 50 from outcome_setting`,
      [year],
    );
    const reviewer = await app.signIn((await aCampaignMember(app.databases, 'reviewer')).email);
    expect(await textOf(app.get('/campaign/outcomes', reviewer))).toContain('Nothing is shared yet');
  });
});

async function countRows(agency: string): Promise<readonly string[]> {
  const rows = await asOwner<{ row: string }>(
    app.ownerUrl,
    "select month || ' ' || measure || ' ' || count as row from monthly_outcome where agency_id = $1 order by month, measure",
    [agency],
  );
  return rows.map(({ row }) => row);
}
