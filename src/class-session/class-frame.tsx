import type { Child } from 'hono/jsx';
import { longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { classContent as content } from './class-content.ts';
import type { ClassSession } from './class-session.ts';

export function classesPath(agency: Pick<AgencyPlace, 'slug'>): string {
  return `/workspace/${agency.slug}/training/classes`;
}

export function classPath(agency: Pick<AgencyPlace, 'slug'>, { id }: Pick<ClassSession, 'id'>): string {
  return `${classesPath(agency)}/${id}`;
}

/** The days of a class in a few words: `March 2, 2026` or `March 2, 2026 to March 6, 2026`. */
export function spanOf({ startsOn, endsOn }: Pick<ClassSession, 'startsOn' | 'endsOn'>): string {
  return startsOn === endsOn ? longDate(startsOn) : `${longDate(startsOn)} to ${longDate(endsOn)}`;
}

export interface ClassFrameProps {
  readonly agency: AgencyPlace;
  /** The class the page is about; undefined for pages beside it. */
  readonly session?: ClassSession | undefined;
  readonly title: string;
  readonly lead?: Child;
  readonly status?: Child;
  readonly actions?: Child;
  readonly notice?: string | undefined;
  readonly errors?: FormErrors | undefined;
  readonly children: Child;
}

/** The frame of a page beneath the list of classes. */
export function ClassFrame({ agency, session, notice, ...page }: ClassFrameProps) {
  const list = { label: content.list.title, href: classesPath(agency) };
  const own = session ? [{ label: session.course, href: classPath(agency, session) }] : [];
  return (
    <WorkspacePage
      {...page}
      agency={agency}
      here="training"
      trail={[sectionLink(agency, 'training'), list, ...own]}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
    />
  );
}
