import { describe, expect, it } from 'vitest';
import { PageMemory } from './page-memory.ts';

const page = (text: string) => new Uint8Array(Buffer.from(text));

describe('pages that are remembered', () => {
  it('are given again for the same address and version alone', () => {
    const memory = new PageMemory(1000);
    const kept = memory.keep('1', '/agencies', page('one'));
    expect(memory.find('1', '/agencies')).toBe(kept);
    expect(memory.find('1', '/agencies?page=2')).toBeUndefined();
    expect(memory.find('2', '/agencies')).toBeUndefined();
  });

  it('are all forgotten with the next version', () => {
    const memory = new PageMemory(1000);
    memory.keep('1', '/agencies', page('one'));
    memory.keep('2', '/agencies?page=2', page('two'));
    expect(memory.find('2', '/agencies')).toBeUndefined();
    expect(memory.find('1', '/agencies')).toBeUndefined();
  });

  it('go in the order in which nobody asked for them when there are too many', () => {
    const memory = new PageMemory(10);
    memory.keep('1', 'a', page('1234'));
    memory.keep('1', 'b', page('1234'));
    memory.find('1', 'a');
    memory.keep('1', 'c', page('1234'));
    expect(memory.find('1', 'b')).toBeUndefined();
    expect(memory.find('1', 'a')).toBeDefined();
    expect(memory.find('1', 'c')).toBeDefined();
    memory.keep('1', 'd', page('longer than everything'));
    expect(memory.find('1', 'd')).toBeUndefined();
    memory.keep('1', 'e', page('1234'));
    memory.keep('1', 'e', page('123456'));
    memory.keep('1', 'f', page('1234'));
    expect(memory.find('1', 'e')).toBeDefined();
  });

  it('have one mark for one content', () => {
    const memory = new PageMemory(1000);
    const { etag } = memory.keep('1', 'a', page('one'));
    expect(memory.keep('2', 'b', page('one')).etag).toBe(etag);
    expect(memory.keep('2', 'b', page('two')).etag).not.toBe(etag);
    expect(etag).toMatch(/^"[\w-]{27}"$/);
  });
});
