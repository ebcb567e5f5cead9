import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { TrainingCategory } from '../campaign-rules/training-category.ts';
import { filedName } from '../person-name/person-name.ts';
import {
  dateColumn,
  type ExportTable,
  numberColumn as number,
  textColumn as text,
} from '../table-export/export-table.ts';
import { programName } from './coverage-page-content.ts';
import { qualifyingSentence } from './qualifying-content.ts';
import { categoryOfRecord, isHeldOn } from './qualifying-record.ts';
import type { ExportedRecord } from './record-export.ts';
import { matchStateSentence } from './training-import-content.ts';

/**
 * Training records as a table. Person and class stand in it as they were written, under headings our own import reads,
 * so that a record which comes back is known to be here.
 */
export function recordExport(rules: CampaignRules, day: CalendarDate): ExportTable<ExportedRecord> {
  return {
    name: 'Records',
    columns: [
      text('Employee number', 17, ({ record }) => record.employeeNumber),
      text('Last name', 18, ({ record }) => record.name.family),
      text('First name', 16, ({ record }) => record.name.given),
      text('Middle name', 14, ({ record }) => record.name.middle),
      text('Suffix', 8, ({ record }) => record.name.suffix),
      text('Course', 44, ({ record }) => record.title),
      text('Course number', 15, ({ record }) => record.code),
      number('Hours', 8, ({ record }) => record.hours),
      dateColumn('Date started', ({ record }) => record.startedOn),
      dateColumn('Date completed', ({ record }) => record.completedOn),
      dateColumn('Expiration date', ({ record }) => record.expiresOn),
      text('Result', 14, ({ record }) => record.result),
      text('Provider', 24, ({ record }) => record.provider),
      text('Belongs to', 26, ({ member }) => member && filedName(member.name)),
      text('Counts as', 22, (exported) => countsAs(rules, exported, day)),
      text('Of kind', 16, ({ qualifying }) =>
        qualifying && qualifying.program !== 'none' ? programName(qualifying.program) : '',
      ),
      dateColumn('Counts until', ({ qualifying }) =>
        qualifying?.verdict === 'counts' ? qualifying.validUntil : undefined,
      ),
      text('Why', 60, (exported) => why(rules, exported)),
      text('How it was matched', 40, ({ record }) => matchStateSentence(record.match, record.matchReason)),
      text('From file', 28, ({ record }) => record.file?.name),
      number('In row', 8, ({ record }) => record.file?.row),
    ],
  };
}

const categoryWords: Readonly<Record<TrainingCategory, string>> = { advanced: 'Advanced', base: 'Base' };

/** What a record counts as on a day; a class that has several lines counts once. */
function countsAs(rules: CampaignRules, exported: ExportedRecord, day: CalendarDate): string {
  const { member, record, qualifying, standsForClass } = exported;
  if (!qualifying) return 'Removed';
  if (record.match === 'set-aside') return 'Left out';
  if (!member) return 'Waits for its person';
  if (!standsForClass) return 'Part of a longer class';
  if (qualifying.verdict === 'doubtful') return 'Needs a look';
  const category = categoryOfRecord(rules, qualifying);
  if (!category) return 'Does not count';
  return isHeldOn(qualifying, day) ? categoryWords[category] : 'No longer valid';
}

function why(rules: CampaignRules, { record, qualifying }: ExportedRecord): string {
  return qualifying ? qualifyingSentence(rules, qualifying) : `Removed: ${record.removal?.reason ?? ''}`;
}
