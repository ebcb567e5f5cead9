import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import { canonicalJson } from '../snapshot/canonical-json.ts';
import { drawSample } from '../snapshot/draw-sample.ts';
import { referenceOf, snapshotFileText } from '../snapshot/snapshot-file.ts';
import { aCountedPerson, aFrozenSnapshot, aTrainedRoster } from '../testing/a-frozen-snapshot.ts';
import { runVerify } from './verify-command.ts';

const seed = Buffer.alloc(32, 9);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onemind-verify-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** `drawnFor`: the hash of an earlier snapshot of the round; `asked`: of how many records it asked. */
function published(people = aTrainedRoster(40), drawnFor?: string, asked = 0): string {
  const frozen = aFrozenSnapshot(people);
  const { snapshot } = frozen;
  const source = { ...frozen, rules: campaignRules(snapshot.rules), asOf: snapshot.asOf };
  const draw = { seed, drawnFor: drawnFor ?? frozen.sha256, carried: [] };
  const carried = asked === 0 ? [] : drawSample(source, draw, asked);
  const drawn = drawSample(source, { ...draw, carried }, 31).map(referenceOf);
  const draws = drawnFor === undefined ? 1 : 2;
  return snapshotFileText(frozen, { ...draw, draws, carried: carried.length, records: 40, drawn });
}

async function verify(content: string | Buffer, ...options: readonly string[]) {
  const path = join(folder, 'snapshot.json');
  await writeFile(path, content);
  return run('--snapshot', path, ...options);
}

async function run(...argv: readonly string[]) {
  let text = '';
  const write = (part: string) => {
    text += part;
  };
  return { code: await runVerify(argv, { out: write, err: write }), text };
}

describe('onemind verify --snapshot', () => {
  it('says that a whole snapshot is equal, its hash, its coverage, each requirement and the sample', async () => {
    const people = aTrainedRoster(40);
    const { code, text } = await verify(published(people));
    const { sha256, people: frozen } = aFrozenSnapshot(people);
    expect(code).toBe(0);
    expect(text).toContain('Equal: the snapshot is whole, and comes to what it says.');
    expect(text).toContain(`SHA-256 ${sha256}`);
    expect(text).toContain(
      '40 sworn officers: 10 with an advanced course, 30 with a base course only, 0 with neither.',
    );
    expect(text).toContain('Harbor Counseling confirmed the partnership');
    expect(text).toMatch(/Sample: 31 of 40 records, drawn by the seed (09){32}/);
    const source = {
      rules: campaignRules('2024'),
      asOf: aFrozenSnapshot().snapshot.asOf,
      people: frozen,
    };
    const [first] = drawSample(source, { seed, drawnFor: sha256, carried: [] }, 1);
    expect(text).toContain(`1. ${first?.person.id} ${first?.record.ref}`);
  });

  it('says of a sample that was drawn before in the round for which snapshot, how often and how much was asked for', async () => {
    const before = 'b'.repeat(64);
    const { code, text } = await verify(published(aTrainedRoster(40), before, 12));
    expect(code).toBe(0);
    expect(text).toContain(`The seed was drawn for an earlier snapshot of this round, ${before}.`);
    expect(text).toContain('Records were drawn 2 times in this round.');
    expect(text).toContain('The first 12 were asked for before.');
  });

  it('does not take a seed of another snapshot from which nothing was asked for', async () => {
    const { code, text } = await verify(published(aTrainedRoster(40), 'b'.repeat(64)));
    expect(code).toBe(1);
    expect(text).toContain('The sample in the file is not the one that its seed draws.');
  });

  it('says the same to machines', async () => {
    const { code, text } = await verify(published(), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      isEqual: true,
      rules: '2024',
      coverage: { sworn: 40 },
      requirements: [{ state: 'met' }, { state: 'met' }, { state: 'met' }, { state: 'met' }],
      sample: { of: 40, drawn: { length: 31 } },
    });
  });

  it('says that a requirement is not met, though the snapshot is whole', async () => {
    const { code, text } = await verify(published([...aTrainedRoster(40), aCountedPerson(99, [])]));
    expect(code).toBe(1);
    expect(text).toContain('Train 1 more sworn officer');
  });

  it('finds every changed byte, wherever it is', async () => {
    const whole = Buffer.from(published(aTrainedRoster(4)));
    for (let at = 0; at < whole.length; at += 17) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x01;
      const { code, text } = await verify(damaged);
      expect(code, `byte ${at}: ${text}`).not.toBe(0);
    }
  });

  it('says that somebody is missing, also when the rest was made to fit', async () => {
    const file = JSON.parse(published());
    file.people = file.people.slice(1);
    const { code, text } = await verify(canonicalJson(file));
    expect(code).toBe(1);
    expect(text).toContain('it counted 40, and the file holds 39');
    expect(text).toContain('“sworn” is 40. Its people come to 39.');
  });

  it('says that the sample is not the one its seed draws', async () => {
    const file = JSON.parse(published());
    file.sample.seed = '0a'.repeat(32);
    const { code, text } = await verify(canonicalJson(file));
    expect([code, text]).toEqual([1, expect.stringContaining('The sample in the file is not the one')]);
  });

  it('says that a file was laid out anew', async () => {
    const { code, text } = await verify(JSON.stringify(JSON.parse(published()), undefined, 2));
    expect([code, text]).toEqual([1, expect.stringContaining('not laid out as One Mind writes it')]);
  });

  it('keeps what a terminal would obey out of its answer', async () => {
    const file = JSON.parse(published());
    file.snapshot.agency.name = 'Elm\u001b[2JFork';
    const { text } = await verify(canonicalJson(file));
    expect(text).toContain('Elm[2JFork');
    expect(text).not.toContain('\u001b');
  });

  it.each([
    ['text', 'Dear reviewer', 'it is not JSON'],
    ['nothing', '', 'it is not JSON'],
    ['JSON of another kind', '{"is":"badge"}', 'This is not a snapshot of One Mind.'],
    ['a list', '[1,2,3]', 'This is not a snapshot of One Mind.'],
    [
      'endless nesting',
      `{"is":"one-mind-snapshot","people":${'['.repeat(2_000_000)}`,
      'This is not a snapshot',
    ],
    ['a picture', Buffer.from('89504e470d0a1a0a00ff', 'hex'), 'it is not JSON'],
  ])('says in a sentence what it can’t check: %s', async (_, content, sentence) => {
    const { code, text } = await verify(content);
    expect([code, text]).toEqual([2, expect.stringContaining(sentence)]);
  });

  it('names the place where a snapshot says what this program does not know', async () => {
    const file = JSON.parse(published());
    file.snapshot.rules = '2031';
    const { code, text } = await verify(canonicalJson(file));
    expect([code, text]).toEqual([2, expect.stringContaining('at “snapshot.rules”')]);
  });

  it('reads no more than a snapshot can be long of 200 MB of anything', async () => {
    const path = join(folder, 'large.json');
    const file = await open(path, 'w');
    await file.truncate(200 * 1_048_576);
    await file.close();
    const { code, text } = await run('--snapshot', path);
    expect([code, text]).toEqual([2, expect.stringContaining('larger than 64 MB')]);
  });

  it('says that there is no such file, or that it is a folder', async () => {
    expect(await run('--snapshot', join(folder, 'none'))).toEqual({
      code: 2,
      text: expect.stringContaining('no such file'),
    });
    expect(await run('--snapshot', folder)).toEqual({
      code: 2,
      text: expect.stringContaining("can't be read"),
    });
  });

  it('says how to ask', async () => {
    await expect(run()).rejects.toThrow('onemind verify --snapshot FILE');
  });
});
