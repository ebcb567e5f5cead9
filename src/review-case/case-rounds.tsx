import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { appealContent } from '../review/appeal-content.ts';
import { appealAbout } from '../review/appeals-list.tsx';
import { allowedWords, decisionWords, requirementNames, stateWords } from '../review/review-content.ts';
import { closingSentences } from '../review/review-mail-content.ts';
import type { FrozenSubmission, RequirementReview } from '../review/submission.ts';
import type { CaseFile } from './case-file.ts';
import { caseFileContent as content } from './case-file-content.ts';
import { isEnded } from './ended-round.ts';
import { requirementContent } from './requirement-content.ts';

/** The rounds of a case in words, without anything that only our own pages can show: the archive has the same. */
export function CaseRounds({ file }: { file: CaseFile }) {
  return (
    <>
      {file.rounds.map((round) => (
        <Round round={round} timeZone={file.agency.timeZone} />
      ))}
    </>
  );
}

function Round({ round, timeZone }: { round: FrozenSubmission; timeZone: string }) {
  return (
    <section class="om-round">
      <h2>
        {requirementContent.round(round.round)}: {stateWords[round.state].words}
      </h2>
      <p>
        {content.sentOn(longDate(dayIn(timeZone, round.submittedAt)))}{' '}
        {round.state === 'returned' && round.answerBy ? content.answerBy(longDate(round.answerBy)) : null}
        {round.closing ? closingSentences[round.closing.because] : null}
      </p>
      {round.note ? (
        <p>
          {content.note}: {round.note}
        </p>
      ) : null}
      {isEnded(round) ? (
        <dl class="om-facts">
          {round.reviews.map((review) => (
            <Decided review={review} />
          ))}
        </dl>
      ) : (
        <p>{content.notDecided}</p>
      )}
      <p class="om-quiet">
        {content.hash}: <code class="om-hash">{round.snapshotSha256}</code>
      </p>
    </section>
  );
}

function Decided({ review }: { review: RequirementReview }) {
  const { requirement, answer, decision, comment, isAllowedOnAppeal } = review;
  return (
    <div class="om-facts__row">
      <dt>{requirementNames[requirement]}</dt>
      <dd class="om-facts__detail">
        {answer ? (
          <p>
            {content.answer}: {answer}
          </p>
        ) : null}
        <p>{decision ? decisionWords[decision].words : null}</p>
        {comment ? (
          <p>
            {content.grounds}: {comment}
          </p>
        ) : null}
        {isAllowedOnAppeal ? <p>{allowedWords}</p> : null}
      </dd>
    </div>
  );
}

export function CaseAppeals({ file: { appeals, agency } }: { file: CaseFile }) {
  if (appeals.length === 0) return null;
  return (
    <section>
      <h2>{content.appeals}</h2>
      {appeals.map((appeal) => (
        <article class="om-round">
          <h3>
            {appealAbout(appeal)}: {appealContent.states[appeal.state.is].words}
          </h3>
          <p>{longDate(dayIn(agency.timeZone, appeal.filedAt))}</p>
          <p>
            {content.appealGrounds}: {appeal.grounds}
          </p>
          {'grounds' in appeal.state ? (
            <p>
              {content.appealDecision}: {appeal.state.grounds}
            </p>
          ) : null}
        </article>
      ))}
    </section>
  );
}
