import pg from 'pg';

/** A connection as the owner of the database, past every wall: for migrations and the trail's verification only. */
export function ownerClient(ownerUrl: string): pg.Client {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'onemind owner',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // A lost connection fails the query under way, which is enough; the event alone would end the process.
  client.on('error', () => undefined);
  return client;
}
