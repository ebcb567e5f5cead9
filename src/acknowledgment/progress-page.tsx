import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName } from '../person-name/person-name.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { ProgressBar } from '../uswds/progress-bar.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import {
  type AcknowledgmentFigures,
  type AcknowledgmentPart,
  acknowledgmentsNeeded,
  type Parting,
  partings,
  percentAcknowledged,
} from './acknowledgment.ts';
import type { AskedVersion, DepartedSigner } from './acknowledgment-actions.ts';
import {
  acknowledgedWords,
  acknowledgmentContent as content,
  partName,
  versionWords,
} from './acknowledgment-content.ts';
import { ListsInDoubt } from './lists-in-doubt.tsx';
import type { ImportedList } from './sign-off-late-actions.ts';

export interface ProgressPageProps {
  readonly agency: AgencyPlace;
  readonly day: CalendarDate;
  readonly isToday: boolean;
  /** What was typed instead of a day, when that was none. */
  readonly dayTyped: string;
  /** Undefined while no version is in effect on the day. */
  readonly shown:
    | {
        readonly asked: AskedVersion;
        readonly figures: AcknowledgmentFigures;
        readonly by: Parting;
        readonly parts: readonly AcknowledgmentPart[];
        readonly departed: { readonly signers: readonly DepartedSigner[]; readonly total: number };
        /** The sign-off lists of this version, the newest first. */
        readonly lists: readonly ImportedList[];
      }
    | undefined;
  readonly notice: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** How far the agency is in acknowledging the version in effect, as a whole and in its parts. */
export function ProgressPage(props: ProgressPageProps) {
  const { agency, shown, notice, errors = noErrors } = props;
  const workspace = `/workspace/${agency.slug}`;
  const base = `${workspace}/policy/acknowledgments`;
  const isEmpty = shown !== undefined && shown.figures.of === 0;
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={content.title}
      lead={content.lead}
      trail={[sectionLink(agency, 'policy')]}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      errors={errors}
      actions={shown && !isEmpty ? <Actions agency={agency} base={base} /> : undefined}
    >
      {shown ? null : (
        <EmptyState
          heading={content.none.heading}
          icon="document"
          actions={<ButtonLink href={`${workspace}/policy`}>{content.none.link}</ButtonLink>}
        >
          {content.none.text}
        </EmptyState>
      )}
      {isEmpty ? (
        <EmptyState
          heading={content.noStaff.heading}
          actions={<ButtonLink href={`${workspace}/roster`}>{content.noStaff.link}</ButtonLink>}
        >
          {content.noStaff.text}
        </EmptyState>
      ) : null}
      {shown && keepsAcknowledgments(agency) ? <ListsInDoubt lists={shown.lists} base={base} /> : null}
      {shown && !isEmpty ? <Progress {...props} shown={shown} base={base} /> : null}
      <DayForm {...props} base={base} errors={errors} />
    </WorkspacePage>
  );
}

function Actions({ agency, base }: { agency: AgencyPlace; base: string }) {
  const keeps = keepsAcknowledgments(agency);
  return (
    <ButtonGroup>
      <ButtonLink href={`${base}/roll-call`}>{content.actions.rollCall}</ButtonLink>
      {keeps ? (
        <>
          <ButtonLink look="outline" href={`${base}/mail`}>
            {content.actions.mail}
          </ButtonLink>
          <ButtonLink look="outline" href={`${base}/import`}>
            {content.actions.list}
          </ButtonLink>
        </>
      ) : null}
    </ButtonGroup>
  );
}

function keepsAcknowledgments({ roles }: AgencyPlace): boolean {
  return roles.some((role) => role === 'coordinator' || role === 'training-officer');
}

type Shown = NonNullable<ProgressPageProps['shown']>;

function Progress(props: ProgressPageProps & { readonly shown: Shown; readonly base: string }) {
  const { shown, day, isToday, base } = props;
  const { asked, figures } = shown;
  const { isRequired, percent } = asked.rules.acknowledgment;
  const needed = acknowledgmentsNeeded(percent, figures.of);
  return (
    <>
      <p>
        {versionWords(asked.policy)}
        {isToday ? null : ` ${content.asOf(longDate(day))}`}
      </p>
      <ProgressBar
        label={content.progressLabel}
        value={figures.acknowledged}
        max={figures.of}
        text={content.progress(figures)}
        {...(isRequired ? { needed } : {})}
      />
      <Alert kind="info" slim>
        {isRequired ? content.required(percent, needed) : content.shown}
      </Alert>
      <p>
        <a class="usa-link" href={`${base}/people?${new URLSearchParams({ day })}`}>
          {content.actions.missing}
        </a>
      </p>
      <Parts shown={shown} day={day} base={base} />
      {shown.departed.total > 0 ? <Departed {...shown.departed} /> : null}
    </>
  );
}

function Parts({ shown, day, base }: { shown: Shown; day: CalendarDate; base: string }) {
  const { by, parts } = shown;
  const { parts: words } = content;
  const peopleOf = (name: string) =>
    by === 'category' || name === ''
      ? undefined
      : `${base}/people?${new URLSearchParams({ [by]: name, day })}`;
  return (
    <Section heading={words.heading} id="parts">
      <nav aria-label={words.show}>
        <ul class="om-class-days">
          {partings.map((one) => (
            <li>
              <a
                class="usa-link"
                href={`${base}?${new URLSearchParams({ by: one, day })}#parts`}
                aria-current={one === by ? 'page' : undefined}
              >
                {words.names[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Table
        caption={words.names[by]}
        rows={parts}
        columns={[
          {
            heading: words.names[by],
            rowHeader: true,
            cell: ({ name }) => {
              const href = peopleOf(name);
              return href ? (
                <a class="usa-link" href={href}>
                  {partName(by, name)}
                </a>
              ) : (
                partName(by, name)
              );
            },
          },
          { heading: words.asked, numeric: true, cell: ({ of }) => of.toLocaleString('en-US') },
          {
            heading: words.acknowledged,
            numeric: true,
            cell: ({ acknowledged }) => acknowledged.toLocaleString('en-US'),
          },
          {
            heading: words.missing,
            numeric: true,
            cell: ({ acknowledged, of }) => (of - acknowledged).toLocaleString('en-US'),
          },
          { heading: words.percent, numeric: true, cell: (part) => `${percentAcknowledged(part)} %` },
        ]}
      />
    </Section>
  );
}

function Departed({ signers, total }: Shown['departed']) {
  const { departed: words, list } = content;
  return (
    <Section heading={words.heading} id="departed">
      <p>{words.lead}</p>
      <Table
        caption={words.caption(signers.length, total)}
        rows={signers}
        columns={[
          { heading: list.columns.name, rowHeader: true, cell: ({ name }) => filedName(name) },
          { heading: list.columns.number, cell: ({ employeeNumber }) => employeeNumber },
          {
            heading: list.columns.acknowledged,
            cell: ({ acknowledgment }) => acknowledgedWords(acknowledgment),
          },
        ]}
      />
    </Section>
  );
}

function DayForm(props: ProgressPageProps & { readonly base: string; readonly errors: FormErrors }) {
  return (
    <form class="om-search" method="get" action={props.base} novalidate>
      <DateField
        name="day"
        label={content.day}
        value={props.dayTyped || props.day}
        error={props.errors.day}
      />
      <Button look="outline">{content.showDay}</Button>
    </form>
  );
}
