import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { createApp } from './app.tsx';
import type { Deps } from './http/environment.ts';
import { PortUnavailable } from './port-unavailable.ts';

export interface RunningServer {
  readonly address: string;
  /**
   * Says "draining" at /readyz for DRAIN_SECONDS, takes no new connections after that, lets running requests finish
   * for up to `graceMilliseconds`, then ends the rest.
   */
  drain(graceMilliseconds: number): Promise<void>;
}

const timeouts = {
  /** The largest file takes twelve minutes at 1 Mbit a second. */
  requestTimeout: 15 * 60_000,
  /** Longer than load balancers keep a connection (a minute as a rule): who closes first must be the one who asks. */
  keepAliveTimeout: 75_000,
};

/** Starts the web server. Rejects with PortUnavailable when it can't listen. */
export function startServer(deps: Deps): Promise<RunningServer> {
  let draining = false;
  const app = createApp(deps, { isDraining: () => draining });
  const { port, host, drainSeconds } = deps.config;
  return new Promise((resolve, reject) => {
    const options = { fetch: app.fetch, port, hostname: host, serverOptions: timeouts };
    const server = serve(options, (info) => {
      resolve({
        address: addressOf(host, info.port),
        async drain(graceMilliseconds) {
          draining = true;
          await pause(drainSeconds * 1000);
          await close(server as Server, graceMilliseconds);
        },
      });
    });
    server.once('error', (error) => reject(explain(error, port)));
  });
}

function addressOf(host: string, port: number): string {
  const isHere = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host);
  return `http://${isHere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}

function explain(cause: Error, port: number): Error {
  switch ('code' in cause ? cause.code : undefined) {
    case 'EADDRINUSE':
      return new PortUnavailable(
        `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=3001 npm start`,
        { cause },
      );
    case 'EACCES':
      return new PortUnavailable(
        `This user may not listen on port ${port}. Choose a port above 1023: PORT=3000 npm start`,
        { cause },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new PortUnavailable(
        'HOST: This machine has no such address. Enter one that it has, or 0.0.0.0.',
        {
          cause,
        },
      );
    default:
      return cause;
  }
}

function close(server: Server, graceMilliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
    // A connection whose request has just been answered would be kept open for the next, which we won't take.
    const release = setInterval(() => server.closeIdleConnections(), 50);
    server.close((error) => {
      clearTimeout(force);
      clearInterval(release);
      if (error) reject(error);
      else resolve();
    });
  });
}
