import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { TermGapAlert } from '../partnership/term-gap-alert.tsx';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { agreementNoticeFor, agreementContent as content } from './agreement-content.ts';
import { AgreementFrame } from './agreement-frame.tsx';
import { type AgreementPlace, namesOf, otherName } from './agreement-place.ts';
import { agreementStanding } from './agreement-standing.ts';
import {
  type AgreementVersion,
  agreedVersion,
  beginningOf,
  versionInEffect,
  versionStanding,
  waitingVersion,
} from './agreement-version.ts';
import { builderSteps } from './builder-step.ts';
import { memorandumSections } from './memorandum-content.ts';
import { MemorandumText } from './memorandum-text.tsx';

import { VersionHistory } from './version-history.tsx';

export interface VersionsPageProps {
  readonly place: AgreementPlace;
  /** The newest first. */
  readonly versions: readonly AgreementVersion[];
  readonly hasDraft: boolean;
  readonly notice: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** The agreement of a partnership: what waits, what is in effect, and every version. */
export function VersionsPage({ place, versions, hasDraft, notice, errors }: VersionsPageProps) {
  const inEffect = versionInEffect(versions, place.today);
  return (
    <AgreementFrame
      place={place}
      title={content.title}
      lead={content.lead}
      notice={<SuccessNotice>{agreementNoticeFor(notice)}</SuccessNotice>}
      errors={errors}
    >
      <StandingAlert place={place} />
      <TermGapAlert
        partnership={place.partnership}
        today={place.today}
        base={place.base}
        mayChange={place.mayChange}
      />
      <NextPart place={place} versions={versions} />
      <WaitingPart place={place} versions={versions} />
      <Steps place={place} versions={versions} hasDraft={hasDraft} />
      <Section heading={content.inEffect}>
        {inEffect ? <VersionWords place={place} version={inEffect} /> : <p>{content.nothingInEffect}</p>}
      </Section>
      <Section heading={content.history}>
        <VersionHistory place={place} versions={versions} />
      </Section>
    </AgreementFrame>
  );
}

function StandingAlert({ place: { partnership, today } }: { place: AgreementPlace }) {
  const standing = agreementStanding(partnership, today);
  const { termEndsOn, reviewOn } = partnership.arrangement;
  if (standing === 'lapsed' && termEndsOn) {
    return <Alert kind="warning">{content.lapsed(longDate(termEndsOn))}</Alert>;
  }
  if (standing === 'due-for-review' && reviewOn) {
    return <Alert kind="warning">{content.dueForReview(longDate(reviewOn))}</Alert>;
  }
  return null;
}

/** What was agreed early. */
function NextPart({ place, versions }: Pick<VersionsPageProps, 'place' | 'versions'>) {
  const ahead = versions.filter((one) => versionStanding(one, versions, place.today) === 'ahead');
  const say = versionInEffect(versions, place.today) ? content.next : content.nextFirst;
  return (
    <>
      {ahead.map(({ number, terms: { arrangement } }) => (
        <Alert kind="info">
          {say(number, arrangement.termStartsOn ? longDate(arrangement.termStartsOn) : '')}
        </Alert>
      ))}
    </>
  );
}

function WaitingPart({ place, versions }: Pick<VersionsPageProps, 'place' | 'versions'>) {
  const waiting = waitingVersion(versions);
  if (!waiting) return null;
  const { partnership, base, mayChange, reader } = place;
  const isOurs = waiting.side === reader.side;
  const path = `${base}/agreement/versions/${waiting.number}`;
  const day = longDate(dayIn(partnership.agency.timeZone, waiting.proposed.at));
  const heading = isOurs
    ? content.waiting(waiting.number)
    : content.waitingForYou(waiting.number, otherName(place));
  return (
    <Alert kind="info" heading={heading}>
      <p>{isOurs ? content.waitingForOther(otherName(place), day) : content.waitingText}</p>
      {waiting.note ? (
        <>
          <p>{isOurs ? content.ownNote : content.note}</p>
          <blockquote class="om-written">{waiting.note}</blockquote>
        </>
      ) : null}
      <ButtonGroup>
        <ButtonLink href={path}>{content.read(waiting.number)}</ButtonLink>
        {agreedVersion(versions) ? (
          <ButtonLink look="outline" href={`${path}/changes`}>
            {content.compare}
          </ButtonLink>
        ) : null}
      </ButtonGroup>
      {mayChange && isOurs ? (
        <ActionForm
          action={`${base}/agreement/withdraw`}
          look="plain"
          hidden={{ revision: String(partnership.revision) }}
          about={`version ${waiting.number}`}
        >
          {content.withdraw}
        </ActionForm>
      ) : null}
    </Alert>
  );
}

/** What the reader may begin: a change, a renewal, the signed paper. */
function Steps({ place, versions, hasDraft }: Pick<VersionsPageProps, 'place' | 'versions' | 'hasDraft'>) {
  const { base, mayChange, partnership } = place;
  const isLive = partnership.state.is === 'active' || partnership.state.is === 'proposed';
  if (!mayChange || !isLive) return null;
  const agreed = agreedVersion(versions);
  const isWritten = beginningOf(versions, place.reader.side)?.terms.memorandum !== undefined;
  const write = isWritten ? content.propose : content.write;
  // What has no words yet begins with the first step; the rest is read whole and changed where it is wrong.
  const begin = hasDraft || isWritten ? '' : `/${builderSteps[0]}`;
  return (
    <ButtonGroup>
      <ButtonLink look="outline" href={`${base}/agreement/draft${begin}`}>
        {hasDraft ? content.resume : write}
      </ButtonLink>
      {agreed ? (
        <>
          {partnership.waitingFor === place.reader.side ? null : (
            <ButtonLink look="outline" href={`${base}/agreement/renew`}>
              {content.renew}
            </ButtonLink>
          )}
          <ButtonLink look="outline" href={`${base}/agreement/signed`}>
            {content.signed}
          </ButtonLink>
        </>
      ) : null}
    </ButtonGroup>
  );
}

/** A version's words and documents, without its heading. */
export function VersionWords({ place, version }: { place: AgreementPlace; version: AgreementVersion }) {
  const { terms } = version;
  return (
    <>
      {terms.memorandum ? null : <p>{content.factsOnly}</p>}
      <DocumentLinks place={place} version={version} />
      <MemorandumText sections={memorandumSections(terms, namesOf(place.partnership))} />
    </>
  );
}

function DocumentLinks({ place, version }: { place: AgreementPlace; version: AgreementVersion }) {
  const path = `${place.base}/agreement/versions/${version.number}`;
  return (
    <ul class="usa-list">
      {version.document ? (
        <li>
          <a class="usa-link" href={`${path}/document`}>
            {content.signedDocument}: {version.document.name}
          </a>
        </li>
      ) : null}
      {version.terms.memorandum ? (
        <>
          <li>
            <a class="usa-link" href={`${path}/memorandum.docx`}>
              {content.word}
            </a>
          </li>
          <li>
            <a class="usa-link" href={`${path}/memorandum.pdf`}>
              {content.pdf}
            </a>
          </li>
        </>
      ) : null}
    </ul>
  );
}
