import { addDays, addMonths, dayIn } from '../dist/calendar/calendar-date.js';
import { campaignRules } from '../dist/campaign-rules/campaign-rules.js';
import { actingAs } from '../dist/database/acting.js';
import { coverageAsOf } from '../dist/training/coverage-actions.js';
import { coverageSeries } from '../dist/training/coverage-series-actions.js';
import { addAgency, withOwner, withProgram } from './database.mjs';
import { importRoster, importTraining } from './imports.mjs';
import { comparison, median, timed } from './measuring.mjs';

const months = 36;

/** The first coverage after an import and the ones that follow, against an aggregate that answers nothing but counts. */
export async function measureCoverage(task) {
  return withProgram(task, (program) =>
    withOwner(task.databaseUrl, async (owner) => {
      const who = await addAgency(owner);
      await importRoster(program, who, task.roster);
      await importTraining(program, who, task.training);
      const acting = { as: 'agency', agency: who.agency.id, person: who.person };
      const today = dayIn(who.agency.timeZone, new Date());
      const cover = () =>
        actingAs(program.db.app, acting, (tx) =>
          coverageAsOf(tx, who.agency.id, campaignRules('2024'), today),
        );
      const first = await timed(cover);
      const bareFirst = await timed(() => plainCounts(owner, who.agency.id));
      same(first.value, bareFirst.value);
      const ours = [];
      const bare = [];
      for (let round = 0; round < task.size.rounds * 4; round++) {
        ours.push((await timed(cover)).milliseconds);
        bare.push((await timed(() => plainCounts(owner, who.agency.id))).milliseconds);
      }
      const ends = monthEnds(today);
      const series = [];
      for (let round = 0; round < task.size.rounds; round++) {
        const { milliseconds, value } = await timed(() =>
          actingAs(program.db.app, acting, (tx) =>
            coverageSeries(tx, who.agency.id, campaignRules('2024'), ends, today),
          ),
        );
        series.push(milliseconds);
        same(value.get(today), await plainCounts(owner, who.agency.id));
      }
      return [
        {
          name: `coverage at the ends of ${months} months`,
          unit: 'ms',
          ours: median(series),
          aimMilliseconds: 300,
          all: { ours: series },
        },
        comparison('coverage, first after the import', [first.milliseconds], [bareFirst.milliseconds], {
          against: 'plain SQL',
        }),
        comparison('coverage, after that', ours, bare, { against: 'plain SQL' }),
      ];
    }),
  );
}

/** Today, and the last days of the months before. */
function monthEnds(today) {
  const first = `${today.slice(0, 7)}-01`;
  const before = Array.from({ length: months - 1 }, (_, place) => addDays(addMonths(first, -place), -1));
  return [today, ...before];
}

async function plainCounts(owner, agency) {
  const { rows } = await owner.query(
    `select count(*) filter (where m.kind = 'sworn')::int as sworn,
            count(*) filter (where m.kind = 'sworn' and h.advanced)::int as advanced,
            count(*) filter (where m.kind = 'sworn' and h.base and not h.advanced)::int as base
     from staff_member m
     left join (select staff_id, bool_or(program in ('cit', 'crit', 'advanced-equivalent')) as advanced,
                       bool_or(program in ('mhfa', 'base-equivalent')) as base
                from training_record
                where agency_id = $1 and verdict = 'counts' and completed_on <= current_date
                  and (valid_until is null or valid_until >= current_date)
                group by staff_id) h on h.staff_id = m.id
     where m.agency_id = $1 and (m.separated_on is null or m.separated_on > current_date)`,
    [agency],
  );
  return rows[0];
}

/** Speed of a wrong answer would be worth nothing. */
function same(coverage, counts) {
  const ours = [coverage.sworn, coverage.advanced, coverage.base].join();
  const plain = [counts.sworn, counts.advanced, counts.base].join();
  if (ours !== plain) throw new Error(`Coverage says ${ours}, the aggregate ${plain}.`);
}
