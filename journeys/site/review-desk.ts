import type { Campaign } from '../../src/demo/demo-campaign.ts';
import { asAgency, type DemoAgency } from '../../src/demo/demo-pledge.ts';
import { review, submit } from '../../src/demo/demo-review.ts';
import { as, daysBefore, type Stage, value } from '../../src/demo/demo-stage.ts';
import { afterReturn, layDownWords } from '../../src/demo/review-story.ts';
import { showProofs } from '../../src/demo/sample-story.ts';
import { listAppeals } from '../../src/review/appeal-actions.ts';
import { claimReview, decideRequirement, reviewActOf } from '../../src/review/review-actions.ts';
import type { SubmissionId } from '../../src/review/submission.ts';
import { declareTie } from '../../src/review/tie-actions.ts';
import { writeAsReviewer, writeToReviewers } from '../../src/review-case/message-actions.ts';
import { listPhrasings } from '../../src/review-case/phrasing-actions.ts';
import { decideProof } from '../../src/snapshot/decide-proof-actions.ts';
import type { JourneyAgency } from '../agency.ts';
import { campaignPeople } from './campaign-people.ts';
import { closedCase } from './closed-case.ts';
import { completeAgency } from './complete-agency.ts';
import { proposedCourses } from './proposed-courses.ts';
import { type RecognizedAgencies, recognizedAgencies } from './recognized-agencies.ts';

/** A case and whose it is, as the addresses of its pages name them. */
export interface CaseAtHand {
  readonly slug: string;
  readonly submission: SubmissionId;
  readonly of: JourneyAgency;
}

/** Cases of the campaign as far as cases get, each of an agency of its own; the first one's reviewers meet all of them. */
export interface ReviewDesk {
  /** Late, with words in both threads, some decisions, and a sample of which one record was asked for again. */
  readonly reviewing: CaseAtHand;
  readonly approving: CaseAtHand;
  /** Of what was returned one part is appealed, the other isn't. */
  readonly returned: CaseAtHand & { readonly appeal: string };
  readonly closed: CaseAtHand;
  readonly phrasing: string;
  /** A course that waits for the campaign's answer, proposed by the agency under review. */
  readonly course: string;
  readonly recognized: RecognizedAgencies;
}

/** Brought about by the program's own actions, as the demonstration is. */
export async function aReviewDesk(
  stage: Stage,
  named: (place: string) => JourneyAgency,
): Promise<ReviewDesk> {
  const first = named('Upper Cottonwood and Larkspur Falls');
  const campaign = await campaignPeople(stage, first);
  await layDownWords(stage, campaign);
  const complete = async (of: JourneyAgency) => ({ of, made: await completeAgency(stage, campaign, of) });
  const begun = await complete(first);
  const reviewing = at(begun, await halfReviewed(stage, campaign, begun.made));
  const found = await complete(named('Tern Harbor'));
  const approving = at(found, await submit(stage, found.made, 9, ''));
  await review(stage, campaign, found.made, approving.submission, 2);
  const sentBack = await complete(named('Quarry Lake'));
  const returned = at(sentBack, await submit(stage, sentBack.made, 30, 'The liaison answers questions.'));
  await review(stage, campaign, sentBack.made, returned.submission, 12, askedFor);
  await afterReturn(stage, campaign, sentBack.made, returned.submission, 12);
  const [appeal] = await asAgency(stage, sentBack.made, (tx) => listAppeals(tx, sentBack.made.agency.id));
  const late = await complete(named('Osprey Point'));
  const closed = at(late, await closedCase(stage, campaign, late.made));
  const [phrasing] = await as(stage, { as: 'campaign', person: campaign.reviewer.id }, async (tx) => {
    const asked = { search: '', show: 'in-use', limit: 1, offset: 0 } as const;
    return (await listPhrasings(tx, asked)).phrasings;
  });
  if (!appeal || !phrasing) throw new Error('The stories have an appeal and phrasings.');
  return {
    reviewing,
    approving,
    returned: { ...returned, appeal: appeal.id },
    closed,
    phrasing: phrasing.id,
    course: await proposedCourses(stage, campaign, begun.made),
    recognized: await recognizedAgencies(stage, campaign),
  };
}

const askedFor = new Map([
  ['policy', 'Section 5 names no facility that receives people. Add it, and the statute it rests on.'],
  ['partnership', 'The agreement is unsigned by the center. Upload the signed page.'],
] as const);

function at(
  { of, made }: { readonly of: JourneyAgency; readonly made: DemoAgency },
  submission: SubmissionId,
): CaseAtHand {
  return { slug: made.agency.slug, submission, of };
}

async function halfReviewed(stage: Stage, campaign: Campaign, made: DemoAgency): Promise<SubmissionId> {
  const id = await submit(
    stage,
    made,
    20,
    'Everything is in place. The liaison answers questions at any time.',
  );
  const { reviewer, administrator } = campaign;
  const reviewing = reviewActOf(stage.deps.config, reviewer.id, daysBefore(stage, 18));
  const asReviewer = { as: 'campaign', person: reviewer.id } as const;
  await as(stage, asReviewer, async (tx) => value(await claimReview(tx, reviewing, id)));
  await showProofs(stage, made, id, 17, 3);
  await as(stage, asReviewer, async (tx) => {
    const said = (
      requirement: 'partnership' | 'policy',
      decision: 'met' | 'met-with-remark',
      comment: string,
    ) => decideRequirement(tx, reviewing, id, { requirement, decision, comment });
    value(await said('partnership', 'met', ''));
    value(await said('policy', 'met-with-remark', 'Number the pages when you next revise it.'));
    const proofs = tx.selectFrom('sample_proof').select(['id', 'place']).where('submission_id', '=', id);
    for (const { id: proof, place } of await proofs.execute()) {
      if (place === 3) continue;
      const word = place === 1 ? '' : 'The scan cuts off the name of the course.';
      const decision = place === 1 ? 'accepted' : 'asked-again';
      value(await decideProof(tx, reviewing, { submission: id, place }, { proof, decision, word }));
    }
    const text = 'Which of the two agreements on file is the one in force?';
    value(await writeAsReviewer(tx, reviewing, { submission: id, thread: 'shared', text }));
    const note = 'The county attorney says that both are. I wait for the letter.';
    value(await writeAsReviewer(tx, reviewing, { submission: id, thread: 'internal', text: note }));
  });
  await asAgency(stage, made, async (tx) => {
    const { id: person, name: personName } = made.coordinator;
    const { siteUrl, campaign: words } = stage.deps.config;
    const now = daysBefore(stage, 16);
    const writing = { agency: made.agency.id, person, personName, now, siteUrl, campaign: words.name };
    const text = 'The newer one. The older one is kept because the council asked for it.';
    value(await writeToReviewers(tx, writing, { caseId: id, text }));
  });
  await as(stage, { as: 'campaign', person: administrator.id }, async (tx) => {
    const declaring = reviewActOf(stage.deps.config, administrator.id, stage.now);
    const about = 'My sister works in its records office.';
    value(await declareTie(tx, declaring, { agency: made.agency.name, about }));
  });
  return id;
}
