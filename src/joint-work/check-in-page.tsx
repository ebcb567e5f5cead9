import { longDate } from '../calendar/calendar-date.ts';
import { ButtonLink } from '../uswds/button.tsx';
import { Section } from '../uswds/section.tsx';
import type { CheckInPair } from './check-in.ts';
import { checkInContent as content } from './check-in-content.ts';
import { CheckInTable } from './check-in-table.tsx';
import { halfYearName } from './half-year.ts';
import { JointPage } from './joint-page.tsx';
import { type JointPlace, mayChange } from './joint-place.ts';

export interface CheckInPageProps {
  readonly place: JointPlace;
  /** The present half-year first. */
  readonly pairs: readonly CheckInPair[];
  readonly notice: string | undefined;
}

/** Every half-year's answers, both sides beside each other. */
export function CheckInPage({ place, pairs, notice }: CheckInPageProps) {
  const [present] = pairs;
  const answer =
    mayChange(place) && present ? (
      <ButtonLink href={`${place.base}/check-ins/answer`} look={present.own ? 'outline' : 'primary'}>
        {present.own ? content.change : content.answer(halfYearName(present.half))}
      </ButtonLink>
    ) : undefined;
  return (
    <JointPage
      place={place}
      section="check-ins"
      title={content.title}
      lead={content.lead}
      notice={notice}
      actions={answer}
    >
      <p>{content.rule}</p>
      {pairs.map((pair) => (
        <Section heading={halfYearName(pair.half)}>
          {!pair.own && pair.half.endsOn >= place.today ? (
            <p>{content.due(longDate(pair.half.endsOn))}</p>
          ) : null}
          <CheckInTable pair={pair} place={place} />
        </Section>
      ))}
    </JointPage>
  );
}
