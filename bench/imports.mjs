import { actingAs } from '../dist/database/acting.js';
import { commitImport } from '../dist/file-import/commit-actions.js';
import { findImport } from '../dist/file-import/file-import-store.js';
import { planImport } from '../dist/file-import/plan-actions.js';
import { understandFile } from '../dist/file-import/understand-actions.js';
import { rosterImport } from '../dist/roster/roster-import-actions.js';
import { trainingImport } from '../dist/training/training-import-actions.js';
import { addAgency, bareCopy, copyOut, withOwner, withProgram } from './database.mjs';
import { comparison, peakMegabytes, timed } from './measuring.mjs';

const aim = 4;

/** From the uploaded file to the committed roster, each round for another agency, against COPY of the same rows. */
export async function measureRoster(task) {
  return withProgram(task, (program) =>
    withOwner(task.databaseUrl, async (owner) => {
      const ours = [];
      const bare = [];
      for (let round = 0; round < task.size.rounds; round++) {
        const who = await addAgency(owner);
        const { milliseconds } = await timed(() => importRoster(program, who, task.roster));
        ours.push(milliseconds);
        const peak = peakMegabytes();
        const rows = await copyOut(owner, 'staff_member', who.agency.id);
        bare.push(await bareCopy(owner, 'staff_member', rows));
        if (round === 0) task.peak = peak;
      }
      const name = `roster import, ${task.size.people} people`;
      return [comparison(name, ours, bare, { against: 'COPY', aim, peakMegabytes: task.peak })];
    }),
  );
}

/** The same for training records, matched with a roster that is there. */
export async function measureTraining(task) {
  return withProgram(task, (program) =>
    withOwner(task.databaseUrl, async (owner) => {
      const ours = [];
      const bare = [];
      for (let round = 0; round < task.size.rounds; round++) {
        const who = await addAgency(owner);
        await importRoster(program, who, task.roster);
        const { milliseconds } = await timed(() => importTraining(program, who, task.training));
        ours.push(milliseconds);
        if (round === 0) task.peak = peakMegabytes();
        const rows = await copyOut(owner, 'training_record', who.agency.id);
        bare.push(await bareCopy(owner, 'training_record', rows));
      }
      const name = `training import, ${task.size.records} records`;
      return [comparison(name, ours, bare, { against: 'COPY', aim, peakMegabytes: task.peak })];
    }),
  );
}

export async function importRoster(program, who, file) {
  const { id } = good(await understandFile(program, who, rosterImport, file));
  const mapping = {
    employeeNumber: 0,
    badge: 1,
    familyName: 2,
    givenName: 3,
    rank: 4,
    unit: 5,
    shift: 6,
    email: 7,
    hiredOn: 8,
  };
  good(await planImport(program, who, rosterImport, id, { mapping, facts: { fullRoster: false } }));
  return good(await commitImport(program, who, rosterImport, id, { separateMissing: false }));
}

export async function importTraining(program, who, file) {
  const { id } = good(await understandFile(program, who, trainingImport, file));
  const acting = { as: 'agency', agency: who.agency.id, person: who.person };
  const found = await actingAs(program.db.app, acting, (tx) =>
    findImport(tx, who.agency.id, trainingImport, id),
  );
  good(await planImport(program, who, trainingImport, id, { mapping: found.columns.mapping, facts: {} }));
  return good(await commitImport(program, who, trainingImport, id, {}));
}

function good(outcome) {
  if (outcome.ok) return outcome.value;
  throw new Error(`Refused: ${JSON.stringify(outcome.refusal)}`);
}
