import { fileAppeal } from '../review/appeal-actions.ts';
import { reviewActOf } from '../review/review-actions.ts';
import type { SubmissionId } from '../review/submission.ts';
import { writeAsReviewer, writeToReviewers } from '../review-case/message-actions.ts';
import type { PhrasingWords } from '../review-case/phrasing.ts';
import { addPhrasing } from '../review-case/phrasing-actions.ts';
import type { Campaign } from './demo-campaign.ts';
import { act, asAgency, type DemoAgency } from './demo-pledge.ts';
import { as, daysBefore, type Stage, value } from './demo-stage.ts';

const phrasings: readonly PhrasingWords[] = [
  {
    requirement: 'partnership',
    title: 'Signed page is missing',
    text: 'The agreement has no signed page. Upload the whole document with the signatures of both sides.',
  },
  {
    requirement: 'policy',
    title: 'Name the facility',
    text: 'Name the facility that receives people, and the statute that custody rests on.',
  },
  {
    requirement: undefined,
    title: 'Say where it is',
    text: 'Say on which page of which file we find it.',
  },
];

/** Words that the campaign's reviewers use again. */
export async function layDownWords(stage: Stage, campaign: Campaign): Promise<void> {
  const writing = { person: campaign.reviewer.id, now: daysBefore(stage, 300) };
  await as(stage, { as: 'campaign', person: campaign.reviewer.id }, async (tx) => {
    for (const words of phrasings) await addPhrasing(tx, writing, words);
  });
}

/** What is said after work came back: a question, an answer, a note among colleagues, and an appeal that waits. */
export async function afterReturn(
  stage: Stage,
  campaign: Campaign,
  made: DemoAgency,
  id: SubmissionId,
  returned: number,
): Promise<void> {
  const day = (later: number) => daysBefore(stage, Math.max(0, returned - later));
  const writing = (later: number) => act(stage, made, made.coordinator, day(later));
  await asAgency(stage, made, async (tx) => {
    const text = 'Does the facility need to be in our county? Ours is in the next one.';
    value(await writeToReviewers(tx, writing(1), { caseId: id, text }));
  });
  await as(stage, { as: 'campaign', person: campaign.reviewer.id }, async (tx) => {
    const replying = reviewActOf(stage.deps.config, campaign.reviewer.id, day(2));
    const answer = 'No. Name it with its county, and how officers get there.';
    value(await writeAsReviewer(tx, replying, { submission: id, thread: 'shared', text: answer }));
    const note = 'I asked the center itself about the signature; it will write to us.';
    value(await writeAsReviewer(tx, replying, { submission: id, thread: 'internal', text: note }));
  });
  await asAgency(stage, made, async (tx) => {
    const grounds = 'The signed page is the last page of the file. It was scanned after the annexes.';
    value(await fileAppeal(tx, writing(4), { submission: id, requirement: 'partnership', grounds }));
  });
}
