import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { cellFromText } from '../spreadsheet/cell.ts';
import { preambleFacts } from './preamble-facts.ts';

const today = '2026-03-05' as CalendarDate;
const isCourseTitle = (text: string) => /crisis intervention|mental health first aid/i.test(text);

/** The facts in lines of text with `|` between cells, each as its value alone. */
function factsIn(...lines: readonly string[]): Record<string, unknown> {
  const rows = lines.map((line, at) => ({ number: at + 1, cells: line.split('|').map(cellFromText) }));
  const facts = preambleFacts(rows, { today, isCourseTitle });
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value]));
}

describe('the lines above the headings', () => {
  it.each<[readonly string[], object]>([
    [['Course: CIT 40 hr', 'Hours: 40'], { course: 'CIT 40 hr', hours: 40 }],
    [['Course|Crisis Intervention Team', 'Hours|40.0'], { course: 'Crisis Intervention Team', hours: 40 }],
    [
      ['Course Title:|MHFA', 'Training Provider:|Lakeside Academy'],
      { course: 'MHFA', provider: 'Lakeside Academy' },
    ],
    [['Course: CIT 40 hr'], { course: 'CIT 40 hr', hours: 40 }],
    [['Course: CIT; Hours: 40; Date Completed: 3/8/2024'], { course: 'CIT', hours: 40, date: '2024-03-08' }],
    [['Class date: 3/4/2024 - 3/8/2024'], { date: '2024-03-08' }],
    [
      ['Training report', 'Date range: 1/1/2024 - 12/31/2024', 'Run by: Sgt. Example', 'Run on: 1/5/2025'],
      {
        title: 'Training report',
        period: { from: '2024-01-01', to: '2024-12-31' },
        runBy: 'Sgt. Example',
        runOn: '2025-01-05',
      },
    ],
    [['As of 3/1/2024'], { runOn: '2024-03-01' }],
    [['Report generated 3/1/2024 by Sgt. Example'], {}],
    [['Printed on 3/1/2024 8:02 AM', 'Run by Sgt. Example'], { runOn: '2024-03-01', runBy: 'Sgt. Example' }],
    [['Date Range: 3/4/2024 - 3/8/2024'], { period: { from: '2024-03-04', to: '2024-03-08' } }],
    [['From|1/1/2024|To|12/31/2024'], { period: { from: '2024-01-01', to: '2024-12-31' } }],
    [
      ['Crisis Intervention Team (CIT) Training - 40 Hours'],
      {
        title: 'Crisis Intervention Team (CIT) Training - 40 Hours',
        course: 'Crisis Intervention Team (CIT) Training',
        hours: 40,
      },
    ],
    [
      ['Training Report: Mental Health First Aid'],
      { title: 'Training Report: Mental Health First Aid', course: 'Mental Health First Aid' },
    ],
    [
      ['Riverbend Police Department', 'Crisis Intervention Team'],
      { title: 'Riverbend Police Department', course: 'Crisis Intervention Team' },
    ],
  ])('%j say %j', (lines, expected) => {
    expect(factsIn(...lines)).toEqual(expected);
  });

  it.each<[readonly string[], object]>([
    [['Roster of sworn staff'], { title: 'Roster of sworn staff' }],
    [['Employee Training Report', '40 hours total'], { title: 'Employee Training Report' }],
    [['Course: All'], {}],
    [['Unit: Patrol', 'Shift|Day'], {}],
    [['Agency: Riverbend Police'], {}],
    [['Table 78', 'TEXAS', 'by City, 2020'], { title: 'Table 78' }],
    [['Hours: per class'], {}],
    [['Date: 13/45/2020'], {}],
    [[], {}],
  ])('%j say no more than they do: %j', (lines, expected) => {
    const found = factsIn(...lines);
    expect(found).toEqual(expected);
  });

  it('each come with the row and the words they were read from', () => {
    const rows = [
      { number: 2, cells: [cellFromText('CIT class of March, 40 hrs')] },
      { number: 4, cells: [cellFromText('Provider:'), cellFromText(''), cellFromText('Lakeside Academy')] },
    ];
    const facts = preambleFacts(rows, { today });
    expect(facts.hours).toEqual({ value: 40, row: 2, text: 'CIT class of March, 40 hrs', why: 'title' });
    expect(facts.provider).toEqual({
      value: 'Lakeside Academy',
      row: 4,
      text: 'Lakeside Academy',
      why: 'label',
    });
  });

  it('are dated as a typed cell says', () => {
    const date = { kind: 'date', text: '8-Mar', date: '2024-03-08' as CalendarDate } as const;
    const rows = [{ number: 1, cells: [cellFromText('Completed on'), date] }];
    expect(preambleFacts(rows, { today }).date?.value).toBe('2024-03-08');
  });
});
