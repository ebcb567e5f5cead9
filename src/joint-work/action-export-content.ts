import type { Partnership } from '../partnership/partnership.ts';
import { dateColumn, type ExportTable, textColumn as text } from '../table-export/export-table.ts';
import type { ActionItem } from './action-item.ts';
import { actionStateLabels, actionListContent as content } from './action-item-content.ts';
import { sideName } from './joint-place.ts';

/** The joint list as a table, one action a row. */
export function actionExport(partnership: Pick<Partnership, 'agency' | 'partner'>): ExportTable<ActionItem> {
  const { columns, exported } = content;
  return {
    name: content.title,
    columns: [
      text(columns.what, 60, ({ what }) => what),
      text(exported.side, 30, ({ ownerSide }) => sideName(partnership, ownerSide)),
      text(exported.name, 24, ({ ownerName }) => ownerName),
      dateColumn(columns.due, ({ dueOn }) => dueOn),
      text(columns.state, 12, ({ state }) => actionStateLabels[state.is]),
      text(exported.reason, 30, ({ state }) => (state.is === 'dropped' ? state.reason : undefined)),
      text(exported.meeting, 30, ({ meeting }) => meeting?.title),
      dateColumn(exported.meetingDay, ({ meeting }) => meeting?.day),
    ],
  };
}
