import { sql } from 'kysely';
import type { Databases } from './database.ts';

/** The application came in as somebody whom row-level security doesn't hold back. */
export class UnwalledRole extends Error {
  override readonly name = 'UnwalledRole';
}

/**
 * Row-level security is the wall between agencies, and PostgreSQL passes superusers and owners through it in silence.
 * Throws UnwalledRole when the application connects as one of those, as a mistaken DATABASE_APP_URL would have it.
 */
export async function checkApplicationRole({ app }: Databases): Promise<void> {
  const { rows } = await sql<{ role: string; passes: boolean }>`select current_user::text as role,
    (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
    or exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
               and pg_has_role(current_user, relowner, 'usage')) as passes`.execute(app);
  const [found] = rows;
  if (!found?.passes) return;
  throw new UnwalledRole(
    `The application connects to the database as "${found.role}", whom row-level security doesn't hold back. Use a role that owns nothing, such as onemind_app.`,
  );
}
