import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';

let app: TestApp;
let agency: AgencyForTests;
let cookie: string;
let home: string;
beforeAll(async () => {
  app = await createTestApp({ now: () => new Date('2026-03-05T18:00:00Z') });
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await anAgency(app.databases);
  cookie = await app.signIn(agency.coordinator.email);
  home = `/workspace/${agency.agency.slug}`;
});

const first = `Badge,Full Name,Rank,Hire Date
00101,"Okafor, Ngozi A.",Chief,6/1/1998
00116,"Price, Leo",Officer,9/9/2021
`;
const next = `Badge,Full Name,Rank,Hire Date
,"Okafor, N.",Chief,6/1/1998
00116,"Barnes, Amy",Officer,1/5/2026
00117,"Quist, Ola",Officer,9/9/2020
`;

const locationOf = (answer: Response) => answer.headers.get('location') ?? '';
const htmlAt = async (path: string) => (await app.get(path, cookie)).text();
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** Uploads a roster, says its columns are as proposed, and answers where its changes are. */
async function planned(content: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([content]), 'roster.csv');
  const uploaded = locationOf(await app.post(`${home}/roster/import`, form, cookie));
  if (!uploaded.endsWith('/columns')) return uploaded;
  const page = await htmlAt(uploaded);
  const chosen = [...page.matchAll(/<select[^>]*name="(column-\d+)"[\s\S]*?<\/select>/g)].map(
    ([select, name]) => [name, /value="([^"]*)" selected/.exec(select)?.[1] ?? ''],
  );
  return locationOf(await app.post(uploaded, Object.fromEntries(chosen), cookie));
}

/** What a form with these words on its button sends. */
function sentBy(html: string, words: string): Record<string, string> {
  const form = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].find(([text]) => textOf(text).includes(words));
  const hidden = [...(form?.[0] ?? '').matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => [
    /name="([^"]*)"/.exec(input)?.[1] ?? '',
    /value="([^"]*)"/.exec(input)?.[1] ?? '',
  ]);
  return Object.fromEntries(hidden);
}

const answer = async (changes: string, words: string) =>
  locationOf(await app.post(`${changes}/look`, sentBy(await htmlAt(`${changes}/look`), words), cookie));
const commit = async (changes: string) =>
  app.post(`${changes}/commit`, sentBy(await htmlAt(changes), 'Import these changes'), cookie);
const people = async () =>
  (
    await asOwner<{ name: string }>(
      app.ownerUrl,
      `select family_name || ', ' || given_name as name from staff_member where agency_id = $1 order by 1`,
      [agency.agency.id],
    )
  ).map(({ name }) => name);

describe('a person of a file who may be somebody on the roster', () => {
  it('is asked about before anything is saved, with who it may be and why', async () => {
    await commit(await planned(first));
    const changes = await planned(next);
    const page = textOf(await htmlAt(changes));
    expect(page).toContain('Same person? Please say: 1');
    expect(page).toContain('Show the 2 rows to look at');
    const looked = textOf(await htmlAt(`${changes}/look`));
    expect(looked).toContain(
      'On the roster: Okafor, Ngozi A., number 00101, Chief, hired June 1, 1998 (the names are alike, no number in the file, same hire date, same rank).',
    );
    expect(looked).toContain('Somebody else on the roster has this number.');
    expect(looked).toContain('On the roster: Price, Leo, number 00116');
    expect(looked).not.toContain('Quist');
  });

  it('is left out until somebody says, and then is who somebody said, in the next file too', async () => {
    await commit(await planned(first));
    await commit(await planned(next));
    expect(await people()).toEqual(['Barnes, Amy', 'Okafor, Ngozi', 'Price, Leo', 'Quist, Ola']);
    const again = await planned(next);
    expect(await answer(again, 'Same person')).toContain('done=said');
    const said = textOf(await htmlAt(`${again}?show=unchanged`));
    expect(said).toContain('You said that this is the person.');
    await commit(again);
    expect(await people()).toHaveLength(4);
    expect(textOf(await htmlAt(await planned(next)))).not.toContain('Same person? Please say');
  });

  it('is another person when somebody says so', async () => {
    await commit(await planned(first));
    const changes = await planned(next);
    await answer(changes, 'Another person');
    await commit(changes);
    expect(await people()).toEqual([
      'Barnes, Amy',
      'Okafor, N.',
      'Okafor, Ngozi',
      'Price, Leo',
      'Quist, Ola',
    ]);
  });

  it('is not answered for by an address that nobody was asked at', async () => {
    await commit(await planned(first));
    const changes = await planned(next);
    const sent = sentBy(await htmlAt(`${changes}/look`), 'Same person');
    const stranger = { ...sent, same: '00000000-0000-4000-8000-000000000000' };
    expect(locationOf(await app.post(`${changes}/look`, stranger, cookie))).toContain('refused=not-asked');
  });

  it('is answered for all at once when each may be one person only', async () => {
    await commit(
      await planned(`Badge,Full Name,Rank,Hire Date
1,"Example, Alex",Officer,1/1/2010
2,"Sample, Jo",Officer,1/1/2011
`),
    );
    const changes = await planned(`Badge,Full Name,Rank,Hire Date
91,"Example, Alex",Officer,1/1/2010
92,"Sample, Jo",Officer,1/1/2011
`);
    await answer(changes, 'They are all the same people');
    expect(textOf(await htmlAt(changes))).toContain('Changed: 2');
    await commit(changes);
    expect(await people()).toEqual(['Example, Alex', 'Sample, Jo']);
  });
});
