import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { courseKey } from '../training/course-title.ts';
import type { QualifyingClass } from '../training/programs-held.ts';
import { qualifyingSentence } from '../training/qualifying-content.ts';
import type { QualifyingRecord } from '../training/qualifying-record.ts';
import type { NumberedRecord, RecordsOfPerson } from './records-of-person.ts';
import { byRow, type RowReason } from './row-reason.ts';

/**
 * Rows about a course that counts, which add nothing: the result or the date rules them out, or an earlier row tells
 * of the same class; and days of a class that is not whole yet. Rows about other courses are told by their course, not one by one.
 */
export function recordsLeftOut(
  people: readonly RecordsOfPerson[],
  rules: CampaignRules,
): readonly RowReason[] {
  return people
    .flatMap(({ classes }) => {
      const telling = classes.filter(
        ({ qualifying }) => qualifying.program !== 'none' || isPartOfClass(qualifying),
      );
      return [...telling.flatMap((one) => ruledOut(one, rules)), ...repeated(telling)];
    })
    .toSorted(byRow);
}

/** Days of one class that were added up and don't reach its hours yet. */
function isPartOfClass({ why }: QualifyingRecord): boolean {
  return why.code === 'too-few-hours' && why.rows !== undefined;
}

function ruledOut(
  { rows, qualifying }: QualifyingClass<NumberedRecord>,
  rules: CampaignRules,
): readonly RowReason[] {
  if (qualifying.verdict !== 'does-not-count') return [];
  const sentence = qualifyingSentence(rules, qualifying);
  return rows.map(({ row }) => ({ row, reason: qualifying.why.code, sentence }));
}

function repeated(classes: readonly QualifyingClass<NumberedRecord>[]): readonly RowReason[] {
  const rows = classes
    .filter(({ qualifying }) => qualifying.verdict !== 'does-not-count')
    .flatMap((one) => one.rows)
    .filter(({ completedOn }) => completedOn !== undefined);
  const alike = Map.groupBy(rows, ({ title, code, hours, completedOn }) =>
    [courseKey(title, code), hours, completedOn].join('|'),
  );
  return [...alike.values()].flatMap((same) => {
    const [first, ...others] = same.toSorted((one, other) => one.row - other.row);
    if (!first) return [];
    const sentence = `The same person, course, hours and day as row ${first.row}: it counts once.`;
    return others.map(({ row }) => ({ row, reason: 'same-class', sentence }));
  });
}
