import type { SignOffTypes } from '../acknowledgment/sign-off-import.ts';
import { listStagedSignOffs } from '../acknowledgment/sign-off-import-actions.ts';
import {
  matchWords,
  remarkWords as signOffRemark,
  signOffWords,
} from '../acknowledgment/sign-off-import-content.ts';
import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { ImportId, ImportTypes } from '../file-import/file-import.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import type { RosterImportTypes } from '../roster/roster-import.ts';
import { listRosterChanges } from '../roster/roster-import-actions.ts';
import { rosterImportWords } from '../roster/roster-import-content.ts';
import { remarkSentence as rosterRemark } from '../roster/roster-remarks.ts';
import { listTrainingRowsToLookAt } from '../training/rows-to-look-at-actions.ts';
import type { TrainingImportTypes } from '../training/training-import.ts';
import { listStagedRecords } from '../training/training-import-actions.ts';
import {
  trainingImportWords,
  remarkSentence as trainingRemark,
} from '../training/training-import-content.ts';
import { mostShown, rosterRowsToLookAt, type ShownRow } from './roster-rows.ts';

/** What a terminal says of files of one kind, and the rows of them that it names. */
export interface ImportWords<T extends ImportTypes> {
  readonly kinds: Readonly<Record<T['kind'], string>>;
  readonly nothingFound: string;
  /** As `onemind check` counts them. */
  rowsToLookAt(report: T['report']): number;
  /** The rows that were not used, with the reason of each: at most as many as a person reads. */
  refusedRows(tx: Transaction, agency: AgencyId, id: ImportId): Promise<readonly ShownRow[]>;
  /** The rows to look at, with what is to say about each: the first `mostShown`, but for those not used. */
  rowsOfLooks(tx: Transaction, agency: AgencyPlace, id: ImportId): Promise<readonly ShownRow[]>;
}

const shownRefused = { kind: 'refused', search: '', limit: mostShown, offset: 0 } as const;

function rowsToLookAt(report: { readonly rowsToLookAt?: number | undefined }): number {
  return report.rowsToLookAt ?? 0;
}

export const rosterWords: ImportWords<RosterImportTypes> = {
  ...rosterImportWords,
  rowsToLookAt,
  refusedRows: async (tx, agency, id) => {
    const { changes } = await listRosterChanges(tx, agency, id, shownRefused);
    return changes.map(({ row, remark }) => ({ row, sentence: rosterRemark(remark) }));
  },
  rowsOfLooks: rosterRowsToLookAt,
};

/** Days of records are judged as of today where the agency is. */
export function trainingWords(now: () => Date): ImportWords<TrainingImportTypes> {
  const todayIn = (place: AgencyPlace): CalendarDate => dayIn(place.timeZone, now());
  return {
    ...trainingImportWords,
    rowsToLookAt,
    refusedRows: async (tx, agency, id) => {
      const { records } = await listStagedRecords(tx, agency, id, shownRefused);
      return records.map(({ row, remark }) => ({ row, sentence: trainingRemark(remark) }));
    },
    rowsOfLooks: (tx, place, id) => listTrainingRowsToLookAt(tx, place.id, id, todayIn(place), mostShown),
  };
}

/** Lines in doubt are those to look at; nobody of them is recorded. */
export const signOffListWords: ImportWords<SignOffTypes> = {
  ...signOffWords,
  rowsToLookAt: ({ counts }) => counts.review ?? 0,
  refusedRows: async (tx, agency, id) => {
    const { lines } = await listStagedSignOffs(tx, agency, id, shownRefused);
    return lines.map(({ row, remark }) => ({ row, sentence: signOffRemark(remark) }));
  },
  rowsOfLooks: async (tx, agency, id) => {
    const { lines } = await listStagedSignOffs(tx, agency.id, id, { ...shownRefused, kind: 'review' });
    return lines.map(({ row, reason }) => ({ row, sentence: matchWords(reason) }));
  },
};
