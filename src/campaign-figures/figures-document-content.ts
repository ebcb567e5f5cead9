import { type CalendarDate, dayIn, longDate } from '../calendar/calendar-date.ts';
import type { FiguresFacts } from '../documents/document-facts.ts';
import type { QuarterReport } from './figures.ts';
import { figureColumns, figureText } from './figures-columns-content.ts';
import { figuresContent as content, groupName, inOrder } from './figures-content.ts';
import { lastDay } from './quarter.ts';

/** Who publishes the report, and the words that its grants ask for. */
export type Publisher = Pick<FiguresFacts, 'campaignName' | 'supportStatement' | 'disclaimer'>;

/** What the report of a quarter says on paper: the page's tables, in the page's words. */
export function figuresDocument(
  report: QuarterReport,
  { campaignName, supportStatement, disclaimer }: Publisher,
  today: CalendarDate,
): FiguresFacts {
  const { quarter, grouping, isOver, all, groups, sinceBeginning, waiting } = report;
  const { columns, states } = content.waiting;
  const words: Readonly<Record<string, string>> = states;
  const end = lastDay(quarter);
  const named = [
    { name: content.whole, figures: all },
    ...inOrder(grouping, groups).map((figures) => ({ name: groupName(grouping, figures.group), figures })),
  ];
  return {
    campaignName,
    supportStatement,
    disclaimer,
    day: today,
    title: content.reportTitle(quarter),
    standing: isOver ? content.standing(longDate(end)) : content.standingYet(longDate(today)),
    groups: {
      heading: content.groupings[grouping],
      columns: [content.groupings[grouping], ...figureColumns.map(({ heading }) => heading)],
      rows: named.map(({ name, figures }) => [
        name,
        ...figureColumns.map(({ value }) => figureText(value(figures))),
      ]),
    },
    notes: [
      content.trainedNote,
      ...(sinceBeginning.medianDays === undefined
        ? []
        : [content.medianNote(figureText(sinceBeginning.medianDays))]),
    ],
    waiting: {
      heading: content.waitingOn(longDate(today)),
      columns: [columns.place, columns.cases, columns.oldest],
      rows: waiting.map(({ state, cases, oldest }) => [
        words[state] ?? state,
        figureText(cases),
        longDate(dayIn('UTC', oldest)),
      ]),
      none: content.waiting.none,
    },
  };
}
