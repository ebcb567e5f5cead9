import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { Standing as TagStanding } from '../uswds/tag.tsx';
import type { ReviewTie } from './review-tie.ts';
import type { RoundPart } from './round-part.ts';
import type { Decision, ReviewRefusal, SubmissionState, SubmitRefusal } from './submission.ts';

export const requirementNames: Readonly<Record<Requirement, string>> = {
  partnership: 'Partnership',
  policy: 'Policy',
  'advanced-training': 'Crisis intervention training',
  'everyone-trained': 'Training for everyone',
};

/** How far a submission is, for the agency. */
export const stateWords: Readonly<
  Record<SubmissionState, { readonly words: string; readonly standing: TagStanding }>
> = {
  waiting: { words: 'Waiting for a reviewer', standing: 'waiting' },
  'in-review': { words: 'Being reviewed', standing: 'progress' },
  returned: { words: 'Returned with things to do', standing: 'attention' },
  'awaiting-approval': { words: 'Waiting for the second reviewer', standing: 'progress' },
  approved: { words: 'Approved', standing: 'done' },
  'taken-back': { words: 'Taken back', standing: 'neutral' },
  closed: { words: 'Closed', standing: 'neutral' },
};

/** A decision about one requirement, told to both sides. */
export const decisionWords: Readonly<
  Record<Decision, { readonly words: string; readonly standing: TagStanding }>
> = {
  met: { words: 'Met', standing: 'done' },
  'met-with-remark': { words: 'Met, with a remark', standing: 'done' },
  returned: { words: 'Returned', standing: 'attention' },
};

export const allowedWords = 'Counts as met: an appeal was allowed';

/** Why somebody may not review an agency, told to them. */
export const tieSentences: Readonly<Record<ReviewTie, string>> = {
  agency: 'You belong or belonged to this agency.',
  partner: 'You belong or belonged to one of its partners.',
  'mail-host': 'Your email address is at the same place as that of its people or its partners’ people.',
  declared: 'You declared a tie to it yourself.',
};

/** What somebody did in a round that keeps them from approving it, told to them. */
const partSentences: Readonly<Record<RoundPart, string>> = {
  review: 'You reviewed this round.',
  decision: 'You decided about a requirement of this round.',
  proof: 'You accepted or refused proofs of this round.',
  appeal: 'You decided an appeal in this case.',
};

export function ownPartWords(parts: readonly RoundPart[]): string {
  const told = parts.map((part) => partSentences[part]);
  return [...told, campaignReviewContent.somebodyElseApproves].join(' ');
}

