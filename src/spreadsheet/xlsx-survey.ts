import { MergedBlocks } from './merged-rows.ts';
import type { MergedCells, SheetSurvey } from './workbook.ts';
import { columnOf, rowOf } from './xlsx-rows.ts';
import { attribute, XmlScanner } from './xml-scanner.ts';
import type { ZipArchive } from './zip-archive.ts';

const rowEnd = Buffer.from('row>');
const dataEnd = Buffer.from('sheetData>');
const overlap = dataEnd.length;

/**
 * Unpacks a sheet once without parsing its rows, which costs a fraction of reading them: counts the ends of
 * rows and reads the merged cells, which are listed behind the last row.
 */
export async function surveyXlsxSheet(zip: ZipArchive, part: string): Promise<SheetSurvey> {
  let rowsAtMost = 0;
  let rest: Buffer = Buffer.alloc(0);
  let behindData = false;
  const merged = new MergedBlocks();
  const scanner = new XmlScanner({
    open(name, tag) {
      const block = name === 'mergeCell' ? mergedCells(attribute(tag, 'ref') ?? '') : undefined;
      if (block) merged.add(block);
    },
    close() {},
    text() {},
  });
  for await (const chunk of zip.bytes(part)) {
    if (behindData) {
      scanner.write(chunk.toString('latin1'));
      continue;
    }
    const bytes = Buffer.concat([rest, chunk]);
    const end = closingTag(bytes);
    rowsAtMost += countRows(end < 0 ? bytes : bytes.subarray(0, end), rest.length);
    if (end >= 0) {
      behindData = true;
      scanner.write(bytes.subarray(end).toString('latin1'));
    }
    rest = Buffer.from(bytes.subarray(Math.max(0, bytes.length - overlap)));
  }
  return { rowsAtMost, merged: merged.found };
}

/** Where `</sheetData>` ends, whatever its prefix. An opening `<sheetData>` without attributes looks alike. */
function closingTag(bytes: Buffer): number {
  for (let at = bytes.indexOf(dataEnd); at >= 0; at = bytes.indexOf(dataEnd, at + 1)) {
    const open = bytes.lastIndexOf(60, at);
    if (open >= 0 && bytes[open + 1] === 47) return at + dataEnd.length;
  }
  return -1;
}

/** Counts ends of rows that were not already whole in the first `counted` bytes. */
function countRows(bytes: Buffer, counted: number): number {
  let count = 0;
  for (let at = bytes.indexOf(rowEnd); at >= 0; at = bytes.indexOf(rowEnd, at + 1))
    if (at + rowEnd.length > counted) count++;
  return count;
}

function mergedCells(reference: string): MergedCells | undefined {
  const [first = '', last = first] = reference.split(':');
  const [firstRow, lastRow] = [rowOf(first), rowOf(last)];
  if (firstRow === undefined || lastRow === undefined) return undefined;
  return { firstRow, lastRow, firstColumn: columnOf(first), lastColumn: columnOf(last) };
}
