import type { AgencyId } from '../database/acting.ts';
import { asOwner } from './test-database.ts';

/** An agency with nothing but what the table asks for. */
export async function addAgency(ownerUrl: string, name: string): Promise<AgencyId> {
  const [row] = await asOwner<{ id: AgencyId }>(
    ownerUrl,
    `insert into agency (id, slug, name, kind, country, region, city, address, postal_code, time_zone)
     values (gen_random_uuid(), $1, $2, 'police', 'US', 'OR', 'Oakfield', '1 Main St', '97000', 'America/Los_Angeles')
     returning id`,
    [name.toLowerCase().replaceAll(' ', '-'), name],
  );
  if (!row) throw new Error('The agency was not added.');
  return row.id;
}
