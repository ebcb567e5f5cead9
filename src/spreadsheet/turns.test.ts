import { describe, expect, it } from 'vitest';
import { Turns } from './turns.ts';

describe('turns', () => {
  it('come in the order they were asked for, and no more at once than there are', async () => {
    const turns = new Turns(1);
    expect(await turns.take(1)).toBe(true);
    const order: string[] = [];
    const second = turns.take(1).then(() => order.push('second'));
    const third = turns.take(1).then(() => order.push('third'));
    expect(order).toEqual([]);
    turns.giveBack();
    await second;
    expect(order).toEqual(['second']);
    turns.giveBack();
    await third;
    expect(order).toEqual(['second', 'third']);
  });

  it('are given up by who has waited long enough, and come to the next', async () => {
    const turns = new Turns(1);
    await turns.take(1);
    expect(await turns.take(0.01)).toBe(false);
    turns.giveBack();
    expect(await turns.take(1)).toBe(true);
  });
});
