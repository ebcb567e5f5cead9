import { csvFile } from './csv-file.ts';
import { rosterRows, workbookOf } from './roster-file.ts';

/** The same report a month later: one promotion, one new officer. */
export const monthlyRoster = workbookOf('Personnel Roster next month.xlsx', [
  ...rosterRows.slice(0, -1).map((row) => row.map((cell) => (cell === 'Sergeant' ? 'Lieutenant' : cell))),
  ['1014', 'Kowalczyk', 'Jan', 'Officer', 'Patrol', 'Days', '000-12-0014', '02/03/2025', ''],
]);

/** Everyone who works there by the end of the quarter, and in other columns: one officer is not among them. */
export const fullRoster = csvFile('Everyone on staff.csv', [
  'Emp No,Last Name,First Name,Rank',
  ...rosterRows
    .slice(3, -1)
    .filter(([, family]) => family !== 'Ibarra')
    .map(([number, family, given, rank]) => [number, family, given, rank].join(',')),
  '1014,Kowalczyk,Jan,Officer',
]);

/** A class that says what it is above its table. */
export const signInSheet = csvFile('Sign-in sheet.csv', [
  'Mental Health First Aid for Public Safety (8 hours)',
  'Date:,3/5/2025',
  '',
  'Emp No,Name,Initials',
  '1004,"Abernathy, Colm",CA',
  '1005,"Bustamante, Rosa",RB',
]);

/** A misspelled name without a number: nobody certain. */
export const undecidedTraining = csvFile('Transcript.csv', [
  'Name,Course,Hours,Completed,Result',
  '"Bustamonte, Rosa",Crisis Intervention Team (CIT),40,4/11/2025,Passed',
]);
