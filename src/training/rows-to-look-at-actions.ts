import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { ImportId } from '../file-import/file-import.ts';
import { rulesOf } from './coverage-actions.ts';
import { recognizerOf } from './judging-actions.ts';
import { qualifyingSentence } from './qualifying-content.ts';
import { listRowsToLookAt } from './rows-to-look-at-store.ts';
import { withDays } from './staged-together-actions.ts';
import { stagedJudge } from './staged-worth.ts';
import { noteSentence } from './training-content.ts';
import { matchStateSentence } from './training-import-content.ts';

/** The first rows of a planned file that somebody should look at before they count, with why; not those left out. */
export async function listTrainingRowsToLookAt(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  today: CalendarDate,
  limit: number,
): Promise<readonly { readonly row: number; readonly sentence: string }[]> {
  const rules = await rulesOf(tx, agency);
  const judge = stagedJudge({ today, recognize: await recognizerOf(tx, agency) });
  const lines = await withDays(tx, agency, id, await listRowsToLookAt(tx, agency, id, limit));
  return lines.map((line) => {
    const qualifying = judge(line);
    const isWhose = line.match === 'doubtful' || line.match === 'unmatched';
    const sentences = [
      isWhose && line.match ? matchStateSentence(line.match, line.matchReason) : '',
      qualifying?.verdict === 'doubtful' ? qualifyingSentence(rules, qualifying) : '',
      ...line.notes.map(noteSentence),
    ];
    return { row: line.row, sentence: sentences.filter((sentence) => sentence !== '').join(' ') };
  });
}
