/** What a file may cost to read before it is refused. */
export interface ReadLimits {
  readonly workbookBytes: number;
  readonly textBytes: number;
  /** Bytes a workbook may hold once unpacked. */
  readonly unpackedBytes: number;
  readonly textRows: number;
  readonly workbookRows: number;
  readonly columns: number;
  readonly seconds: number;
}

const mebibyte = 1024 * 1024;

export const defaultReadLimits: ReadLimits = {
  workbookBytes: 50 * mebibyte,
  textBytes: 300 * mebibyte,
  unpackedBytes: 400 * mebibyte,
  textRows: 2_000_000,
  workbookRows: 250_000,
  columns: 2_000,
  seconds: 60,
};
