import { dayIn } from '../dist/calendar/calendar-date.js';
import { exportRoster } from '../dist/roster/roster-export-actions.js';
import { rosterExport } from '../dist/roster/roster-export-content.js';
import { rosterQuery } from '../dist/roster/roster-query.js';
import { tableDownload } from '../dist/table-export/table-download.js';
import { addAgency, copyOut, withOwner, withProgram } from './database.mjs';
import { importRoster } from './imports.mjs';
import { comparison, timed } from './measuring.mjs';

/** A whole roster handed out, to its last byte, against a bare COPY of the same rows to the same process. */
export async function measureExports(task) {
  return withProgram(task, (program) =>
    withOwner(task.databaseUrl, async (owner) => {
      const who = await addAgency(owner);
      await importRoster(program, who, task.roster);
      await owner.query('analyze staff_member');
      const lines = await (await download(program, who, 'csv')).text();
      const people = lines.split('\r\n').length - 2;
      if (people !== task.size.people) throw new Error(`${people} people were handed out.`);
      const ours = { csv: [], xlsx: [] };
      const bare = [];
      for (let round = 0; round <= task.size.rounds; round++) {
        const copied = await timed(() => copyOut(owner, 'staff_member', who.agency.id));
        const csv = await timed(async () => drained(await download(program, who, 'csv')));
        const xlsx = await timed(async () => drained(await download(program, who, 'xlsx')));
        // The first round warms the code up.
        if (round === 0) continue;
        bare.push(copied.milliseconds);
        ours.csv.push(csv.milliseconds);
        ours.xlsx.push(xlsx.milliseconds);
      }
      // No memory is told: the import before took more than handing out does.
      const more = { against: 'COPY to stdout' };
      return [
        comparison(`roster of ${people} as CSV`, ours.csv, bare, more),
        comparison(`roster of ${people} as XLSX`, ours.xlsx, bare, more),
      ];
    }),
  );
}

/** What the page of the roster answers when the whole of it is asked for. */
async function download({ db }, { agency, person }, format) {
  const { search, standing, sort, direction } = rosterQuery.parse({});
  const today = dayIn(agency.timeZone, new Date());
  const descending = direction === 'descending';
  const selection = { search, standing, sort, descending, kind: undefined, today };
  const acting = { as: 'agency', agency: agency.id, person };
  const rows = await exportRoster(db.app, acting, selection, format);
  return tableDownload(
    format,
    { agency: 'bench', what: 'roster', day: today },
    rosterExport,
    rows,
    (error) => {
      throw error;
    },
  );
}

async function drained(answer) {
  let bytes = 0;
  for await (const block of answer.body) bytes += block.length;
  return bytes;
}
