import { blankCell, cellFromText, uncalculatedCell } from './cell.ts';
import { isoDateCell } from './iso-date-cell.ts';
import { generalFormat, type NumberFormat, numberCell } from './number-format.ts';
import { SheetUnreadable } from './read-refusal.ts';
import type { Cell, SheetRow } from './sheet.ts';
import { checkRow } from './sheet-bounds.ts';
import { cellText, extended, RichText } from './xlsx-strings.ts';
import { attribute, type XmlEvents } from './xml-scanner.ts';

const equalsSign = 61;
const letterR = 114;
const letterS = 115;
const letterT = 116;

/** `XFD1048576` is the last one; a longer one is none. */
const longestReference = 40;

/** What the cells of a sheet refer to. */
export interface XlsxContext {
  readonly strings: readonly Cell[];
  readonly styles: readonly NumberFormat[];
  readonly date1904: boolean;
  readonly columns: number;
}

/** Makes rows out of the events of a worksheet part; take them with `take`. */
export class XlsxRows implements XmlEvents {
  readonly #context: XlsxContext;
  #rows: SheetRow[] = [];
  #number = 0;
  #hasNumber = false;
  #cells: Cell[] = [];
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #isValue = false;
  #isFormula = false;
  readonly #inline = new RichText();

  constructor(context: XlsxContext) {
    this.#context = context;
  }

  /** The rows met since the last call. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, tag: string): void {
    if (name === 'c') this.#openCell(tag);
    else if (name === 'v') this.#isValue = true;
    else if (name === 'f') this.#isFormula = true;
    else if (name === 'row') this.#openRow(tag);
    else this.#inline.open(name);
  }

  text(raw: string): void {
    if (this.#isValue) this.#value = extended(this.#value, raw);
    else this.#inline.add(raw);
  }

  close(name: string): void {
    if (name === 'v') this.#isValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else this.#inline.close(name);
  }

  #openRow(tag: string): void {
    const number = Number(attribute(tag, 'r'));
    this.#hasNumber = number >= 1 && Number.isInteger(number);
    if (this.#hasNumber) checkRow(number);
    this.#number = this.#hasNumber ? number : this.#number + 1;
    this.#cells = [];
    this.#column = -1;
  }

  #closeRow(): void {
    if (this.#cells.length > 0) this.#rows.push({ number: this.#number, cells: this.#cells });
  }

  /** Reads the three attributes of a cell in one pass, because cells are most of a file. */
  #openCell(tag: string): void {
    this.#value = '';
    this.#type = '';
    this.#style = 0;
    this.#isFormula = false;
    this.#column++;
    for (let at = 2; at < tag.length - 3; at++) {
      if (tag.charCodeAt(at) > 32) continue;
      const name = tag.charCodeAt(at + 1);
      const isOneLetter = tag.charCodeAt(at + 2) === equalsSign || tag.charCodeAt(at + 2) <= 32;
      if (!isOneLetter || (name !== letterR && name !== letterS && name !== letterT)) continue;
      const value = attribute(tag, tag.charAt(at + 1), at + 1);
      if (value === undefined) continue;
      if (name === letterR) this.#place(value);
      else if (name === letterS) this.#style = Number(value);
      else this.#type = value;
      at += value.length + 3;
    }
  }

  #place(reference: string): void {
    const column = columnOf(reference);
    if (column >= 0) this.#column = column;
    if (this.#hasNumber) return;
    this.#number = rowOf(reference) ?? this.#number;
    checkRow(this.#number);
  }

  #closeCell(): void {
    const read = this.#cell();
    const cell = read.kind === 'blank' && this.#isUncalculated() ? uncalculatedCell : read;
    if (cell.kind === 'blank') return;
    // Formats often reach to the last column; only what a cell holds counts.
    if (this.#column >= this.#context.columns)
      throw new SheetUnreadable({ code: 'too-many-columns', limit: this.#context.columns });
    while (this.#cells.length < this.#column) this.#cells.push(blankCell);
    this.#cells[this.#column] = cell;
  }

  /** A formula whose result is the text '' has a type; one that was never calculated has neither type nor value. */
  #isUncalculated(): boolean {
    return this.#isFormula && this.#value === '' && this.#type !== 'str';
  }

  #cell(): Cell {
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return (value === '' ? undefined : this.#context.strings[Number(value)]) ?? blankCell;
      case 'inlineStr':
        return cellFromText(this.#inline.take());
      case 'str':
        return cellFromText(cellText(value));
      case 'b':
        return value === ''
          ? blankCell
          : { kind: 'boolean', text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE' };
      case 'e':
        return { kind: 'error', text: cellText(value) };
      case 'd':
        return isoDateCell(value);
      default:
        return this.#numberCell(value);
    }
  }

  #numberCell(value: string): Cell {
    if (value === '') return blankCell;
    const number = Number(value);
    if (!Number.isFinite(number)) return cellFromText(cellText(value));
    return numberCell(number, this.#context.styles[this.#style] ?? generalFormat, this.#context.date1904);
  }
}

/** The 0-based column of a reference such as `AB12`. */
export function columnOf(reference: string): number {
  if (reference.length > longestReference) return -1;
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/** The 1-based row of a reference such as `AB12`. */
export function rowOf(reference: string): number | undefined {
  if (reference.length > longestReference) return undefined;
  const digits = /\d+$/.exec(reference)?.[0];
  return digits === undefined ? undefined : Number(digits);
}
