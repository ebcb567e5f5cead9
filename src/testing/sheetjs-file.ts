import { type BookType, utils, type WorkBook, write } from '@e965/xlsx';

/** Rows of values, or of SheetJS cells, by sheet name. */
export interface BookContent {
  readonly [sheet: string]: readonly (readonly unknown[])[];
}

/** A workbook as SheetJS holds it, to be changed before it is written. */
export function bookOf(content: BookContent): WorkBook {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(content))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return book;
}

export function bytesOf(book: WorkBook, bookType: BookType = 'xlsx', bookSST = false): Buffer {
  return write(book, { type: 'buffer', bookType, bookSST, compression: true });
}
