import { type FieldDescription, namePosition } from './column-fit.ts';
import { foldHeading } from './heading.ts';
import { sensitiveByName } from './sensitive-column.ts';

/** Whether a text is the heading of one of the fields, or of a column that would be dropped. */
export function isKnownHeading(fields: readonly FieldDescription<string>[], heading: string): boolean {
  return sensitiveByName(heading) !== undefined || fields.some((field) => namesField(field, heading));
}

/** Whether a text is a heading of this field: a row that holds several such cells is the heading row printed again. */
export function namesField(field: FieldDescription<string>, text: string): boolean {
  return namePosition(field, foldHeading(text)) >= 0;
}
