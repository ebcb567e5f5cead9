import type { Config } from '../config.ts';
import { freePort } from '../database/embedded/free-port.ts';

/**
 * With PORT=0 the system picks a port. It is picked before anything is put together, because mail already written
 * while the server starts has the site's address in its links.
 */
export async function withChosenPort(config: Config): Promise<Config> {
  if (config.port !== 0) return config;
  const port = await freePort();
  return {
    ...config,
    port,
    siteUrl: config.siteUrl.replace(/^http:\/\/localhost:0$/, `http://localhost:${port}`),
  };
}
