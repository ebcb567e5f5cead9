import type { CalendarDate } from '../calendar/calendar-date.ts';
import { Alert } from '../uswds/alert.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import type { SignOffDoubts } from './sign-off-import-actions.ts';
import { signOffWords } from './sign-off-import-content.ts';

const { doubts: words, days: dayWords } = signOffWords;

export interface SignOffDoubtsPartProps {
  readonly doubts: SignOffDoubts;
  readonly firstDay: CalendarDate | undefined;
  /** Of the import. */
  readonly path: string;
}

/** How many lines of a list wait for a person, of which kind, and where each kind is settled. */
export function SignOffDoubtsPart({ doubts, firstDay, path }: SignOffDoubtsPartProps) {
  const { people, days } = doubts;
  const open = days.filter((one) => one.open > 0);
  const all = people + open.reduce((sum, one) => sum + one.open, 0);
  if (all === 0) {
    return days.length > 0 ? (
      <ButtonLink look="outline" href={`${path}/days`}>
        {dayWords.settledLink}
      </ButtonLink>
    ) : null;
  }
  return (
    <Alert kind="warning" heading={words.heading(all)}>
      <ul class="usa-list">
        {people > 0 ? <li>{words.people(people)}</li> : null}
        {open.map(({ doubt, open: lines }) => (
          <li>{dayWords.about[doubt](lines, firstDay)}.</li>
        ))}
      </ul>
      <ButtonGroup>
        {people > 0 ? (
          <ButtonLink look="outline" href={`${path}/who`}>
            {signOffWords.who.link}
          </ButtonLink>
        ) : null}
        {days.length > 0 ? (
          <ButtonLink look="outline" href={`${path}/days`}>
            {open.length > 0 ? dayWords.link : dayWords.settledLink}
          </ButtonLink>
        ) : null}
        <ButtonLink look="plain" href={`${path}?show=review`}>
          {words.show}
        </ButtonLink>
      </ButtonGroup>
    </Alert>
  );
}
