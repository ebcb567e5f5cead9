import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export interface DatabaseProxy {
  /** The same database, reached through the proxy. */
  readonly url: string;
  /** Cuts every connection and takes none until `bringBack`. */
  takeAway(): Promise<void>;
  bringBack(): Promise<void>;
  /** Lets nothing through any more, either way: a server that stands still. New connections are taken and hang too. */
  hold(): void;
  letGo(): void;
  /** Cuts the connection whose client next says this, before the server hears it. */
  cutAt(words: string): Promise<void>;
  close(): Promise<void>;
}

/** Stands between the program and its database, to take it away at a chosen moment. */
export async function proxyDatabase(url: string): Promise<DatabaseProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isHeld = false;
  let cut: { readonly words: string; readonly done: () => void } | undefined;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (bytes: Buffer) => {
      if (!cut || !bytes.includes(cut.words)) return void upstream.write(bytes);
      client.destroy();
      cut.done();
      cut = undefined;
    });
    upstream.on('data', (bytes: Buffer) => client.write(bytes));
    // Listening has set them going.
    if (isHeld) for (const socket of [client, upstream]) socket.pause();
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const takeAway = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  const through = new URL(url);
  through.port = String(port);
  return {
    url: through.href,
    takeAway,
    bringBack: () => listen(port),
    hold() {
      isHeld = true;
      for (const socket of sockets) socket.pause();
    },
    letGo() {
      isHeld = false;
      for (const socket of sockets) socket.resume();
    },
    cutAt: (words) =>
      new Promise((done) => {
        cut = { words, done };
      }),
    close: () => (server.listening ? takeAway() : Promise.resolve()),
  };
}
