import { type ExportTable, numberColumn, textColumn } from '../table-export/export-table.ts';
import type { CountedMonth } from './outcome-counts.ts';
import { outcomeMeasures } from './outcome-measure.ts';

/** A row for each month, a column for each measure: what is handed out can be filled in and imported again. */
export const outcomeExport: ExportTable<CountedMonth> = {
  name: 'Monthly outcomes',
  columns: [
    textColumn('Month', 10, ({ month }) => month),
    ...outcomeMeasures.map(({ measure, label }) =>
      numberColumn<CountedMonth>(label, 14, ({ counts }) => counts[measure]),
    ),
  ],
};