export const agencyReviewContent = {
  title: 'Review',
  lead: 'When every requirement is met, send your work in. Two reviewers of the campaign look at it.',
  outstandingHeading: 'Not ready yet',
  outstandingLead: 'These things are left to do. Then you can send your work in.',
  readyHeading: 'Ready to send in',
  ready:
    'Every requirement is met. What you send is kept as it stands now: reviewers look at exactly this, even if your roster changes later.',
  requestsHeading: 'What the reviewer asked for',
  unansweredHeading: 'What the reviewers asked for before the case was closed',
  unanswered:
    'This was never answered. Do it before you send your work in anew: reviewers look for it again.',
  readyAnew:
    'By your records every requirement is met, but the reviewers asked for what is listed above. Say in the note what you did about each. What you send is kept as it stands now: reviewers look at exactly this, even if your roster changes later.',
  againHeading: 'Answer the reviewers and send it again',
  again:
    'The reviewers asked for the changes below. Make them, say here what you changed, and send your work in again. What you send is kept as it stands now.',
  noteLabel: 'A note for the reviewers',
  noteHint: 'You can leave this empty.',
  answerLabel: (requirement: Requirement) => `Your answer about: ${requirementNames[requirement]}`,
  answerHint: (asked: string) => `The reviewer wrote: ${asked}`,
  answerMissing: 'Write what you changed, so that the reviewer finds it',
  tooLong: 'Shorten this to 4,000 letters or fewer',
  submit: 'Send in for review',
  submitAgain: 'Send in again',
  notActive: 'Your pledge is not accepted yet. You can send your work in once it is.',
  executiveOrCoordinator: 'The coordinator or the executive can send the work in.',
  locked:
    'What you sent is locked while it is reviewed: it can’t be changed or taken back. Your daily work goes on; what you add now is not part of this round.',
  begun:
    'The review of this round has begun. It waits for a reviewer to go on with it, so it can’t be taken back any more.',
  answerBy: (day: string) => `Answer by ${day}. After that day the case closes.`,
  lastAnswer: 'This is the last time you can answer. If the work comes back once more, the case closes.',
  appealWaits:
    'Your appeal is being decided. Until then the time to answer stands still. To send your work in before that, take the appeal back.',
  answersLeft: (left: number) => `After this you can answer ${left} more ${left === 1 ? 'time' : 'times'}.`,
  closedHeading: 'The review was closed',
  closedNext:
    'Your pledge goes on. When you are ready you can send your work in anew below. It is then looked at from the start.',
  appealUntil: (day: string) => `If you think that this is wrong, you can appeal until ${day}.`,
  sampleLink: 'Send proof of training for the records that were picked',
  caseLink: 'Messages with the reviewers, and your case to download',
  takeBack: 'Take it back',
  takeBackTooLate:
    'It was not taken back: it is not waiting any more. A reviewer took it on, or somebody took it back before you. Below you see where it is now.',
  takeBackText:
    'Nobody has begun to look at it. You can take it back, change something and send it again. The records that were picked for proof stay picked.',
  ownAnswer: 'Your answer',
  ownNote: 'Your note',
  rounds: 'Rounds',
  earlierRounds: 'Rounds under an earlier pledge',
  round: (number: number) => `Round ${number}`,
  unprintable:
    'The name or the statement holds a sign that no font here can print, or is too long for the page. Write to the campaign: it can add the font.',
  notices: {
    sent: 'Your work was sent in. We write to you as soon as there is a decision.',
    'taken-back': 'You took your submission back.',
    'appeal-filed': 'Your appeal was sent. Somebody who had no part in the decision looks at it.',
    'appeal-withdrawn': 'You took your appeal back.',
  },
  certified: {
    heading: 'One Mind Certified',
    earlier: 'Certified under an earlier pledge',
    text: (number: string) => `Certificate ${number}. Anyone can check it on this site.`,
    certificate: 'Certificate (PDF)',
    letter: 'Letter of acknowledgment (PDF)',
    verify: 'The page the public sees',
    current: 'What it is worth today, how to stay current, and the recognition kit',
  },
} as const;

