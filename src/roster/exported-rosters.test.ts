import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { mappingOf } from '../columns/column-proposal.ts';
import { filedName } from '../person-name/person-name.ts';
import { readingOf, rowsOf } from '../testing/sheet-content.ts';
import { isRosterHeading, proposeRosterColumns } from './roster-columns.ts';
import { foldPeople } from './roster-people.ts';
import { columnHabits, interpretRosterRow, type RosterRow } from './roster-row.ts';

const today = '2026-01-15' as CalendarDate;

/** The people of a file, read as an import reads it: what each is told to be, in the words of the test. */
async function read(content: string) {
  const reading = await readingOf(content, { isKnownHeading: isRosterHeading, allowsNoHeadings: true });
  const proposal = proposeRosterColumns(reading.headings, reading.sample);
  const mapping = mappingOf(proposal);
  const context = { today, ...columnHabits(reading.sample, mapping) };
  const rows: RosterRow[] = [];
  const refused: string[] = [];
  for (const row of await rowsOf(reading)) {
    const outcome = interpretRosterRow(row, mapping, context);
    if (outcome.ok) rows.push(outcome.value);
    else refused.push(`${outcome.refusal.row} ${outcome.refusal.code}`);
  }
  const { people } = foldPeople(rows, today);
  return {
    facts: reading.facts.map(({ code }) => code),
    fields: Object.fromEntries(proposal.columns.map(({ heading, field }) => [heading, field])),
    people: people.map(({ name, employeeNumber, badge, rank, kind, hiredOn, isSeparated }) =>
      [
        filedName(name),
        employeeNumber || badge,
        rank,
        kind.kind,
        hiredOn ?? '',
        isSeparated ? 'left' : '',
      ].join(' | '),
    ),
    notes: rows.flatMap(({ row, notes }) => notes.map(({ code }) => `${row} ${code}`)),
    refused,
  };
}

