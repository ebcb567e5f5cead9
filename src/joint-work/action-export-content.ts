import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { dateColumn, type ExportTable, textColumn as text } from '../table-export/export-table.ts';
import { type ActionItem, isOverdue } from './action-item.ts';
import { actionStateLabels, actionListContent as content, overdue } from './action-item-content.ts';
import { sideName } from './joint-place.ts';

/** The joint list as a table, one action a row, as it stands on `today`. */
export function actionExport(
  partnership: Pick<Partnership, 'agency' | 'partner'>,
  today: CalendarDate,
): ExportTable<ActionItem> {
  const { columns, exported } = content;
  return {
    name: content.title,
    columns: [
      text(columns.what, 60, ({ what }) => what),
      text(exported.side, 30, ({ ownerSide }) => sideName(partnership, ownerSide)),
      text(exported.name, 24, ({ ownerName }) => ownerName),
      dateColumn(columns.due, ({ dueOn }) => dueOn),
      text(columns.state, 12, (action) =>
        isOverdue(action, today) ? overdue : actionStateLabels[action.state.is],
      ),
      text(exported.reason, 30, ({ state }) => (state.is === 'dropped' ? state.reason : undefined)),
      text(exported.meeting, 30, ({ meeting }) => meeting?.title),
      dateColumn(exported.meetingDay, ({ meeting }) => meeting?.day),
    ],
  };
}
