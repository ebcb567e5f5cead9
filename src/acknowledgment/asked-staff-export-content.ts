import { dateColumn, type ExportTable, textColumn as text } from '../table-export/export-table.ts';
import type { AskedStaff } from './acknowledgment.ts';
import { acknowledgmentContent, howWords, partName } from './acknowledgment-content.ts';

const { columns } = acknowledgmentContent.list;

/** Who is asked and who has acknowledged, as a table. No addresses: nobody needs them there. */
export const askedStaffExport: ExportTable<AskedStaff> = {
  name: 'Acknowledgments',
  columns: [
    text(columns.number, 14, ({ employeeNumber }) => employeeNumber),
    text('Last name', 20, ({ name }) => name.family),
    text('First name', 18, ({ name }) => name.given),
    text('Middle name', 14, ({ name }) => name.middle),
    text('Suffix', 8, ({ name }) => name.suffix),
    text('Kind of staff', 22, ({ kind, category }) =>
      partName('category', kind === 'sworn' ? 'sworn' : (category ?? '')),
    ),
    text(columns.rank, 24, ({ rank }) => rank),
    text(columns.unit, 22, ({ unit }) => unit),
    text(columns.shift, 14, ({ shift }) => shift),
    dateColumn(columns.acknowledged, ({ acknowledgment }) => acknowledgment?.on),
    text('How', 26, ({ acknowledgment }) => acknowledgment && howWords[acknowledgment.how]),
    text('Supervisor', 24, ({ acknowledgment }) => acknowledgment?.supervisor),
  ],
};
