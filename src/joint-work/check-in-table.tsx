import { dayIn, longDate } from '../calendar/calendar-date.ts';
import type { Partnership, Side } from '../partnership/partnership.ts';
import { Table } from '../uswds/table.tsx';
import { type CheckIn, type CheckInPair, checkInQuestions } from './check-in.ts';
import { checkInContent as content, questionTexts, ratingLabels } from './check-in-content.ts';
import { halfYearName } from './half-year.ts';
import { type JointPlace, sideName, sides } from './joint-place.ts';

/** Both sides' answers for a half-year, beside each other; on phones one under the other. */
export function CheckInTable({ pair, place }: { pair: CheckInPair; place: JointPlace }) {
  const { partnership, side: reader, today, isEditor } = place;
  const answerOf = (side: Side): CheckIn | undefined => {
    if (side === reader) return pair.own;
    return pair.others.is === 'answered' ? pair.others.answer : undefined;
  };
  const isPast = pair.half.endsOn < today;
  const without = (side: Side) => {
    if (side !== reader && pair.others.is === 'closed') return content.closed;
    if (reader === 'partner' && !isEditor && !isPast) return content.closedToBoth;
    return isPast ? content.missingPast : content.missing;
  };
  const rows = [
    { text: '', of: (answer: CheckIn) => byline(answer, partnership) },
    ...checkInQuestions.map((question) => ({
      text: questionTexts[question],
      of: (answer: CheckIn) => ratingLabels[answer.ratings[question]],
    })),
    {
      text: content.liaisonQuestion,
      of: (answer: CheckIn) =>
        `${answer.isLiaisonInPlace ? content.yes : content.no} (${answer.liaisonName})`,
    },
    { text: content.goingWell, of: (answer: CheckIn) => answer.goingWell || content.nothingWritten },
    { text: content.wouldHelp, of: (answer: CheckIn) => answer.wouldHelp || content.nothingWritten },
  ];
  const [heading, ...questions] = rows;
  return (
    <>
      {heading ? (
        <ul class="usa-list usa-list--unstyled">
          {sides.map((side) => {
            const answer = answerOf(side);
            return (
              <li>
                <strong>{sideName(partnership, side)}:</strong> {answer ? heading.of(answer) : without(side)}
              </li>
            );
          })}
        </ul>
      ) : null}
      {sides.some(answerOf) ? (
        <Table
          caption={`${content.title} ${halfYearName(pair.half)}`}
          captionHidden
          rows={questions}
          columns={[
            { heading: content.question, rowHeader: true, cell: ({ text }) => text },
            ...sides.map((side) => ({
              heading: sideName(partnership, side),
              cell: ({ of }: (typeof questions)[number]) => {
                const answer = answerOf(side);
                return answer ? <span class="om-written">{of(answer)}</span> : '–';
              },
            })),
          ]}
        />
      ) : null}
    </>
  );
}

function byline({ answeredBy, answeredAt, changedAt }: CheckIn, { agency }: Partnership): string {
  const on = (instant: Date) => longDate(dayIn(agency.timeZone, instant));
  const answered = content.answered(answeredBy, on(answeredAt));
  return changedAt ? `${answered}, ${content.changed(on(changedAt))}` : answered;
}
