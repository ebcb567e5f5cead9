import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { countAttempt, forgetAttempts, judgeAttempt, takeAttempt } from './rate-limit.ts';

const limit = { attempts: 5, windowSeconds: 900 };

describe('the sliding window', () => {
  test.each([
    ['the fifth of five', { present: 5, previous: 0, elapsed: 0.5 }, true],
    ['the sixth of five', { present: 6, previous: 0, elapsed: 0.5 }, false],
    ['the first of a window right after a full one', { present: 1, previous: 5, elapsed: 0 }, false],
    [
      'the first when a fifth of the window has passed since a full one',
      { present: 1, previous: 5, elapsed: 0.2 },
      true,
    ],
  ])('judges %s', (_what, count, allowed) => {
    expect(judgeAttempt(count, limit).allowed).toBe(allowed);
  });

  test('the wait it names is enough, and never longer than two windows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 101 }),
        fc.integer({ min: 0, max: 101 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempts, presentAtMost, previousAtMost, elapsed) => {
          const tried = { attempts, windowSeconds: 900 };
          const present = Math.min(presentAtMost, attempts + 1);
          const previous = Math.min(previousAtMost, attempts + 1);
          const judged = judgeAttempt({ present, previous, elapsed }, tried);
          if (judged.allowed) return;
          expect(judged.waitSeconds).toBeLessThanOrEqual(2 * 900);
          expect(judgeAttempt(after(judged.waitSeconds, { present, previous, elapsed }), tried).allowed).toBe(
            true,
          );
        },
      ),
    );
  });
});

/** The counts as the next attempt finds them, so many seconds later. */
function after(seconds: number, count: { present: number; previous: number; elapsed: number }) {
  const elapsed = count.elapsed + seconds / 900;
  if (elapsed < 1) return { present: count.present + 1, previous: count.previous, elapsed };
  return elapsed < 2
    ? { present: 1, previous: count.present, elapsed: elapsed - 1 }
    : { present: 1, previous: 0, elapsed: elapsed - 2 };
}

describe('counting attempts', () => {
  let at: TestDatabase;
  beforeAll(async () => {
    at = await createTestDatabase();
  });
  afterAll(() => at.drop());

  test('lets so many through, however many come at once', async () => {
    const attempts = await Promise.all(
      Array.from({ length: 20 }, () => countAttempt(at.databases.app, 'burst', limit)),
    );
    expect(attempts.filter((attempt) => attempt.allowed)).toHaveLength(5);
  });

  test('keeps one bucket apart from another', async () => {
    await countAttempt(at.databases.app, 'a', { attempts: 1, windowSeconds: 900 });
    expect((await countAttempt(at.databases.app, 'b', { attempts: 1, windowSeconds: 900 })).allowed).toBe(
      true,
    );
    expect((await countAttempt(at.databases.app, 'a', { attempts: 1, windowSeconds: 900 })).allowed).toBe(
      false,
    );
  });

  test('trying on does not lengthen the wait', async () => {
    for (let tries = 0; tries < 50; tries += 1) await countAttempt(at.databases.app, 'stubborn', limit);
    const [row] = await asOwner<{ attempts: number }>(
      at.ownerUrl,
      "select max(attempts) as attempts from rate_window where bucket = 'stubborn'",
    );
    expect(row?.attempts).toBe(6);
  });

  test('says how long to wait', async () => {
    const short = { attempts: 1, windowSeconds: 60 };
    await takeAttempt(at.databases.app, 'wait', short);
    await expect(takeAttempt(at.databases.app, 'wait', short)).rejects.toMatchObject({
      name: 'TooManyAttempts',
      seconds: expect.toSatisfy((seconds: number) => seconds > 0 && seconds <= 120),
    });
  });

  test('forgets what is too old to matter', async () => {
    await asOwner(at.ownerUrl, "insert into rate_window values ('old', now() - interval '3 days', 1)");
    await forgetAttempts(at.databases.app);
    expect(await asOwner(at.ownerUrl, "select from rate_window where bucket = 'old'")).toHaveLength(0);
    expect(await asOwner(at.ownerUrl, "select from rate_window where bucket = 'wait'")).not.toHaveLength(0);
  });
});
