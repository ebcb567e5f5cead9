import { blankCell } from './cell.ts';
import { odsCell } from './ods-cell.ts';
import type { ReadLimits } from './read-limits.ts';
import { SheetUnreadable } from './read-refusal.ts';
import type { Cell, SheetRow } from './sheet.ts';
import { checkRow } from './sheet-bounds.ts';
import type { MergedCells } from './workbook.ts';
import { cellText, extended } from './xlsx-strings.ts';
import { attribute, type XmlEvents } from './xml-scanner.ts';

/** Parts of a cell that stand above it and are no part of its text. */
const besideText = new Set(['annotation', 'frame', 'custom-shape', 'control', 'g', 'line', 'rect', 'shapes']);

/** More spaces in a row than this are not kept. */
const mostSpaces = 1000;

/** Told of what is met in the content of an ODS file. */
export interface OdsListener {
  table(name: string, style: string): void;
  row(row: SheetRow): void;
  merged(block: MergedCells): void;
  /** A table style that hides its table. */
  hidden(style: string): void;
}

/** Makes rows out of the events of an ODS content part. Repeated rows are reported as often as they repeat. */
export class OdsRows implements XmlEvents {
  readonly #listener: OdsListener;
  readonly #limits: ReadLimits;
  #depth = 0;
  #beside = 0;
  #style = '';
  #number = 0;
  #filled = 0;
  #rowTag = '';
  #cells: Cell[] = [];
  #column = 0;
  #cellTag = '';
  #inParagraph = false;
  #text = '';

  constructor(listener: OdsListener, limits: ReadLimits) {
    this.#listener = listener;
    this.#limits = limits;
  }

  open(name: string, tag: string): void {
    if (besideText.has(name)) this.#beside++;
    if (this.#beside > 0) return;
    switch (name) {
      case 'style':
        this.#style = attribute(tag, 'style:name') ?? '';
        break;
      case 'table-properties':
        if (attribute(tag, 'table:display') === 'false') this.#listener.hidden(this.#style);
        break;
      case 'table':
        this.#openTable(tag);
        break;
      case 'table-row':
        this.#rowTag = tag;
        this.#cells = [];
        this.#column = 0;
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.#cellTag = tag;
        this.#text = '';
        break;
      default:
        this.#openText(name, tag);
    }
  }

  close(name: string): void {
    if (besideText.has(name)) this.#beside--;
    else if (this.#beside > 0) return;
    else if (name === 'p') this.#inParagraph = false;
    else if (name === 'table-cell') this.#closeCell();
    // What a merged cell covers is hidden.
    else if (name === 'covered-table-cell') this.#column += repeated(this.#cellTag, 'columns');
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table') this.#depth--;
  }

  text(raw: string): void {
    if (!this.#inParagraph || this.#beside > 0) return;
    this.#text = extended(this.#text, raw.includes('\n') ? raw.replace(/\s*\n\s*/g, ' ') : raw);
  }

  #openTable(tag: string): void {
    this.#depth++;
    if (this.#depth > 1) return;
    this.#number = 0;
    this.#filled = 0;
    this.#listener.table(attribute(tag, 'table:name') ?? '', attribute(tag, 'table:style-name') ?? '');
  }

  #openText(name: string, tag: string): void {
    if (name === 'p') {
      if (this.#text !== '') this.#text += '\n';
      this.#inParagraph = true;
    } else if (!this.#inParagraph) return;
    else if (name === 's') this.#text += ' '.repeat(Math.min(countIn(tag, 'text:c'), mostSpaces));
    else if (name === 'tab') this.#text += '\t';
    else if (name === 'line-break') this.#text += '\n';
  }

  #closeCell(): void {
    const tag = this.#cellTag;
    const cell = odsCell(tag, cellText(this.#text).trim());
    const count = repeated(tag, 'columns');
    this.#reportMerged(tag);
    if (cell.kind !== 'blank') {
      if (this.#column + count > this.#limits.columns)
        throw new SheetUnreadable({ code: 'too-many-columns', limit: this.#limits.columns });
      while (this.#cells.length < this.#column) this.#cells.push(blankCell);
      for (let one = 0; one < count; one++) this.#cells.push(cell);
    }
    this.#column += count;
  }

  #reportMerged(tag: string): void {
    if (!tag.includes('-spanned')) return;
    const columns = countIn(tag, 'table:number-columns-spanned');
    const rows = countIn(tag, 'table:number-rows-spanned');
    if (columns * rows < 2) return;
    const [firstRow, firstColumn] = [this.#number + 1, this.#column];
    this.#listener.merged({
      firstRow,
      lastRow: firstRow + rows - 1,
      firstColumn,
      lastColumn: firstColumn + columns - 1,
    });
  }

  #closeRow(): void {
    const count = repeated(this.#rowTag, 'rows');
    const cells = this.#cells;
    if (cells.length > 0 && this.#depth === 1) {
      this.#filled += count;
      const limit = this.#limits.workbookRows;
      // Checked before repeating, because a few characters can ask for a billion rows.
      if (this.#filled > limit)
        throw new SheetUnreadable({ code: 'too-many-rows', limit, format: 'workbook' });
      checkRow(this.#number + count);
      for (let one = 1; one <= count; one++) this.#listener.row({ number: this.#number + one, cells });
    }
    this.#number += count;
  }
}

function repeated(tag: string, what: 'rows' | 'columns'): number {
  return tag.includes('-repeated') ? countIn(tag, `table:number-${what}-repeated`) : 1;
}

/** The whole number from one on that an attribute holds; one where it is missing or holds anything else. */
function countIn(tag: string, name: string): number {
  const digits = /^\+?(\d{1,15})$/.exec(attribute(tag, name)?.trim() ?? '')?.[1];
  return Math.max(1, Number(digits ?? 1));
}
