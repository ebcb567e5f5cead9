import pg from 'pg';
import type { CommandIo } from '../command-line/usage.ts';
import { urlAs } from '../database/database.ts';
import type { Deps } from '../http/environment.ts';
import { putUpCompleteAgency } from './complete-agencies.ts';
import { completeCast } from './complete-cast.ts';
import { openCampaign } from './demo-campaign.ts';
import { firstGuest } from './demo-guests.ts';
import type { Stage } from './demo-stage.ts';
import { inOneTransaction } from './one-transaction.ts';
import { putUpPledgingAgencies } from './pledging-agencies.ts';
import { layDownWords } from './review-story.ts';
import { putUpWorkingAgencies } from './working-agencies.ts';

/** Whether the database holds no agency yet: a demonstration never mixes with real ones. */
export async function isEmpty(ownerUrl: string): Promise<boolean> {
  return withOwner(ownerUrl, async (owner) => {
    const { rowCount } = await owner.query('select from agency limit 1');
    return rowCount === 0;
  });
}

/**
 * Puts up the demonstration that `npm start` begins with: invented agencies in different states of the pledge, by the
 * programme's own actions. It is there whole or, when cut short, not at all. Does nothing where agencies are.
 */
export async function fillDemo(deps: Deps, ownerUrl: string, io: CommandIo): Promise<void> {
  await withOwner(ownerUrl, async (owner) => {
    // Two programs that start on one empty database at once fill it once.
    await owner.query("select pg_advisory_lock(hashtext('onemind demonstration'))");
    if (!(await isEmpty(ownerUrl))) return;
    io.err('The database is empty: putting up fictional agencies in every state of the pledge …');
    const started = performance.now();
    await inOneTransaction(applicationUrls(deps, ownerUrl), (db) =>
      putUpEverything({ deps: { ...deps, db }, now: deps.now() }),
    );
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    io.err(
      `They are there, after ${seconds} s. Start with --empty and another ONEMIND_DATA to go without them.`,
    );
  });
}

/** Whether the demonstration is there: then its people can be named. */
export async function hasDemo(ownerUrl: string): Promise<boolean> {
  return withOwner(ownerUrl, async (owner) => {
    const { rowCount } = await owner.query('select from identity.person where email = $1', [firstGuest]);
    return rowCount === 1 && !(await isEmpty(ownerUrl));
  });
}

async function putUpEverything(stage: Stage): Promise<void> {
  const campaign = await openCampaign(stage);
  await layDownWords(stage, campaign);
  await putUpPledgingAgencies(stage, campaign);
  await putUpWorkingAgencies(stage, campaign);
  for (const agency of completeCast) await putUpCompleteAgency(stage, campaign, agency);
}

function applicationUrls({ config }: Deps, ownerUrl: string) {
  const { appUrl, identityUrl } = config.database;
  return {
    app: appUrl ?? urlAs(ownerUrl, 'onemind_app', config.secret),
    identity: identityUrl ?? urlAs(ownerUrl, 'onemind_identity', config.secret),
  };
}

async function withOwner<Result>(
  ownerUrl: string,
  work: (owner: pg.Client) => Promise<Result>,
): Promise<Result> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
