import { longDate } from '../calendar/calendar-date.ts';
import { Page } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { Section } from '../uswds/section.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import type { ActionItem } from './action-item.ts';
import { actionStateLabels, ownerWords } from './action-item-content.ts';
import type { JointPlace } from './joint-place.ts';
import type { Meeting } from './meeting.ts';
import { meetingPageContent as content, meetingStateLabels } from './meeting-content.ts';
import { factsOf, MeetingRecordSections } from './meeting-page.tsx';

/** Agenda and minutes for paper: the same words without the ways to change them. */
export function MeetingPrintPage({
  place,
  meeting,
  actions,
}: {
  place: JointPlace;
  meeting: Meeting;
  actions: readonly ActionItem[];
}) {
  const { partnership, base } = place;
  const { agency, partner } = partnership;
  return (
    <Page
      title={meeting.title}
      breadcrumbs={[{ label: meeting.title, href: `${base}/meetings/${meeting.id}` }]}
      width="prose"
      unlisted
    >
      <PageHeading
        above={`${agency.name} and ${partner.name}`}
        heading={meeting.title}
        lead={meetingStateLabels[meeting.state.is]}
      />
      <SummaryList facts={factsOf(meeting, place)} />
      <MeetingRecordSections meeting={meeting} place={place} />
      {actions.length > 0 ? (
        <Section heading={content.actions}>
          <ul class="usa-list">
            {actions.map((action) => (
              <li>
                {action.what} ({ownerWords(action, partnership)}, {longDate(action.dueOn)},{' '}
                {actionStateLabels[action.state.is].toLowerCase()})
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}
