import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../read-pdf.ts';
import { createTestApp, type TestApp } from '../test-app.ts';
import { type FilledPair, fillPair, pairTexts } from './filled-pair.ts';
import {
  type FilledAgency,
  type FilledOrganization,
  fillAgency,
  fillOrganization,
  reviewPolicy,
} from './filled-tenants.ts';

/** A pair with both its tenants, as one of the two looks at it. */
interface Visit {
  readonly pair: FilledPair;
  readonly agency: FilledAgency;
  readonly organization: FilledOrganization;
  readonly cookie: string;
}

interface Seen {
  readonly status: number;
  readonly text: string;
}

let app: TestApp;
let tamarack: FilledAgency;
let sycamore: FilledAgency;
let foxglove: FilledOrganization;
let larkspur: FilledOrganization;
/** Tamarack and Foxglove, Sycamore and Foxglove, Tamarack and Larkspur. */
let kestrel: FilledPair;
let osprey: FilledPair;
let heron: FilledPair;
const cookies = new Map<string, string>();

beforeAll(async () => {
  app = await createTestApp();
  tamarack = await fillAgency(app, 'Tamarack', 41_173);
  sycamore = await fillAgency(app, 'Sycamore', 52_361);
  const pair = (word: string, agency: FilledAgency, more: object) =>
    fillPair(app, { word, agency, proposer: 'agency', ...more });
  kestrel = await pair('Kestrel', tamarack, { name: 'Foxglove Counseling' });
  const known = { organizationOf: kestrel.partnership, proposer: 'partner' } as const;
  osprey = await pair('Osprey', sycamore, known);
  heron = await pair('Heron', tamarack, { name: 'Larkspur Counseling', proposer: 'partner' });
  foxglove = await fillOrganization(app, tamarack, kestrel, { word: 'Foxglove', groupWord: 'Magpie' });
  larkspur = await fillOrganization(app, tamarack, heron, { word: 'Larkspur', groupWord: 'Wren' });
  await reviewPolicy(tamarack, [kestrel, heron]);
  await reviewPolicy(sycamore, [osprey]);
  const people = [tamarack.coordinator, sycamore.coordinator];
  for (const { email } of [...people, kestrel.partnership.representative, heron.partnership.representative]) {
    cookies.set(email, await app.signIn(email));
  }
}, 240_000);
afterAll(() => app.close());

const all = () => [
  { pair: kestrel, agency: tamarack, organization: foxglove },
  { pair: osprey, agency: sycamore, organization: foxglove },
  { pair: heron, agency: tamarack, organization: larkspur },
];

/** Every page of a partnership, of an organization, and of an agency's partnerships that the program has. */
function pagesOf(side: 'agency' | 'partner'): readonly string[] {
  const under = side === 'agency' ? '/workspace/:agency/partnerships' : '/partner/:partner';
  const paths = app.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
  return [...new Set(paths)].filter((path) => path === under || path.startsWith(`${under}/`));
}

/** What fills the places of an address; a new kind of place has to be said here before its pages can be looked at. */
function fillings(visit: Omit<Visit, 'cookie'>): Readonly<Record<string, readonly string[]>> {
  const { pair, agency, organization } = visit;
  const { ids, partnership } = pair;
  return {
    agency: [agency.agency.slug],
    partner: [partnership.partner],
    id: [partnership.id],
    meeting: [ids.meeting],
    action: [ids.action],
    training: [ids.training],
    number: ['1', '2', '3'],
    step: ['training'],
    version: [agency.policy],
    organization: [partnership.partner, heron.partnership.partner, agency.proposed],
    contact: [organization.contact],
    membership: [organization.membership],
    group: [organization.group],
  };
}

/** Every address that a path stands for, with these fillings. */
function addresses(path: string, from: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const [place, name = ''] = /:(\w+)(?:\{[^}]*\})?/.exec(path) ?? [];
  if (place === undefined) return [path];
  const values = from[name];
  if (!values) throw new Error(`Say in this test what fills “:${name}” of ${path}.`);
  return values.flatMap((value) => addresses(path.replace(place, value), from));
}

/** The same with one place at a time filled from another pair. */
function foreignAddresses(path: string, own: Visit, other: Omit<Visit, 'cookie'>): readonly string[] {
  const [mine, theirs] = [fillings(own), fillings(other)];
  const swapped = ['id', 'meeting', 'action', 'training', 'version', 'contact', 'membership', 'group'];
  return swapped
    .filter((name) => path.includes(`:${name}`) && theirs[name]?.[0] !== mine[name]?.[0])
    .flatMap((name) => addresses(path, { ...mine, [name]: theirs[name] ?? [] }));
}

async function see(address: string, cookie: string): Promise<Seen> {
  const answer = await app.get(address, cookie);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const type = answer.headers.get('content-type') ?? '';
  const plain = Buffer.from(bytes).toString();
  const printed = /memorandum\.pdf$/.test(address) && answer.status === 200;
  if (printed) return { status: answer.status, text: (await readPdf(bytes)).text };
  if (!type.includes('wordprocessing')) return { status: answer.status, text: plain };
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return { status: answer.status, text: value };
}

