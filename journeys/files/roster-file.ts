import { utils, write } from '@e965/xlsx';

/** What a records system exports: a title above the headings, a column nobody should keep, a total below. */
export const rosterRows = [
  ['Personnel roster, all divisions'],
  [],
  ['Emp No', 'Last Name', 'First Name', 'Rank', 'Detail', 'Shift', 'SSN', 'Hire Date', 'Email'],
  ['1001', 'Quint', 'Marisol', 'Chief of Police', 'Command', 'Days', '000-12-0001', '06/01/2004', ''],
  ['1002', 'Whitlock', 'Dana', 'Sergeant', 'Patrol', 'Days', '000-12-0002', '03/15/2010', ''],
  ['1003', 'Osgood', 'Terrell', 'Lt.', 'Patrol', 'Nights', '000-12-0003', '09/20/2008', ''],
  ['1004', 'Abernathy', 'Colm', 'Officer', 'Patrol', 'Days', '000-12-0004', '01/11/2016', ''],
  ['1005', 'Bustamante', 'Rosa', 'Officer', 'Patrol', 'Nights', '000-12-0005', '02/02/2017', ''],
  ['1006', 'Carrow', 'Neil', 'Officer', 'Patrol', 'Nights', '000-12-0006', '05/30/2018', ''],
  ['1007', 'Delacroix', 'Yvonne', 'Detective', 'Investigations', 'Days', '000-12-0007', '08/08/2012', ''],
  ['1008', 'Ekwueme', 'Amara', 'Officer', 'Patrol', 'Days', '000-12-0008', '10/10/2019', ''],
  ['1009', 'Fenwick', 'Luis', 'Corporal', 'Patrol', 'Nights', '000-12-0009', '11/04/2014', ''],
  ['1010', 'Gorski', 'Hanna', 'Officer', 'Traffic', 'Days', '000-12-0010', '04/19/2021', ''],
  ['1011', 'Hollis-Grant', 'Peter', 'Officer', 'Traffic', 'Nights', '000-12-0011', '07/07/2022', ''],
  ['1012', 'Ibarra', 'Simone', 'Officer', 'Patrol', 'Days', '000-12-0012', '12/01/2023', ''],
  ['1013', 'Jessup', 'Wanda', 'Dispatcher', 'Communications', 'Nights', '000-12-0013', '06/15/2015', ''],
  ['Total personnel', '13'],
];

export const rosterFile = workbookOf('Personnel Roster.xlsx', rosterRows);

/** Nobody of these may ever stand on a public page. */
export const staffNames = rosterRows.slice(3, -1).map((row) => `${row[1]}`);

/** A workbook with one sheet, as the browser uploads it. */
export function workbookOf(name: string, rows: readonly (readonly string[])[]) {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Personnel');
  const buffer: Buffer = write(book, { type: 'buffer', bookType: 'xlsx' });
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name, mimeType, buffer };
}
