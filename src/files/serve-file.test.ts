import { describe, expect, it } from 'vitest';
import { attachmentNamed } from './serve-file.ts';

describe('a download', () => {
  it.each([
    ['policy 2026.pdf', `attachment; filename="policy 2026.pdf"; filename*=UTF-8''policy%202026.pdf`],
    ['a"b\r\n.pdf', `attachment; filename="a_b__.pdf"; filename*=UTF-8''a%22b%0D%0A.pdf`],
    ["O'Hara (1).pdf", `attachment; filename="O_Hara _1_.pdf"; filename*=UTF-8''O%27Hara%20%281%29.pdf`],
    ['警\ud83d.pdf', `attachment; filename="__.pdf"; filename*=UTF-8''%E8%AD%A6%EF%BF%BD.pdf`],
  ])('keeps the name %j without breaking its header', (name, header) => {
    expect(attachmentNamed(name)).toBe(header);
  });
});
