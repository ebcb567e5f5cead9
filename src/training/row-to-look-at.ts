import type { Judgement, RecordMatchState } from './stored-record.ts';
import type { RowRefusal } from './training-row.ts';

/** How a row was read: whom it is about, what it is worth, and whether cells of it couldn't be used as they stand. */
export interface LookedAtRecord extends Pick<Judgement, 'verdict' | 'why'> {
  readonly match: RecordMatchState;
  readonly hasNotes: boolean;
}

/**
 * Whether somebody should look at a record before it counts: nobody knows for sure whom it is about, it is in doubt
 * itself, or a cell of it can't be read. One that counts for nobody whatever is corrected in it is left alone, and so are
 * people who aren't on the roster: most of them never were. `onemind check` and the import of a file both ask this.
 */
export function isRecordToLookAt({ match, verdict, why, hasNotes }: LookedAtRecord): boolean {
  if (match === 'unmatched' || match === 'set-aside' || !mightCount({ verdict, why })) return false;
  return match === 'doubtful' || verdict === 'doubtful' || hasNotes;
}

/** One of few hours may: it may be a day of a longer class. One that lies ahead may once it is confirmed. */
export function mightCount({ verdict, why }: Pick<Judgement, 'verdict' | 'why'>): boolean {
  return verdict !== 'does-not-count' || why === 'too-few-hours' || why === 'completed-in-future';
}

/** Rows that are no record at all; the others that were refused name one that can't be used as it is. */
const reportRows: ReadonlySet<string> = new Set<RowRefusal['code']>([
  'repeated-header',
  'total',
  'footer',
  'section-heading',
]);

/** Whether a row that was left out is worth a look: it isn't when it belongs to the printed report. */
export function isRefusedToLookAt(code: string): boolean {
  return !reportRows.has(code);
}