/** What a page may not show. `scope` is what it is about: the pair, or all that one of the two has. */
function foreignWords(
  scope: 'pair' | 'agency' | 'partner',
  { pair, agency, organization }: Omit<Visit, 'cookie'>,
): readonly string[] {
  const isMine = (other: Omit<Visit, 'cookie'>) =>
    scope === 'pair'
      ? other.pair === pair
      : scope === 'agency'
        ? other.agency === agency
        : other.organization === organization;
  const mine = all().filter(isMine);
  const others = all().filter((other) => !isMine(other));
  const agencies = [tamarack, sycamore].filter((one) => !mine.some(({ agency }) => agency === one));
  const organizations = [foxglove, larkspur].filter(
    (one) => !mine.some(({ organization }) => organization === one),
  );
  return [
    ...others.flatMap(({ pair: { word, partnership, ids } }) => [
      word,
      partnership.id,
      ...Object.values(ids),
    ]),
    ...agencies.flatMap(({ word, calls, policy, coordinator }) => [word, calls, policy, coordinator.email]),
    // Every agency may find every organization by its name; whom it names as a contact is for its agencies alone.
    ...organizations.flatMap(({ word, groupWord }) =>
      scope === 'agency' ? [`${word} contact`] : [word, groupWord],
    ),
  ];
}

/** What the pages of a pair have to show somewhere: a test that finds nothing finds no leak either. */
function ownTexts({ pair, agency, organization }: Omit<Visit, 'cookie'>, side: 'agency' | 'partner') {
  const { word } = pair;
  const shared = [...pairTexts.map((text) => `${word} ${text}`), `${organization.word} contact`];
  if (side === 'agency') return shared;
  const { groupWord } = organization;
  const reviewed = [`${agency.word} policy`, `${word} comment`, `${word} answer`];
  return [...shared, ...reviewed, agency.calls, `${groupWord} County`, `${groupWord} training`];
}

/** Pages that lead on: to what an agency has once for all its partners, or past an uploaded agreement that none of these has. */
const leadOn: ReadonlySet<string> = new Set([
  ...['policy', 'outcomes', 'agreement/answer'].map((end) => `/workspace/:agency/partnerships/:id/${end}`),
  '/partner/:partner/partnerships/:id/agreement/answer',
]);

const scopeOf = (path: string, side: 'agency' | 'partner') =>
  path.includes('/partnerships/:id') ? 'pair' : side;

function visitOf(of: Omit<Visit, 'cookie'>, side: 'agency' | 'partner'): Visit {
  const { email } = side === 'agency' ? of.agency.coordinator : of.pair.partnership.representative;
  return { ...of, cookie: cookies.get(email) ?? '' };
}

/** Words of the list in a text, whatever their case. */
function found(text: string, words: readonly string[]): readonly string[] {
  const lower = text.toLowerCase();
  return words.filter((word) => lower.includes(word.toLowerCase()));
}

describe.each(['agency', 'partner'] as const)('on the side of the %s', (side) => {
  it('every page of a pair is there, and shows no word of another pair, agency or organization', {
    timeout: 300_000,
  }, async () => {
    const leaks: string[] = [];
    const notSeen: string[] = [];
    const unseen = new Set(all().flatMap((of) => ownTexts(of, side)));
    for (const path of pagesOf(side)) {
      const answers: number[] = [];
      for (const of of all()) {
        const visit = visitOf(of, side);
        for (const address of addresses(path, fillings(visit))) {
          const { status, text } = await see(address, visit.cookie);
          answers.push(status);
          const words = found(text, foreignWords(scopeOf(path, side), visit));
          if (words.length > 0) leaks.push(`${of.pair.word}: ${path} shows ${words.join(', ')}`);
          for (const own of found(text, ownTexts(of, side))) unseen.delete(own);
        }
      }
      if (!answers.includes(leadOn.has(path) ? 303 : 200)) notSeen.push(`${path}: ${answers.join(', ')}`);
    }
    expect(leaks).toEqual([]);
    expect(notSeen).toEqual([]);
    expect([...unseen]).toEqual([]);
  });

  it('an address that names a thing of another pair leads nowhere', { timeout: 300_000 }, async () => {
    const wrong: string[] = [];
    for (const path of pagesOf(side)) {
      for (const of of all()) {
        const visit = visitOf(of, side);
        for (const other of all()) {
          for (const address of foreignAddresses(path, visit, other)) {
            const { status, text } = await see(address, visit.cookie);
            // What both pairs share, a visitor of both may open: then it is a page of the other pair.
            const isOwn =
              side === 'agency' ? other.agency === of.agency : other.organization === of.organization;
            const isOthersPage = isOwn && address.includes(other.pair.partnership.id);
            if (isOthersPage) continue;
            const words = found(text, foreignWords(scopeOf(path, side), visit));
            if (status === 200 || words.length > 0)
              wrong.push(`${of.pair.word}: ${path} with ${other.pair.word}: ${status} ${words.join(', ')}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
