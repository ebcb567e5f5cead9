import { csvFile } from './csv-file.ts';

/** One officer under two numbers: as hired, and as married. */
export const doubledRoster = csvFile('Personnel.csv', [
  'Emp No,Last Name,First Name,Rank,Hire Date',
  '1002,Whitlock,Dana,Sergeant,03/15/2010',
  '1005,Bustamante,Rosa,Officer,02/02/2017',
  '1006,Carrow,Neil,Officer,05/30/2018',
  '2005,Bustamante-Kerr,Rosa,Officer,02/02/2017',
]);

/** A class under each of the two numbers. */
export const trainingOfBoth = csvFile('Classes taken.csv', [
  'Emp No,Name,Course,Hours,Completed,Result',
  '1005,"Bustamante, Rosa",Verbal De-escalation,4,3/3/2025,Passed',
  '2005,"Bustamante-Kerr, Rosa",CIT Refresher,8,5/5/2025,Passed',
]);
