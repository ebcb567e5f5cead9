import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { MailMessage } from '../mail/mail.ts';
import type { ClosingReason } from './submission.ts';

type Written = Omit<MailMessage, 'to'>;

interface About {
  readonly agency: string;
  readonly url: string;
  readonly campaign: string;
}

function letter(kind: string, subject: string, about: About, paragraphs: readonly string[]): Written {
  return { kind, subject, text: ['Hello,', ...paragraphs, about.url, about.campaign, ''].join('\n\n') };
}

/** To the campaign's reviewers. */
export function submissionWaitingMail(about: About & { readonly round: number }): Written {
  const again = about.round > 1 ? ` This is round ${about.round}.` : '';
  return letter('submission-waiting', `Ready for review: ${about.agency}`, about, [
    `${about.agency} has sent in its work on the pledge.${again} Please look at it:`,
  ]);
}

/** To the agency's leaders. `left`: how often they may answer from here on. */
export function submissionReturnedMail(
  about: About & { readonly answerBy: CalendarDate; readonly left: number },
): Written {
  const rounds = about.left === 1 ? 'This is the last time you can answer.' : '';
  return letter('submission-returned', `${about.agency}: a few things to do before certification`, about, [
    'A reviewer has looked at your work. Some things need a change.',
    [`Please answer by ${longDate(about.answerBy)}. After that day the case closes.`, rounds]
      .join(' ')
      .trim(),
    'The page says what to do for each:',
  ]);
}

/** To the agency's leaders, ahead of the last day. */
export function answerReminderMail(about: About & { readonly day: CalendarDate }): Written {
  return letter(
    'review-answer-due',
    `${about.agency}: answer the reviewers by ${longDate(about.day)}`,
    about,
    [
      `The campaign returned your work with things to do. ${longDate(about.day)} is the last day to answer. After it the case closes.`,
      'The page says what to do:',
    ],
  );
}

export const closingSentences: Readonly<Record<ClosingReason, string>> = {
  'answer-time-passed': 'The time to answer what was returned has passed.',
  'follow-ups-used': 'The work came back once more, and every follow-up round was used.',
};

/** To the agency's leaders. */
export function caseClosedMail(
  about: About & { readonly because: ClosingReason; readonly answerBy: CalendarDate },
): Written {
  return letter('case-closed', `${about.agency}: your review was closed`, about, [
    `The campaign closed the review of your work. ${closingSentences[about.because]}`,
    `Your pledge goes on. You can send your work in anew at any time. If you think that the closing is wrong, you can appeal until ${longDate(about.answerBy)}.`,
    'The page says how:',
  ]);
}

/** To the reviewer, or to everybody who may take it on. */
export function targetReminderMail(
  about: About & { readonly day: CalendarDate; readonly isPassed: boolean },
): Written {
  const subject = about.isPassed
    ? `Overdue: the review of ${about.agency}`
    : `Soon due: the review of ${about.agency}`;
  const sentence = about.isPassed
    ? `${about.agency} was to have its answer by ${longDate(about.day)}.`
    : `${about.agency} is to have its answer by ${longDate(about.day)}.`;
  return letter('review-target', subject, about, [sentence, 'Please look at it:']);
}

/** To the colleague who goes on with it. */
export function reviewHandedOverMail(about: About): Written {
  return letter('review-handed-over', `Handed to you: the review of ${about.agency}`, about, [
    `A colleague handed the review of ${about.agency} to you. What was decided so far is kept.`,
    'It is here:',
  ]);
}

/** To who reviews it, or to everybody who may take it on. It names nobody: ties are their owner's to tell. */
export function decisionsSetAsideMail(about: About): Written {
  return letter('decisions-set-aside', `To decide anew: ${about.agency}`, about, [
    `Somebody who decided a part of the review of ${about.agency} has a tie to it. What they decided counts no more. It was set aside and has to be decided anew.`,
    'The page shows what:',
  ]);
}

/** To the reviewers: the round is with its reviewer again, or with whom it is handed to. */
export function reviewGoesOnMail(about: About): Written {
  return letter('review-goes-on', `An appeal was allowed: ${about.agency}`, about, [
    `What was returned to ${about.agency} counts as met now. The sample of its training records is still open, so the review goes on.`,
    'It is here:',
  ]);
}

/** To those who may decide it. */
export function appealFiledMail(about: About): Written {
  return letter('appeal-filed', `An appeal to decide: ${about.agency}`, about, [
    `${about.agency} appeals a decision about its work. Somebody must decide who had no part in the case.`,
    'Please look at it:',
  ]);
}

/** To those who may decide it, once its target has passed. */
export function appealOverdueMail(about: About & { readonly day: CalendarDate }): Written {
  return letter('appeal-overdue', `Overdue: the appeal of ${about.agency}`, about, [
    `${about.agency} was to have an answer to its appeal by ${longDate(about.day)}. Somebody must decide who had no part in the case.`,
    'Please look at it:',
  ]);
}

/** To the agency's leaders. */
export function appealDecidedMail(about: About & { readonly verdict: 'upheld' | 'allowed' }): Written {
  const sentence =
    about.verdict === 'allowed'
      ? 'Your appeal was allowed: the earlier decision no longer counts.'
      : 'Your appeal was not allowed: the earlier decision stands.';
  return letter('appeal-decided', `${about.agency}: your appeal was decided`, about, [
    sentence,
    'The page says why, and what comes next:',
  ]);
}

/** To those who may approve. */
export function approvalWaitingMail(about: About): Written {
  return letter('approval-waiting', `Ready for a second look: ${about.agency}`, about, [
    `Every requirement of ${about.agency} was found met. A second reviewer must approve:`,
  ]);
}

/** To the agency's leaders, with the good news. */
export function certifiedMail(
  about: About & { readonly number: string; readonly verifyUrl: string },
): Written {
  return letter('certified', `${about.agency} is One Mind Certified`, about, [
    `Congratulations. ${about.agency} has completed the One Mind pledge. Your certificate has the number ${about.number}.`,
    `Anyone can check it at ${about.verifyUrl}`,
    'Your certificate and your letter are ready to download and print:',
  ]);
}
