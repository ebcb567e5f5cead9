import pg from 'pg';
import type { CommandIo } from '../command-line/usage.ts';
import { fillNationalScale } from './national-scale.ts';

/** Whether the database holds no agency yet: a demonstration never mixes with real ones. */
export async function isEmpty(ownerUrl: string): Promise<boolean> {
  return withOwner(ownerUrl, async (owner) => {
    const { rowCount } = await owner.query('select from agency limit 1');
    return rowCount === 0;
  });
}

/** The demonstration that `npm start` begins with. */
export async function fillDemo(ownerUrl: string, io: CommandIo): Promise<void> {
  io.err('Filling the empty database with fictional agencies …');
  await withOwner(ownerUrl, (owner) => fillNationalScale(owner, { agencies: 40, staff: 1200 }));
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
