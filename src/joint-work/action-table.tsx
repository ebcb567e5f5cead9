import type { Child } from 'hono/jsx';
import { longDate } from '../calendar/calendar-date.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Table, type TableSort } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { type ActionItem, isOverdue } from './action-item.ts';
import {
  actionListContent,
  actionStandings,
  actionStateLabels,
  actionPageContent as content,
  overdue,
  ownerWords,
} from './action-item-content.ts';
import { type JointPlace, mayChange } from './joint-place.ts';

export interface ActionTableProps {
  readonly place: JointPlace;
  readonly actions: readonly ActionItem[];
  readonly caption: string;
  readonly sort?: TableSort | undefined;
  readonly empty?: Child;
}

/** Actions with who sees to them and by when; whoever may change them does it from here. */
export function ActionTable({ place, actions, caption, sort, empty }: ActionTableProps) {
  const words = actionListContent.columns;
  const { partnership, base } = place;
  return (
    <Table
      caption={caption}
      captionHidden
      rows={actions}
      sort={sort}
      empty={empty}
      columns={[
        {
          heading: words.what,
          rowHeader: true,
          sort: 'what',
          cell: ({ id, what }) => (
            <a class="usa-link" href={`${base}/actions/${id}`}>
              {what}
            </a>
          ),
        },
        { heading: words.owner, sort: 'owner', cell: (row) => ownerWords(row, partnership) },
        { heading: words.due, sort: 'due', cell: ({ dueOn }) => longDate(dueOn) },
        { heading: words.state, sort: 'state', cell: (row) => <ActionTag action={row} place={place} /> },
        {
          heading: words.acts,
          headingHidden: true,
          cell: (row) => (mayChange(place) ? <QuickAct action={row} base={base} /> : ''),
        },
      ]}
    />
  );
}

export function ActionTag({ action, place }: { action: ActionItem; place: JointPlace }) {
  const { is } = action.state;
  return isOverdue(action, place.today) ? (
    <StatusTag standing="attention">{overdue}</StatusTag>
  ) : (
    <StatusTag standing={actionStandings[is]}>{actionStateLabels[is]}</StatusTag>
  );
}

/** The one step that is wanted most: done, or open again. */
export function QuickAct({ action, base }: { action: ActionItem; base: string }) {
  const isOpen = action.state.is === 'open';
  return (
    <ActionForm
      action={`${base}/actions/${action.id}/${isOpen ? 'done' : 'reopen'}`}
      hidden={{ revision: String(action.revision) }}
      look={isOpen ? 'outline' : 'plain'}
      about={action.what}
    >
      {isOpen ? content.done : content.reopen}
    </ActionForm>
  );
}
