import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import { postmasterFile } from './postmaster-file.ts';

export type ServerWatcher = { dismiss(): void };

/**
 * The watcher is a shell that waits until the pipe from this process closes, which the kernel does however this process ends, and
 * then tells the server to stop: `kill -9` of the web server leaves no database running behind it. The process
 * number is compared with the cluster's own, so that a server started meanwhile is not hit.
 */
const script = `[ "$(cat)" = dismissed ] && exit 0
read -r pid <"$1" 2>/dev/null && [ "$pid" = "$2" ] && kill -INT "$2" 2>/dev/null
[ -z "$3" ] && exit 0
while kill -0 "$2" 2>/dev/null; do sleep 0.1; done
rm -rf -- "$3"`;

/** Watches over one server. `temporary` names a folder to delete after the server's end. */
export function watchServer(server: {
  cluster: string;
  pid: number;
  temporary: string | undefined;
}): ServerWatcher {
  const watcher = spawn(
    '/bin/sh',
    ['-c', script, 'sh', postmasterFile(server.cluster), String(server.pid), server.temporary ?? ''],
    { cwd: '/', stdio: ['pipe', 'ignore', 'ignore'], detached: true },
  );
  watcher.unref();
  unrefPipe(watcher.stdin);
  // A watcher that was killed is no reason to stop serving: the next start finds a stray server by itself.
  watcher.stdin.on('error', () => undefined);
  return { dismiss: () => watcher.stdin.end('dismissed') };
}

function unrefPipe(pipe: Writable): void {
  if ('unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
}
