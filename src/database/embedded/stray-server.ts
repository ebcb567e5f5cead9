import { setTimeout as sleep } from 'node:timers/promises';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { EmbeddedRefusal } from './embedded-refusal.ts';
import { failedWith } from './failure-code.ts';
import { runningServer } from './postmaster-file.ts';
import { processIdentity } from './process-identity.ts';

/**
 * Stops a server that an earlier run left behind (it was killed together with the watcher). Stopping is cleaner than
 * adopting: the new server has today's settings and is our own child, so that we hear when it ends.
 */
export async function stopStrayServer(cluster: string): Promise<Outcome<undefined, EmbeddedRefusal>> {
  const pid = await runningServer(cluster);
  if (pid === undefined) return done(undefined);
  const escalation: readonly [NodeJS.Signals, number][] = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ];
  for (const [signal, patience] of escalation) {
    if (!sendSignal(pid, signal) || (await hasEnded(pid, patience))) return done(undefined);
  }
  return refused({ code: 'stray-server-stays', pid });
}

/** False when the process has already ended. */
function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    if (failedWith(error, 'ESRCH')) return false;
    throw error;
  }
}

async function hasEnded(pid: number, patience: number): Promise<boolean> {
  const identity = await processIdentity(pid);
  for (let waited = 0; waited < patience; waited += 25) {
    if (identity === undefined || (await processIdentity(pid)) !== identity) return true;
    await sleep(25);
  }
  return false;
}
