import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    globalSetup: ['src/testing/database-server.ts'],
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    // Files share what they import: no test replaces a module, and loading the program anew for each file takes longest.
    isolate: false,
    // Half of the time is the database's: two files at once keep two cores busy.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
