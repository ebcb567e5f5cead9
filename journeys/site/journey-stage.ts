import process from 'node:process';
import { readConfig } from '../../src/config.ts';
import type { Stage } from '../../src/demo/demo-stage.ts';
import { wire } from '../../src/wiring.ts';
import { withJourneyDatabase } from './journey-database.ts';
import { journeyData } from './journey-site.ts';

/** The journeys' site as the stories of the demonstration bring things about: by the program's own actions, on any day. */
export function withJourneyStage<Result>(work: (stage: Stage) => Promise<Result>): Promise<Result> {
  const { JOURNEY_PORT = '3999' } = process.env;
  const own = { ONEMIND_DATA: journeyData(), PORT: JOURNEY_PORT, LOG_LEVEL: 'warn' };
  const config = readConfig({ ...process.env, ...own });
  return withJourneyDatabase(async (databases) => {
    const wired = wire(config, databases);
    try {
      return await work({ deps: wired, now: wired.now() });
    } finally {
      await wired.close();
    }
  });
}
