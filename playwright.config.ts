import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';

// Site and journeys run in processes of their own and inherit this: the journeys make the first accounts there.
process.env.JOURNEY_DATA ??= join(tmpdir(), `onemind-journeys-${randomUUID()}`);

const port = Number(process.env.JOURNEY_PORT ?? 3999);
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'journeys',
  outputDir: 'test-results',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // The journeys share one site and one database, as people do, each with agencies of its own.
  workers: 2,
  fullyParallel: false,
  // On a busy build machine a journey may miss its moment once; it is tried again and told as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}`,
    // A trace of journeys this long costs more time than the journeys: ask for one with `--trace on`.
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `${JSON.stringify(process.execPath)} journeys/site/serve-for-journeys.mjs`,
    url: `http://localhost:${port}/readyz`,
    env: { PORT: String(port) },
    timeout: 60_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