describe('a roster as it comes', () => {
  it('from Oracle, with apostrophes before the numbers and position codes beside the jobs', async () => {
    const { people } = await read(`"Oracle HCM Cloud - Worker Roster Extract"
"Business Unit: Public Safety - Police","Run Date: 04-Jan-2026","Page 1 of 3"

"Person Number","Display Name","Assignment Status Type","Job","Position","Department","Hire Date"
"'004123","ALDEN, MARIA T","ACTIVE_PROCESS","Police Sergeant (Sworn)","PD-SGT-0012","Police - Patrol","04-Jan-23"
"'004125","CRANE, DEVON","INACTIVE_PROCESS","Police Officer I (Sworn)","PD-OFF-0045","Police - Patrol","01-Feb-15"
"'004126","DELL, PRIYA","SUSPEND_PROCESS","Public Safety Dispatcher","PD-DSP-0002","Police - 911","09-Sep-19"
`);
    expect(people).toEqual([
      'Alden, Maria T | 004123 | Sergeant | sworn | 2023-01-04 | ',
      'Crane, Devon | 004125 | Officer | sworn | 2015-02-01 | left',
      'Dell, Priya | 004126 | Public Safety Dispatcher | non-sworn | 2019-09-09 | ',
    ]);
  });

  it('from Workday, with what a person’s status is behind the name', async () => {
    const { people } =
      await read(`Worker,Employee ID,Worker Status,Business Title,Supervisory Organization,Hire Date
Maria Alden (On Leave),004123,On Leave,Sergeant,Patrol A (Lee Novak),2015-06-01
Devon Crane (Terminated),004125,Terminated,Officer,Patrol B (Sam Ott),2015-02-01
Priya Dell [C],004126,Active,Dispatcher,Comm Center (Jo Fry),2019-09-09
`);
    expect(people).toEqual([
      'Alden, Maria | 004123 | Sergeant | sworn | 2015-06-01 | ',
      'Crane, Devon | 004125 | Officer | sworn | 2015-02-01 | left',
      'Dell, Priya | 004126 | Dispatcher | non-sworn | 2019-09-09 | ',
    ]);
  });

  it('from ADP, where a position’s status is no title and numbers end in .0', async () => {
    const { people, fields } =
      await read(`Company Code,File Number,Payroll Name,Position Status,Job Title Description,Home Department Description,Hire/Rehire Date,Tax ID (SSN)
XJ7,001203.0,"Alden, Maria T",Active,Sergeant,PATROL,06/01/2015,XXX-XX-1234
XJ7,001205.0,"Crane, Devon",Terminated,Police Officer,PATROL,02/01/2015,XXX-XX-3456
`);
    expect(fields).toMatchObject({
      'Position Status': 'employmentStatus',
      'Home Department Description': 'unit',
    });
    expect(people).toEqual([
      'Alden, Maria T | 001203 | Sergeant | sworn | 2015-06-01 | ',
      'Crane, Devon | 001205 | Officer | sworn | 2015-02-01 | left',
    ]);
  });

  it('from a warehouse, with compact dates and years that mean never', async () => {
    const { people, notes } =
      await read(`EMPNO,LNAME,FNAME,MI,RANK_CD,SWORN_IND,ORIG_HIRE_DT,TERM_DT,STATUS_CD
'00412,O'Neil,D'Angelo,,SGT,1,20150601,00000000,A
'00413,St. James,Mary-Jo,K,CPL,1,20150701,99991231,A
'00518,Van Der Berg,Jan,,OFC,1,20090317,,T
`);
    expect(people).toEqual([
      "O'Neil, D'Angelo | 00412 | Sergeant | sworn | 2015-06-01 | ",
      'St. James, Mary-Jo K | 00413 | Corporal | sworn | 2015-07-01 | ',
      'Van Der Berg, Jan | 00518 | Officer | sworn | 2009-03-17 | left',
    ]);
    expect(notes).toEqual([]);
  });

  it('typed in capitals, with the rank before a family name that comes first', async () => {
    const { people } = await read(`OFFICER,ID NO,HIRED
SGT. ALDEN MARIA T,412,20150601
P.O. BOSWELL THOMAS JR,518,20090317
DET. CRANE DEVON,520,20150201
`);
    expect(people).toEqual([
      'Alden, Maria T | 412 | Sergeant | sworn | 2015-06-01 | ',
      'Boswell, Thomas, Jr. | 518 | Officer | sworn | 2009-03-17 | ',
      'Crane, Devon | 520 | Detective | sworn | 2015-02-01 | ',
    ]);
  });

  it('with units as rows of their own and totals beneath', async () => {
    const { people, refused } = await read(`Elm Fork Police Department - Personnel by Division
,,,
#,NAME,TITLE,DOH
PATROL DIVISION - DAY SHIFT,,,
1,SGT MARIA T ALDEN #412,SGT,6-1-15
2,OFC THOMAS BOSWELL JR #518,OFC,3-17-09
Total: 2 officers,,,
COMMUNICATIONS,,,
4,PRIYA DELL,DISPATCHER,9-9-19
5,VACANT,DISPATCHER,
Total: 34 officers,,,
`);
    expect(people.map((person) => person.split(' | ')[0])).toEqual([
      'Alden, Maria T',
      'Boswell, Thomas, Jr.',
      'Dell, Priya',
    ]);
    expect(refused).toEqual([
      '4 section-heading',
      '7 total',
      '8 section-heading',
      '10 vacant-position',
      '11 total',
    ]);
  });

  it('as a pivot table, where a rank stands once above its people: nobody is given a rank unasked', async () => {
    const { people, refused } = await read(`Rank,Name,Employee #,Count
Sergeant,"Alden, Maria",412,1
,"Novak, Lee",413,1
Sergeant Total,,,2
Grand Total,,,2
`);
    expect(people).toEqual([
      'Alden, Maria | 412 | Sergeant | sworn |  | ',
      'Novak, Lee | 413 |  | undecided |  | ',
    ]);
    expect(refused).toHaveLength(2);
  });

  it('as two lists side by side: the first is read, and the second is not mixed into it', async () => {
    const { people, facts } = await read(`DAY SHIFT,,,,NIGHT SHIFT,,
Badge,Name,Rank,,Badge,Name,Rank
412,"Alden, Maria",,,518,"Boswell, Thomas",Ofc
520,"Crane, Devon",Ofc,,601,"Dell, Priya",Ofc
`);
    expect(facts).toContain('list-beside');
    expect(people).toEqual([
      'Alden, Maria | 412 |  | undecided |  | ',
      'Crane, Devon | 520 | Officer | sworn |  | ',
    ]);
  });

  it('kept by hand, with what became of people where their last day should be', async () => {
    const { people, notes } = await read(`"Name (Last, First)",Rank,Emp. No.,Date Hired,Date Left / Reason
"Alden, Maria",Sgt,412,6/1/2015,
"Boswell, Thomas",Ofc,518,03/2009,retired 12/31/2024
"Crane, Devon",Ofc,520,2015,transferred out
"Dell, Priya",Disp,601,9/9/19,
`);
    expect(people.map((person) => person.split(' | ').at(-1))).toEqual(['', 'left', 'left', '']);
    expect(notes).toEqual([
      '3 date-unreadable',
      '3 date-unreadable',
      '4 date-unreadable',
      '4 date-unreadable',
    ]);
  });

  it('with a letter before the word for each status, and with the status beside who is sworn', async () => {
    const post = await read(`POST ID,Last Name,First Name,Rank,Appt Date,Status
A12-B34,ALDEN,MARIA,SGT,06/01/2015,A - Active
B98-C76,BOSWELL,THOMAS,OFF,03/17/2009,S - Separated
C55-D44,CRANE,DEVON,OFF,02/01/2015,I - Injured on duty
`);
    expect(post.people.map((person) => person.split(' | ').at(-1))).toEqual(['', 'left', '']);
    expect(post.notes).toEqual([]);
    const beside = await read(`Name,Emp ID,Rank,Status
"Alden, Maria",412,Sgt,Sworn - Active
"Boswell, Thomas",518,Ofc,Sworn - Inactive
"Crane, Devon",520,Clerk,Non-Sworn - Active
"Dell, Priya",601,Ofc,Retired (Reserve)
`);
    expect(beside.people.map((person) => person.split(' | ').slice(3))).toEqual([
      ['sworn', '', ''],
      ['sworn', '', 'left'],
      ['non-sworn', '', ''],
      ['sworn', '', 'left'],
    ]);
  });
});
