import process from 'node:process';
import { connectAsApplication, openServerToUse } from '../../src/command-line/open-database.ts';
import { readConfig } from '../../src/config.ts';
import type { Databases } from '../../src/database/database.ts';
import { fileStore } from '../../src/file-store-of.ts';
import type { FileStore } from '../../src/files/file-store.ts';
import { journeyData } from './journey-site.ts';

/** Works on the database and the files of the journeys' site, beside the site, as the commands of `onemind` do. */
export async function withJourneyDatabase<Result>(
  work: (databases: Databases, files: FileStore) => Promise<Result>,
): Promise<Result> {
  const config = readConfig({ ...process.env, ONEMIND_DATA: journeyData() });
  const server = await openServerToUse(config);
  const databases = connectAsApplication(config, server, (error) => console.error(error.message));
  try {
    return await work(databases, fileStore(config));
  } finally {
    await databases.close();
    await server.stop();
  }
}
