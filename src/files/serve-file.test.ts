import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { FileStore } from './file-store.ts';
import { attachmentNamed, serveFile } from './serve-file.ts';

describe('a download', () => {
  it.each([
    ['policy 2026.pdf', `attachment; filename="policy 2026.pdf"; filename*=UTF-8''policy%202026.pdf`],
    ['a"b\r\n.pdf', `attachment; filename="a_b__.pdf"; filename*=UTF-8''a%22b%0D%0A.pdf`],
    ["O'Hara (1).pdf", `attachment; filename="O_Hara _1_.pdf"; filename*=UTF-8''O%27Hara%20%281%29.pdf`],
    ['警\ud83d.pdf', `attachment; filename="__.pdf"; filename*=UTF-8''%E8%AD%A6%EF%BF%BD.pdf`],
  ])('keeps the name %j without breaking its header', (name, header) => {
    expect(attachmentNamed(name)).toBe(header);
  });

  it('has the ending of its kind, though it was kept under another', async () => {
    const store: FileStore = {
      keep: async () => undefined,
      has: async () => true,
      open: async () => Readable.from(['%PDF-1.7']),
      remove: async () => undefined,
    };
    const old = { sha256: '0'.repeat(64), name: 'Policy.hta', mediaType: 'application/pdf', size: 8 };
    const { headers } = await serveFile(store, old);
    expect(headers.get('content-disposition')).toContain('filename="Policy.pdf"');
  });
});
