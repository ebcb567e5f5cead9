import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { kindWords } from '../roster/roster-page-content.ts';
import {
  dateColumn,
  type ExportTable,
  numberColumn as number,
  textColumn as text,
} from '../table-export/export-table.ts';
import type { ExportedStanding } from './coverage-export.ts';
import { programName } from './coverage-page-content.ts';
import type { Standing } from './standing.ts';

const standings: Readonly<Record<Standing, string>> = {
  advanced: 'Advanced',
  'advanced-without-base': 'Advanced, base course missing',
  base: 'Base',
  untrained: 'Not trained',
};

/** Where everybody who is counted stands on a day by a version of the rules; both are said in every row, as a row may travel alone. */
export function coverageExport(rules: CampaignRules, day: CalendarDate): ExportTable<ExportedStanding> {
  return {
    name: 'Coverage',
    columns: [
      text('Employee number', 17, ({ member }) => member.employeeNumber),
      text('Badge number', 14, ({ member }) => member.badge),
      text('Last name', 18, ({ member }) => member.name.family),
      text('First name', 16, ({ member }) => member.name.given),
      text('Middle name', 14, ({ member }) => member.name.middle),
      text('Suffix', 8, ({ member }) => member.name.suffix),
      text('Sworn or job', 20, ({ member }) => kindWords(member)),
      text('Rank', 22, ({ member }) => member.rank),
      text('Unit', 20, ({ member }) => member.unit),
      text('Shift', 12, ({ member }) => member.shift),
      text('Counts as', 26, ({ standing }) => standings[standing]),
      text('Proven by', 40, ({ proof }) => proof?.title),
      text('Of kind', 16, ({ proof }) => proof && programName(proof.program)),
      dateColumn('Completed', ({ proof }) => proof?.completedOn),
      dateColumn('Valid until', ({ proof }) => proof?.validUntil),
      text('Ends within 180 days', 20, ({ endsSoon }) => (endsSoon ? 'Yes' : '')),
      text('From file', 28, ({ proof }) => proof?.file?.name),
      number('In row', 8, ({ proof }) => proof?.file?.row),
      dateColumn('As of', () => day),
      text('Rules of', 10, () => rules.version),
    ],
  };
}
