import { csvFile } from './csv-file.ts';

/** What a records unit counts by hand: a line for each month, and one of sums below. */
export const monthlyTotals = csvFile('Crisis calls by month.csv', [
  'Month,Mental health calls,CIT officer on scene,Arrests,Referrals',
  ...Array.from({ length: 12 }, (_, place) =>
    [`2025-${String(place + 1).padStart(2, '0')}`, 40 + place, 20 + place, 3, 8 + place].join(','),
  ),
  'Total,546,306,36,162',
]);

/** A list of calls as the dispatch system has it, with who went there. */
export const callsWithNames = csvFile('Calls.csv', [
  'Date,Officer Name,Mental health,Arrest',
  '3/5/2025,"Abernathy, Colm",Y,N',
  '3/9/2025,"Gorski, Hanna",Y,Y',
]);
