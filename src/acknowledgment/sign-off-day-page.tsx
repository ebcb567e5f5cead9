import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { SettledDays, SignOffDayDoubt } from './sign-off-day.ts';
import type { CountedDays } from './sign-off-import-actions.ts';
import { signOffWords } from './sign-off-import-content.ts';

const { days: words } = signOffWords;

/** The field's name for the day said for all lines with a doubt. */
export const dayField = (doubt: SignOffDayDoubt) => `day-${doubt}` as const;

export interface SignOffDaysPageProps {
  readonly agency: AgencyPlace;
  /** Of the import. */
  readonly path: string;
  readonly counted: readonly CountedDays[];
  readonly settled: SettledDays;
  /** The days between which the version can have been signed. */
  readonly firstDay: CalendarDate | undefined;
  readonly today: CalendarDate;
  /** What was sent, by the name of its field. */
  readonly typed: Readonly<Record<string, string>>;
  readonly notice: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** The days of a list that can't be right, by why: each kind is settled at once, or in doubt again. */
export function SignOffDaysPage(props: SignOffDaysPageProps) {
  const { agency, path, counted, notice, errors = noErrors } = props;
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={words.title}
      lead={words.lead}
      errors={errors}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      trail={[sectionLink(agency, 'policy'), { label: signOffWords.preview.title, href: path }]}
    >
      {counted.length === 0 ? (
        <EmptyState heading={words.none.heading} actions={<ButtonLink href={path}>{words.back}</ButtonLink>}>
          {words.none.text}
        </EmptyState>
      ) : (
        <>
          {counted.map((kind) => (
            <Kind {...props} kind={kind} />
          ))}
          <ButtonGroup>
            <ButtonLink look="outline" href={`${path}/dates`}>
              {words.single}
            </ButtonLink>
            <ButtonLink look="plain" href={path}>
              {words.back}
            </ButtonLink>
          </ButtonGroup>
        </>
      )}
    </WorkspacePage>
  );
}

type KindProps = SignOffDaysPageProps & { readonly kind: CountedDays };

function Kind(props: KindProps) {
  const { path, settled, firstDay, kind } = props;
  const { doubt, open } = kind;
  const said = settled[doubt];
  return (
    <Section heading={words.about[doubt](open + kind.settled, firstDay)}>
      {said && kind.settled > 0 ? (
        <>
          <p>{said.is === 'day' ? words.given(kind.settled, said.day) : words.leftOut(kind.settled)}</p>
          <ActionForm action={`${path}/days`} look="outline" hidden={{ doubt, what: 'undo' }}>
            {words.undo}
          </ActionForm>
        </>
      ) : null}
      {open > 0 ? <Choices {...props} /> : null}
    </Section>
  );
}

function Choices({ path, typed, firstDay, today, errors = noErrors, kind: { doubt, open } }: KindProps) {
  const name = dayField(doubt);
  return (
    <>
      <p>{words.leaveOutHint}</p>
      <ActionForm action={`${path}/days`} hidden={{ doubt, what: 'leave-out' }}>
        {words.leaveOut(open)}
      </ActionForm>
      <Form action={`${path}/days`} hidden={{ doubt, what: 'day' }}>
        <DateField
          name={name}
          label={words.day}
          hint={words.dayHint(firstDay, today)}
          value={typed[name] ?? ''}
          error={errors[name]}
        />
        <ButtonGroup>
          <Button look="outline">{words.useDay(open)}</Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
