import { createServer } from 'node:net';
import { failedWith } from './failure-code.ts';

/** The wished port of 127.0.0.1 if it is free, else one that the system picks. */
export async function freePort(wished?: number): Promise<number> {
  return (wished !== undefined && (await tryListen(wished))) || (await anyPort());
}

async function anyPort(): Promise<number> {
  const port = await tryListen(0);
  if (port === undefined) throw new Error('This machine has no free port on 127.0.0.1.');
  return port;
}

function tryListen(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      if (failedWith(error, 'EADDRINUSE', 'EACCES')) resolve(undefined);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const bound = address !== null && typeof address === 'object' ? address.port : undefined;
      server.close(() => resolve(bound));
    });
  });
}
