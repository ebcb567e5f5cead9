import { actingAs } from '../dist/database/acting.js';
import { fillNationalScale } from '../dist/demo/national-scale.js';
import { findCandidates } from '../dist/joint-agreement/agency-look-up-store.js';
import { withOwner, withProgram } from './database.mjs';
import { comparison, timed } from './measuring.mjs';

/** One county, and as many names as one agency can paste in one step. */
const pasted = [12, 500];

/** Pasted names looked up among the agencies of the country, against reading the names of them all. */
export async function measureGroups(task) {
  const { agencies, rounds } = task.size;
  await withOwner(task.databaseUrl, (owner) => fillNationalScale(owner, { agencies, staff: agencies }));
  const names = await withOwner(task.databaseUrl, namesAsTyped);
  return withProgram(task, async ({ db }) => {
    const asked = (work) => timed(() => actingAs(db.app, { as: 'system' }, work));
    const results = [];
    for (const count of pasted) {
      const typed = names.slice(0, count);
      const ours = [];
      const bare = [];
      for (let round = 0; round < rounds; round++) {
        ours.push((await asked((tx) => findCandidates(tx, typed))).milliseconds);
        bare.push((await asked(allNames)).milliseconds);
      }
      const name = `${count} pasted names looked up among ${agencies} agencies`;
      results.push(comparison(name, ours, bare, { against: 'reading all names' }));
    }
    return results;
  });
}

const allNames = (tx) =>
  tx.selectFrom('directory_entry').select(['agency_id', 'name_folded', 'region']).execute();

/** As people paste them: whole, without the kind of agency but with the state, and with two letters exchanged. */
async function namesAsTyped(owner) {
  const { rows } = await owner.query(
    `select name, region from directory_entry order by md5(name) limit ${Math.max(...pasted)}`,
  );
  const ways = [
    ({ name }) => name,
    ({ name, region }) => `${name.replace(/ (?:Police|County|Department).*$/, '')}, ${region}`,
    ({ name }) => name.replace(/([a-z])([a-z])(?=[a-z]* )/, '$2$1'),
  ];
  return rows.map((row, place) => ways[place % ways.length](row));
}
