import { describe, expect, it } from 'vitest';
import { sharedQuestion } from './shared-question.ts';

describe('a question that many ask at once', () => {
  it('is asked again for those who came while it was under way, once for all of them', async () => {
    const asked: ((answer: number) => void)[] = [];
    const question = sharedQuestion(() => new Promise<number>((resolve) => asked.push(resolve)));
    const first = question('x');
    const [second, third] = [question('x'), question('x')];
    expect(asked).toHaveLength(1);
    asked[0]?.(1);
    expect(await first).toBe(1);
    await expect.poll(() => asked.length).toBe(2);
    asked[1]?.(2);
    expect(await Promise.all([second, third])).toEqual([2, 2]);
    const fourth = question('x');
    expect(asked).toHaveLength(3);
    asked[2]?.(3);
    expect(await fourth).toBe(3);
  });

  it('fails for those who asked it, and is asked anew after that', async () => {
    let times = 0;
    const question = sharedQuestion(() => {
      times++;
      return times === 1 ? Promise.reject(new Error('away')) : Promise.resolve(times);
    });
    const [failed, answered] = [question('x'), question('x')];
    await expect(failed).rejects.toThrow('away');
    expect(await answered).toBe(2);
    expect(await question('x')).toBe(3);
  });
});
