import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';

export type ScanFinding = { readonly clean: true } | { readonly clean: false; readonly finding: string };

const chunkSize = 256 * 1024;

/**
 * Asks a ClamAV daemon at `host:port` about a file, with its INSTREAM command.
 * Throws when the daemon can't be reached or answers an error: an unscanned file must not pass as clean.
 */
export async function scanForViruses(host: string, path: string): Promise<ScanFinding> {
  const answer = await askDaemon(host, path);
  if (answer === 'stream: OK') return { clean: true };
  const found = /^stream: (.+) FOUND$/.exec(answer);
  if (found?.[1]) return { clean: false, finding: found[1] };
  throw new Error(`The virus scanner answered "${answer}".`);
}

function askDaemon(host: string, path: string): Promise<string> {
  const at = host.lastIndexOf(':');
  const [name, port] = at > 0 ? [host.slice(0, at), Number(host.slice(at + 1))] : [host, 3310];
  return new Promise((resolve, reject) => {
    const socket = connect(port, name);
    const file = createReadStream(path, { highWaterMark: chunkSize });
    const answer: Buffer[] = [];
    const fail = (error: Error) => {
      socket.destroy();
      reject(new Error('The virus scanner could not be asked.', { cause: error }));
    };
    socket.setTimeout(60_000, () => fail(new Error('It did not answer in a minute.')));
    socket.on('data', (part: Buffer) => answer.push(part));
    socket.on('error', fail);
    file.on('error', fail);
    socket.on('close', () => {
      file.destroy();
      resolve(Buffer.concat(answer).toString('utf8').replace(/\0.*$/s, '').trim());
    });
    socket.on('connect', () => {
      socket.write('zINSTREAM\0');
      sendInChunks(file, socket);
    });
  });
}

/** Each chunk behind its length in four bytes; a length of nothing ends the stream. */
function sendInChunks(file: Readable, socket: Socket): void {
  file.on('data', (chunk) => {
    const bytes = Buffer.from(chunk);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    socket.write(length);
    if (socket.write(bytes)) return;
    file.pause();
    socket.once('drain', () => file.resume());
  });
  file.on('end', () => socket.write(Buffer.alloc(4)));
}
