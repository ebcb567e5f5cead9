/** What a file may cost to read before it is refused. */
export interface ReadLimits {
  readonly workbookBytes: number;
  readonly textBytes: number;
  /** Bytes a workbook may hold once unpacked. */
  readonly unpackedBytes: number;
  /** The same for zipped formats that can't be streamed. */
  readonly threadBytes: number;
  /** Characters of shared texts that a workbook may keep in memory. */
  readonly sharedTextLength: number;
  /** Megabytes of memory for the thread that reads formats which can't be streamed. */
  readonly workerMegabytes: number;
  readonly textRows: number;
  readonly workbookRows: number;
  readonly columns: number;
  /** How long opening may take. */
  readonly seconds: number;
}

const mebibyte = 1024 * 1024;

export const defaultReadLimits: ReadLimits = {
  workbookBytes: 50 * mebibyte,
  textBytes: 300 * mebibyte,
  unpackedBytes: 600 * mebibyte,
  threadBytes: 250 * mebibyte,
  sharedTextLength: 150_000_000,
  workerMegabytes: 1024,
  textRows: 2_000_000,
  workbookRows: 500_000,
  columns: 2_000,
  seconds: 60,
};
