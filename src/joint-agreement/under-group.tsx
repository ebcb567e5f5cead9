import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { JointGroup } from './joint-agreement.ts';
import { jointContent as content } from './joint-content.ts';

export type NamedGroup = Pick<JointGroup, 'id' | 'name'> & {
  /** Since when the two have another agreement, on the agency's clock; undefined while the group's is the latest. */
  readonly until?: CalendarDate | undefined;
};

/**
 * Names the group that a partnership came out of, for the page of the partnership. `groups` is the address of the
 * reader's groups, such as `/workspace/elm-fork/groups`; nothing is shown without a group.
 */
export function UnderGroup({ group, groups }: { group: NamedGroup | undefined; groups: string }) {
  if (!group) return null;
  return (
    <p>
      {content.cameFrom}{' '}
      <a class="usa-link" href={`${groups}/${group.id}`}>
        {group.name}
      </a>
      .{group.until ? ` ${content.cameFromUntil(longDate(group.until))}` : ''}
    </p>
  );
}
