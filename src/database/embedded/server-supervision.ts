import { setTimeout as sleep } from 'node:timers/promises';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { EmbeddedRefusal } from './embedded-refusal.ts';
import { runServer, type ServerPlan, type ServerProcess } from './server-process.ts';
import { type ServerWatcher, watchServer } from './server-watcher.ts';

/** What happened to a running server, for the log. */
export type EmbeddedIncident =
  | { readonly code: 'server-ended' }
  | { readonly code: 'server-restarted' }
  | { readonly code: 'restart-failed'; readonly reason: string };

export type RunningServer = { readonly server: ServerProcess; readonly port: number };

export type Supervision = {
  readonly onIncident: ((incident: EmbeddedIncident) => void) | undefined;
  /** A folder to delete when this process and the server are gone. */
  readonly temporary: string | undefined;
};

const attempts = 40;
const pause = 250;
const pauseAfterFailure = 5_000;

/** A port may be snatched between looking and binding, and killed sessions need a moment to let go of their memory. */
export async function runPatiently(
  plan: ServerPlan,
  firstPort: number,
  nextPort: () => Promise<number>,
): Promise<Outcome<RunningServer, EmbeddedRefusal>> {
  let port = firstPort;
  for (let attempt = 1; ; attempt++) {
    const started = await runServer(plan, port);
    if (started.ok) return done({ server: started.value, port });
    const failure = started.refusal;
    if (failure.code === 'failed' || attempt === attempts)
      return refused({ code: 'server-did-not-start', log: failure.log, reason: failure.reason });
    if (failure.code === 'port-taken') port = await nextPort();
    await sleep(pause);
  }
}

/**
 * Restarts a server that ended by itself, on the same port so that connection pools find it again. Answers with the
 * function that ends both the supervision and the server.
 */
export function keepRunning(
  plan: ServerPlan,
  first: RunningServer,
  supervision: Supervision,
): () => Promise<void> {
  const report = supervision.onIncident ?? (() => undefined);
  let stopping = false;
  let { server } = first;
  let watcher = watch(plan, server, supervision);

  const restart = async (): Promise<void> => {
    const again = await runPatiently(plan, first.port, async () => first.port);
    if (!again.ok) {
      report({ code: 'restart-failed', reason: again.refusal.code });
      await sleep(pauseAfterFailure, undefined, { ref: false });
      return stopping ? undefined : restart();
    }
    server = again.value.server;
    watcher.dismiss();
    watcher = watch(plan, server, supervision);
    report({ code: 'server-restarted' });
  };

  const supervise = async (): Promise<void> => {
    for (;;) {
      await server.ended;
      if (stopping) return;
      report({ code: 'server-ended' });
      await restart();
      if (stopping) return;
    }
  };

  const supervised = supervise();
  return async () => {
    stopping = true;
    await server.stop();
    await supervised;
    // A restart may have been under way when the stop was asked for.
    await server.stop();
    watcher.dismiss();
  };
}

function watch(plan: ServerPlan, server: ServerProcess, { temporary }: Supervision): ServerWatcher {
  return watchServer({ cluster: plan.cluster.directory, pid: server.pid, temporary });
}
