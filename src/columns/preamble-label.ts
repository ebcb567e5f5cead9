import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import { isBlank } from './value-shapes.ts';

/** A text above the headings, and what the label before it says it is; without a label it may be a title. */
export interface LabelledText {
  readonly label:
    | 'course'
    | 'hours'
    | 'provider'
    | 'date'
    | 'period'
    | 'from'
    | 'to'
    | 'run-by'
    | 'run-on'
    | 'other'
    | undefined;
  readonly text: string;
  readonly cell: Cell;
  /** 1-based. */
  readonly row: number;
}

type Label = Exclude<LabelledText['label'], undefined | 'other'>;

const labels: readonly (readonly [Label, RegExp])[] = [
  ['run-by', /^(?:run|printed|created|generated|prepared|exported|requested|produced) by$|^user$/],
  [
    'run-on',
    /^(?:(?:run|printed|created|generated|prepared|exported|produced)(?: on| date| at)?|(?:report|run|print|as of) date|as of)$/,
  ],
  [
    'period',
    /^(?:(?:date|report(?:ing)?|training|time) (?:range|period)|period|dates?(?: covered)|between)$/,
  ],
  ['from', /^(?:from|(?:start|begin(?:ning)?|from) date|date from)$/],
  ['to', /^(?:to|through|thru|until|(?:end(?:ing)?|to|through) date|date to)$/],
  [
    'hours',
    /^(?:(?:course|class|training|credit|contact|total|number of|no of)? ?(?:hours?|hrs)|duration|length)$/,
  ],
  [
    'provider',
    /^(?:(?:training )?(?:provider|vendor|academy|sponsor)|(?:provided|presented|hosted|taught|conducted|sponsored|offered) by|(?:training|host) (?:agency|organization))$/,
  ],
  [
    'date',
    /^(?:(?:course|class|training|completion|completed|session|event|date of)? ?(?:dates?|completed|completion)(?: of (?:course|class|training|completion))?|date (?:completed|of (?:course|class|training|completion))|completed on|held on)$/,
  ],
  [
    'course',
    /^(?:course|class|training|program|session|event|subject|topic|module|curriculum)(?: ?(?:title|name|description))?$|^(?:title|name) of (?:course|class|training)$/,
  ],
];

/** Longer cells are prose. */
const longestParameter = 300;
/** `As of 3/1/2024`, `Printed on 3/1/2024`, `Run by Sgt. Example` go without a colon. */
const spoken =
  /^(?:report )?(as of|(?:run|printed|generated|created|prepared|exported) (?:on|by)|printed|generated) ([^:\s].*)$/i;

/** The texts of a line above the headings: `Course: CIT`, `Course | CIT` and several such pairs in one line. */
export function labelledTexts({ number: row, cells }: SheetRow): readonly LabelledText[] {
  const filled = cells.filter((cell) => !isBlank(cell));
  const texts: LabelledText[] = [];
  for (let at = 0; at < filled.length; at++) {
    const cell = filled[at];
    if (!cell) continue;
    const text = cell.text.replace(/\s+/g, ' ').trim();
    if (text.length > longestParameter) continue;
    const inside = /^([^:]{2,30}?)\s*:\s*(\S.*)$/.exec(text);
    const value = filled[at + 1];
    if (inside && isLabel(inside[1])) texts.push(...withinOneCell(text, row));
    else if (spoken.test(text)) texts.push(...withinOneCell(text.replace(spoken, '$1: $2'), row));
    else if (value && (isLabel(text) || /:$/.test(text) || filled.length === 2)) {
      texts.push({ label: labelOf(text) ?? 'other', text: value.text.trim(), cell: value, row });
      at++;
    } else
      texts.push({
        label: /:$/.test(text) || inside ? otherOrTitle(inside?.[1]) : undefined,
        text,
        cell,
        row,
      });
  }
  return texts;
}

/** `Hours: 40 Provider: Academy`: a label begins where the words before a colon are one. */
function withinOneCell(text: string, row: number): LabelledText[] {
  const pieces = text.split(/(?<=:.*)[;|,]?\s+(?=(?:[A-Z][a-z]+ ?){1,2}:\s)/);
  return pieces.flatMap((piece) => {
    const parts = /^([^:]{2,30}?)\s*:\s*(\S.*)$/.exec(piece);
    if (!parts) return [];
    const value = (parts[2] ?? '').trim();
    return [{ label: labelOf(parts[1]) ?? 'other', text: value, cell: { kind: 'text', text: value }, row }];
  });
}

/** `Training report: CIT` is a title; `Shift: Day` is a parameter that says nothing here. */
function otherOrTitle(before: string | undefined): 'other' | undefined {
  return before === undefined ||
    /\b(?:report|roster|records?|list|transcript|training|course|class)\b/i.test(before)
    ? undefined
    : 'other';
}

function isLabel(text: string | undefined): boolean {
  return labelOf(text) !== undefined;
}

function labelOf(text: string | undefined): Label | undefined {
  const words = (text ?? '')
    .toLowerCase()
    .replace(/[.:#*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return labels.find(([, pattern]) => pattern.test(words))?.[0];
}