export const campaignReviewContent = {
  queueTitle: 'Reviews',
  claim: 'Review this',
  release: 'Give it back to the queue',
  decide: 'Save the decision',
  decisionLabel: 'Your decision',
  decisions: {
    met: 'Met',
    'met-with-remark': 'Met, with a remark',
    returned: 'Returned: something has to be done',
  },
  commentLabel: 'Comment for the agency',
  commentHint: 'When you return a requirement, say what to do, in plain words. A remark needs words too.',
  commentMissing: 'Write what the agency has to do, or what you remark',
  tooLong: 'Shorten this to 4,000 letters or fewer',
  decisionMissing: 'Choose met, met with a remark, or returned',
  finish: 'Finish the review',
  finishHint:
    'If a requirement is returned, everything goes back to the agency. If all are met, a second reviewer decides.',
  approve: 'Approve and certify',
  approveHint: 'The agency is certified, listed and told at once.',
  approveBelow:
    'You decide as the second reviewer. Read everything here; the decision is at the end of the page.',
  sendBack: 'Send back to the first reviewer',
  sendBackHeading: 'Or send it back',
  sendBackNote: 'What the first reviewer has to look at again',
  sendBackMissing: 'Write why you send it back',
  somebodyElseApproves: 'Somebody else must approve it.',
  setAsideHeading: 'Set aside',
  setAsideLead:
    'Whoever decided this has a tie to the agency. It counts no more. It is kept here, and has to be decided anew by somebody without ties.',
  setAsideProofs: (count: number) =>
    count === 1
      ? 'What was found about one proof of the sample'
      : `What was found about ${count} proofs of the sample`,
  setAsideOn: (day: string) => `set aside on ${day}`,
  tied: 'Somebody else must review it.',
  tiesLink: 'Ties you have declared',
  handOver: 'Hand it over',
  handOverHeading: 'Hand it to a colleague',
  handOverLabel: 'Colleague',
  handOverHint: 'Only colleagues who review and have no ties to the agency are here.',
  handOverMissing: 'Choose a colleague',
  nobodyElse: 'No colleague without ties to the agency reviews at the moment.',
  openRequirement: (name: string) => `Open the page of: ${name}`,
  messages: 'Messages',
  sample: 'Sample of the training records',
  dueOn: (day: string) => `The campaign means to answer by ${day}.`,
  answerDueOn: (day: string) => `The agency may answer until ${day}.`,
  changedHeading: 'Changed since the round before',
  nothingChanged: 'Nothing that is kept changed since the round before.',
  appealsHeading: 'Appeals',
  facts: 'Facts when it was sent in',
  evidence: 'Files',
  checklist: (count: number) => `The policy checklist: ${count} elements`,
  elementStatuses: {
    covered: 'Covered',
    partly: 'Partly covered',
    missing: 'Missing',
    'not-applicable': 'Does not apply',
  },
  noEvidence: 'The agency added no files to this requirement.',
  answer: 'The agency’s answer',
  agencyNote: 'The agency’s note',
  hash: 'Fingerprint of the snapshot (SHA-256)',
  earlier: 'Earlier rounds',
  notices: {
    claimed: 'You review this now.',
    released: 'It is back in the queue.',
    decided: 'The decision was saved.',
    returned: 'It went back to the agency, with your comments.',
    closed: 'It came back once more than the agency may answer. The case is closed, and the agency was told.',
    'handed-over': 'Your colleague reviews this now.',
    'appeal-decided': 'The appeal was decided, and the agency was told.',
    'awaiting-approval': 'The review is finished. A second reviewer decides now.',
    approved: 'The agency is certified.',
    'sent-back': 'It went back to the first reviewer.',
  },
} as const;

export function submitRefusalSentence(refusal: SubmitRefusal): string {
  switch (refusal.code) {
    case 'no-active-pledge':
      return agencyReviewContent.notActive;
    case 'already-submitted':
      return 'Your work was sent in already. Wait for the decision.';
    case 'already-certified':
      return 'Your agency is certified already.';
    case 'appeal-waiting':
      return 'Your appeal is being decided. Wait for it, or take it back first.';
    case 'outstanding':
      return agencyReviewContent.outstandingLead;
  }
}

export function reviewRefusalSentence(refusal: ReviewRefusal): string {
  switch (refusal.code) {
    case 'submission-not-found':
      return 'This submission is no longer here. Go back to the list.';
    case 'submission-moved-on':
      return 'Somebody else was faster, or it was taken back. Look at it again.';
    case 'reviewed-anew':
      return 'This was sent back and reviewed again after you opened the page. Read what was decided now, then approve it.';
    case 'not-the-reviewer':
      return 'Somebody else is reviewing this.';
    case 'reviewer-approves-own':
      return ownPartWords(refusal.parts);
    case 'decisions-set-aside':
      return 'Somebody who decided a part of this has a tie to the agency. What they decided was set aside. It has to be decided anew first.';
    case 'has-ties':
      return [...refusal.ties.map((tie) => tieSentences[tie]), campaignReviewContent.tied].join(' ');
    case 'colleague-not-found':
      return campaignReviewContent.handOverMissing;
    case 'allowed-on-appeal':
      return 'An appeal about this requirement was allowed. It counts as met and can’t be returned again.';
    case 'comment-missing':
      return campaignReviewContent.commentMissing;
    case 'sample-speaks-against':
      return `The sampled records don’t show yet that this is met: ${refusal.requirements.map((requirement) => requirementNames[requirement]).join(', ')}. Decide about each proof first, or return it.`;
    case 'undecided':
      return `Decide these first: ${refusal.requirements.map((requirement) => requirementNames[requirement]).join(', ')}.`;
  }
}
