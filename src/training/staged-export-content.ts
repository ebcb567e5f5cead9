import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import {
  dateColumn,
  type ExportTable,
  numberColumn as number,
  textColumn as text,
} from '../table-export/export-table.ts';
import { qualifyingSentence } from './qualifying-content.ts';
import type { QualifyingContext } from './qualifying-record.ts';
import { type StagedWithDays, stagedJudge } from './staged-worth.ts';
import { noteSentence } from './training-content.ts';
import { matchStateSentence, remarkSentence } from './training-import-content.ts';

/** The lines of a training file with what becomes of them, as a table. */
export function stagedRecordExport(
  rules: CampaignRules,
  judging: QualifyingContext,
): ExportTable<StagedWithDays> {
  const judge = stagedJudge(judging);
  return {
    name: 'Rows',
    columns: [
      number('Row', 8, ({ row }) => row),
      text('Employee number', 17, ({ employeeNumber }) => employeeNumber),
      text('Last name', 18, ({ name }) => name.family),
      text('First name', 16, ({ name }) => name.given),
      text('Middle name', 14, ({ name }) => name.middle),
      text('Suffix', 8, ({ name }) => name.suffix),
      text('Course', 44, ({ record }) => record.title),
      text('Course number', 15, ({ record }) => record.code),
      number('Hours', 8, ({ record }) => record.hours),
      dateColumn('Date started', ({ record }) => record.startedOn),
      dateColumn('Date completed', ({ record }) => record.completedOn),
      dateColumn('Expiration date', ({ record }) => record.expiresOn),
      text('Result', 14, ({ record }) => record.result),
      text('Provider', 24, ({ record }) => record.provider),
      text('What it counts for', 60, (line) => {
        const qualifying = judge(line);
        return qualifying ? qualifyingSentence(rules, qualifying) : '';
      }),
      text('How it was matched', 40, ({ match, matchReason }) =>
        match ? matchStateSentence(match, matchReason) : '',
      ),
      text('Reason code', 20, ({ remark }) => remark),
      text('Reason', 40, ({ remark }) => remarkSentence(remark)),
      text('Please check', 40, ({ notes }) => notes.map(noteSentence).join(' ')),
    ],
  };
}
