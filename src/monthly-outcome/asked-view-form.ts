import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { isShowable, mostMonthsShown } from './baseline.ts';
import { parseMonth } from './month.ts';
import { outcomeContent as content } from './outcome-content.ts';
import { callsMeasure, isOutcomeMeasure } from './outcome-measure.ts';
import type { ViewAsked } from './outcome-view.ts';

export interface AskedView {
  readonly asked: ViewAsked;
  readonly errors: FormErrors;
  readonly typed: { readonly first: string; readonly last: string };
}

/** What the address asks to be shown: what can't be read, or is too long, is told and not shown. */
export function askedView(query: Readonly<Record<string, string>>): AskedView {
  const typed = { first: query.first?.trim() ?? '', last: query.last?.trim() ?? '' };
  const named = query.measure ?? '';
  const usual = {
    measure: isOutcomeMeasure(named) ? named : callsMeasure,
    first: undefined,
    last: undefined,
  };
  const [first, last] = [parseMonth(typed.first), parseMonth(typed.last)];
  const errors = {
    ...(typed.first !== '' && !first ? { first: content.monthError } : {}),
    ...(typed.last !== '' && !last ? { last: content.monthError } : {}),
  };
  if (Object.keys(errors).length > 0) return { asked: usual, errors, typed };
  if (first && last && !isShowable(first, last))
    return { asked: usual, errors: { first: content.spanError(mostMonthsShown) }, typed };
  return { asked: { ...usual, first, last }, errors: noErrors, typed };
}
