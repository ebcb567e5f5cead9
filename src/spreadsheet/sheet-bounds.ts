import { SheetUnreadable } from './read-refusal.ts';

/** No spreadsheet program makes a taller or wider sheet; files that say so mean harm. */
export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/** Refuses a row number or a count of rows past the end of every sheet. */
export function checkRow(row: number): void {
  if (!(row <= lastRow))
    throw new SheetUnreadable({ code: 'too-many-rows', limit: lastRow, format: 'workbook' });
}

/** The same for columns. */
export function checkColumn(column: number): void {
  if (!(column <= lastColumn)) throw new SheetUnreadable({ code: 'too-many-columns', limit: lastColumn });
}

// A number may be written in any way that JavaScript reads: `1e9`, `0x3b9aca00`.
const columnIndex = /<[\w:]*(?:Cell|Column)\s(?:[^<>]*?\s)?(?:\w+:)?Index\s*=\s*["']?\s*([^"'\s<>]+)/g;
const rowIndex = /\s(?:\w+:)?Index\s*=\s*["']?\s*([^"'\s<>]+)/g;
const columnSpan = /\s(?:colspan|(?:\w+:)?MergeAcross)\s*=\s*["']?\s*([^"'\s<>]+)/gi;
const rowSpan = /\s(?:rowspan|(?:\w+:)?(?:MergeDown|Span))\s*=\s*["']?\s*([^"'\s<>]+)/gi;

/** Refuses old XML spreadsheets and web pages whose cells stand or reach past the end of every sheet. */
export function checkMarkupBounds(markup: string): void {
  for (const pattern of [columnIndex, columnSpan])
    for (const [, digits] of markup.matchAll(pattern)) checkColumn(numberIn(digits));
  for (const pattern of [rowIndex, rowSpan])
    for (const [, digits] of markup.matchAll(pattern)) checkRow(numberIn(digits));
}

function numberIn(text: string | undefined): number {
  const number = Number(text);
  return Number.isNaN(number) ? Number.parseInt(text ?? '', 10) || 0 : number;
}

/** The same for SYLK, whose texts write `;` twice. */
export function checkSylkBounds(text: string): void {
  for (const [, digits] of text.matchAll(/(?<!;);[YR](\d{7,})/g)) checkRow(Number(digits));
  for (const [, digits] of text.matchAll(/(?<!;);(?:[XC]|W\d{1,9} )(\d{5,})/g)) checkColumn(Number(digits));
}
