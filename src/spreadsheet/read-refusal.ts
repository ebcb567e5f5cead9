/** Why a file cannot be read as a sheet, with the facts a person needs to put it right. */
export type ReadRefusal =
  | { readonly code: 'empty-file' }
  | { readonly code: 'no-header' }
  /** `found` names what the file is, such as `a PDF document`; '' when it can't be told. */
  | { readonly code: 'not-a-spreadsheet'; readonly found: string }
  | { readonly code: 'no-such-sheet'; readonly sheet: string; readonly sheets: readonly string[] }
  | { readonly code: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'too-many-rows'; readonly limit: number; readonly format: 'text' | 'workbook' }
  | { readonly code: 'too-many-columns'; readonly limit: number }
  | { readonly code: 'expands-too-much'; readonly limit: number }
  | { readonly code: 'encrypted' }
  | { readonly code: 'corrupt' }
  | { readonly code: 'took-too-long'; readonly seconds: number }
  /** Nothing is wrong with the file: too many others were being opened. */
  | { readonly code: 'busy' };

/** Thrown by `SheetReading.rows()` when the trouble shows only after opening. */
export class SheetUnreadable extends Error {
  readonly refusal: ReadRefusal;

  constructor(refusal: ReadRefusal, options?: ErrorOptions) {
    super(`The sheet cannot be read to its end: ${refusal.code}`, options);
    this.name = 'SheetUnreadable';
    this.refusal = refusal;
  }
}
