import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { createApp } from './app.tsx';
import type { Deps } from './http/environment.ts';

export interface RunningServer {
  readonly address: string;
  /** Takes no new connections, lets running requests finish for up to `graceMilliseconds`, then ends the rest. */
  drain(graceMilliseconds: number): Promise<void>;
}

/** The port is taken, or this user may not use it. */
export class PortUnavailable extends Error {
  override readonly name = 'PortUnavailable';
}

/** Starts the web server. Rejects with PortUnavailable when it can't listen. */
export function startServer(deps: Deps): Promise<RunningServer> {
  let draining = false;
  const app = createApp(deps, { isDraining: () => draining });
  const { port, host } = deps.config;
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: host }, (info) => {
      resolve({
        address: `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${info.port}`,
        async drain(graceMilliseconds) {
          draining = true;
          await close(server as Server, graceMilliseconds);
        },
      });
    });
    server.once('error', (error) => reject(explain(error, port)));
  });
}

function explain(error: Error, port: number): Error {
  if (!('code' in error)) return error;
  if (error.code === 'EADDRINUSE') {
    return new PortUnavailable(
      `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=3001 npm start`,
      {
        cause: error,
      },
    );
  }
  if (error.code === 'EACCES') {
    return new PortUnavailable(
      `This user may not listen on port ${port}. Choose a port above 1023: PORT=3000 npm start`,
      { cause: error },
    );
  }
  return error;
}

function close(server: Server, graceMilliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
    server.close((error) => {
      clearTimeout(force);
      if (error) reject(error);
      else resolve();
    });
    server.closeIdleConnections();
  });
}
