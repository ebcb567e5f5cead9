import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { Alert } from '../uswds/alert.tsx';
import { ButtonLink } from '../uswds/button.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { SummaryList } from '../uswds/summary-list.tsx';
import type { ActionItem } from './action-item.ts';
import {
  actionListContent,
  actionStateLabels,
  actionPageContent as content,
  ownerWords,
} from './action-item-content.ts';
import { ActionTag, QuickAct } from './action-table.tsx';
import { ChangeTimeline } from './change-timeline.tsx';
import type { JointChange } from './joint-change.ts';
import { JointPage } from './joint-page.tsx';
import { type JointPlace, mayChange } from './joint-place.ts';
import { TypedReason } from './reason-page.tsx';

export interface ActionPageProps {
  readonly place: JointPlace;
  readonly action: ActionItem;
  readonly changes: readonly JointChange[];
  readonly notice?: string | undefined;
  readonly errors?: FormErrors | undefined;
  /** A reason that was sent and not taken. */
  readonly typed?: string | undefined;
}

/** One action, what can be done with it, and who did what. */
export function ActionPage({ place, action, changes, notice, errors, typed }: ActionPageProps) {
  const { partnership, base } = place;
  const words = actionListContent.columns;
  const { state, meeting } = action;
  return (
    <JointPage
      place={place}
      section="actions"
      title={action.what}
      status={<ActionTag action={action} place={place} />}
      notice={notice}
      errors={errors}
      trail={[{ label: actionListContent.title, href: `${base}/actions` }]}
      actions={mayChange(place) ? <ActionActs action={action} base={base} /> : undefined}
    >
      <TypedReason reason={typed} />
      {state.is === 'dropped' ? (
        <Alert kind="info" heading={content.dropped}>
          <p class="om-written">{state.reason}</p>
        </Alert>
      ) : null}
      <SummaryList
        facts={[
          { term: words.owner, detail: ownerWords(action, partnership) },
          { term: words.due, detail: longDate(action.dueOn) },
          ...(state.is === 'open'
            ? []
            : [
                {
                  term: actionStateLabels[state.is],
                  detail: longDate(dayIn(partnership.agency.timeZone, state.at)),
                },
              ]),
          ...(meeting
            ? [
                {
                  term: words.meeting,
                  detail: (
                    <a class="usa-link" href={`${base}/meetings/${meeting.id}`}>
                      {meeting.title}, {longDate(meeting.day)}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      <ChangeTimeline changes={changes} partnership={partnership} />
    </JointPage>
  );
}

function ActionActs({ action, base }: { action: ActionItem; base: string }) {
  const here = `${base}/actions/${action.id}`;
  return (
    <>
      <QuickAct action={action} base={base} />
      <ButtonLink look="outline" href={`${here}/edit`}>
        {content.change}
      </ButtonLink>
      {action.state.is === 'open' ? (
        <ButtonLink look="plain" href={`${here}/drop`}>
          {content.drop}
        </ButtonLink>
      ) : null}
    </>
  );
}
