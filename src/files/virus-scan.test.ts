import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { writtenFile } from '../testing/written-file.ts';
import { scanForViruses } from './virus-scan.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** As much of ClamAV's daemon as unpacks one stream and answers what it is told to. */
async function daemon(answerTo: (content: Buffer) => string): Promise<string> {
  server = createServer((socket) => {
    let sent = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      sent = Buffer.concat([sent, bytes]);
      const content = unpacked(sent.subarray('zINSTREAM\0'.length));
      if (content) socket.end(`${answerTo(content)}\0`);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The chunks put together; undefined until the one of no length has come. */
function unpacked(stream: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = stream.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(stream.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

describe('the virus scan', () => {
  it('sends the whole file and believes the answer', async () => {
    const file = await writtenFile('large.csv', 'x'.repeat(700_001));
    let length = 0;
    const host = await daemon((content) => {
      length = content.length;
      return 'stream: OK';
    });
    expect(await scanForViruses(host, file.path)).toEqual({ clean: true });
    expect(length).toBe(700_001);
  });

  it('names what was found', async () => {
    const file = await writtenFile('bad.pdf', 'bad');
    const host = await daemon(() => 'stream: Eicar-Test-Signature FOUND');
    expect(await scanForViruses(host, file.path)).toEqual({ clean: false, finding: 'Eicar-Test-Signature' });
  });

  it('lets nothing through unscanned', async () => {
    const file = await writtenFile('any.pdf', 'any');
    const host = await daemon(() => 'INSTREAM size limit exceeded. ERROR');
    await expect(scanForViruses(host, file.path)).rejects.toThrow('size limit exceeded');
    await expect(scanForViruses('127.0.0.1:1', file.path)).rejects.toThrow('could not be asked');
  });
});
