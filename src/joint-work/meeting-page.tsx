import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { ButtonLink } from '../uswds/button.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import type { ActionItem } from './action-item.ts';
import { ActionTable } from './action-table.tsx';
import { ChangeTimeline } from './change-timeline.tsx';
import { whenWords } from './clock-words.ts';
import type { JointChange } from './joint-change.ts';
import { JointPage } from './joint-page.tsx';
import { type JointPlace, mayChange, sideName, sides } from './joint-place.ts';
import { canBeHeld, type Meeting } from './meeting.ts';
import { meetingPageContent as content, meetingListContent } from './meeting-content.ts';
import { MeetingTag } from './meeting-list-page.tsx';
import { TypedReason } from './reason-page.tsx';

export interface MeetingPageProps {
  readonly place: JointPlace;
  readonly meeting: Meeting;
  readonly actions: readonly ActionItem[];
  readonly changes: readonly JointChange[];
  readonly notice?: string | undefined;
  readonly errors?: FormErrors | undefined;
  /** A reason that was sent and not taken. */
  readonly typed?: string | undefined;
}

/** One meeting: agenda, minutes, who came, what was decided, and who changed what. */
export function MeetingPage({ place, meeting, actions, changes, notice, errors, typed }: MeetingPageProps) {
  const { partnership, base, today } = place;
  const here = `${base}/meetings/${meeting.id}`;
  const isWaiting = canBeHeld(meeting, today);
  return (
    <JointPage
      place={place}
      section="meetings"
      title={meeting.title}
      status={<MeetingTag meeting={meeting} place={place} />}
      notice={notice}
      errors={errors}
      trail={[{ label: meetingListContent.title, href: `${base}/meetings` }]}
      actions={mayChange(place) ? <MeetingActs place={place} meeting={meeting} here={here} /> : undefined}
    >
      <TypedReason reason={typed} />
      {meeting.state.is === 'cancelled' ? (
        <Alert kind="warning" heading={content.cancelled}>
          <p class="om-written">{meeting.state.reason}</p>
        </Alert>
      ) : null}
      {isWaiting && mayChange(place) ? <Alert kind="info">{content.past}</Alert> : null}
      <SummaryList facts={factsOf(meeting, place)} />
      <p>
        <a class="usa-link" href={`${here}/calendar.ics`}>
          {content.calendar}
        </a>{' '}
        ·{' '}
        <a class="usa-link" href={`${here}/print`}>
          {content.print}
        </a>
      </p>
      <MeetingRecordSections meeting={meeting} place={place} />
      {meeting.state.is === 'cancelled' ? null : (
        <Section
          heading={content.actions}
          actions={
            mayChange(place) ? (
              <a class="usa-link" href={`${base}/actions/new?meeting=${meeting.id}`}>
                {content.addAction}
              </a>
            ) : undefined
          }
        >
          {actions.length === 0 ? (
            <p>{content.noActions}</p>
          ) : (
            <ActionTable place={place} actions={actions} caption={content.actions} />
          )}
        </Section>
      )}
      <ChangeTimeline changes={changes} partnership={partnership} />
    </JointPage>
  );
}

export function factsOf(meeting: Meeting, { partnership }: JointPlace) {
  return [
    { term: content.when, detail: whenWords(meeting, partnership.agency.timeZone) },
    { term: content.where, detail: meeting.place },
    ...(meeting.link
      ? [
          {
            term: content.link,
            detail: (
              <a class="usa-link" href={meeting.link} rel="noreferrer">
                {meeting.link}
              </a>
            ),
          },
        ]
      : []),
    { term: content.plannedBy, detail: sideName(partnership, meeting.plannedBy) },
  ];
}

/** Agenda, minutes and who came; on paper the same as on the page. */
export function MeetingRecordSections({ meeting, place }: { meeting: Meeting; place: JointPlace }) {
  const isHeld = meeting.state.is === 'held';
  return (
    <>
      <Section heading={content.agenda}>
        <p class="om-written">{meeting.agenda || content.noAgenda}</p>
      </Section>
      {isHeld || meeting.minutes !== '' ? (
        <Section heading={content.minutes}>
          <p class="om-written">{meeting.minutes || content.noMinutes}</p>
        </Section>
      ) : null}
      {isHeld || meeting.attendees.length > 0 ? (
        <Section heading={content.came}>
          {sides.map((side) => {
            const people = meeting.attendees.filter((attendee) => attendee.side === side);
            return (
              <>
                <h3>{sideName(place.partnership, side)}</h3>
                {people.length === 0 ? (
                  <p>{content.nobody}</p>
                ) : (
                  <ul class="usa-list">
                    {people.map(({ name, role }) => (
                      <li>{role === '' ? name : `${name}, ${role}`}</li>
                    ))}
                  </ul>
                )}
              </>
            );
          })}
        </Section>
      ) : null}
    </>
  );
}

function MeetingActs({ place, meeting, here }: { place: JointPlace; meeting: Meeting; here: string }) {
  const revision = { revision: String(meeting.revision) };
  switch (meeting.state.is) {
    case 'planned':
      return (
        <>
          {canBeHeld(meeting, place.today) ? (
            <ButtonLink href={`${here}/hold`}>{content.hold}</ButtonLink>
          ) : null}
          <ButtonLink look="outline" href={`${here}/edit`}>
            {content.edit}
          </ButtonLink>
          <ButtonLink look="plain" href={`${here}/cancel`}>
            {content.cancel}
          </ButtonLink>
        </>
      );
    case 'held':
      return (
        <>
          <ButtonLink look="outline" href={`${here}/edit`}>
            {content.edit}
          </ButtonLink>
          <ActionForm action={`${here}/reopen`} hidden={revision} look="plain">
            {content.reopen}
          </ActionForm>
        </>
      );
    case 'cancelled':
      return (
        <ActionForm action={`${here}/restore`} hidden={revision}>
          {content.restore}
        </ActionForm>
      );
  }
}
