/** What the database's programs get to see of our environment: none of its secrets, and no PG* variable. */
export function childEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}
