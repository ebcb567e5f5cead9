import type { StoredRecord } from './stored-record.ts';

const origins = {
  'class-session': 'A class of the agency',
  certificate: 'A certificate that was sent in',
} as const;

/** “records.csv, row 12”: where a record came from. */
export function sourceOf({ file, origin }: StoredRecord): string {
  if (file) return `${file.name}, row ${file.row}`;
  return origin ? origins[origin.from] : 'Entered by hand';
}
