import type { KnownPerson } from '../identity/person-actions.ts';
import type { SubmissionId } from '../review/submission.ts';
import { decideProof } from '../snapshot/decide-proof-actions.ts';
import { sampleStanding } from '../snapshot/sample-standing-actions.ts';
import { showProof } from '../snapshot/show-proof-actions.ts';
import { act, asAgency, type DemoAgency } from './demo-pledge.ts';
import { admitted } from './demo-proof.ts';
import { as, daysBefore, type Stage, value } from './demo-stage.ts';

/** The agency shows proof for what was drawn, so many days ago; only the first `few` of it when that is given. */
export async function showProofs(
  stage: Stage,
  made: DemoAgency,
  id: SubmissionId,
  shown: number,
  few = Number.POSITIVE_INFINITY,
): Promise<void> {
  const title = 'Certificates of attendance';
  const file = await admitted(stage, 'certificates.pdf', title, [
    made.agency.name,
    'Signed by the instructor.',
  ]);
  const showing = act(stage, made, made.coordinator, daysBefore(stage, shown));
  await asAgency(stage, made, async (tx) => {
    const standing = await sampleStanding(tx, id);
    const wanted = standing.is === 'none' ? 0 : standing.wanted;
    for (let place = 1; place <= Math.min(wanted, few); place += 1) {
      value(await showProof(tx, showing, { submission: id, place }, { file }));
    }
  });
}

/** The reviewer finds that every proof holds. */
export async function acceptProofs(
  stage: Stage,
  reviewer: KnownPerson,
  id: SubmissionId,
  decided: number,
): Promise<void> {
  const { siteUrl, campaign } = stage.deps.config;
  const reviewing = { person: reviewer.id, now: daysBefore(stage, decided), siteUrl, campaign };
  await as(stage, { as: 'campaign', person: reviewer.id }, async (tx) => {
    const proofs = await tx
      .selectFrom('sample_proof')
      .select(['id', 'place'])
      .where('submission_id', '=', id)
      .orderBy('place')
      .execute();
    for (const { id: proof, place } of proofs) {
      const found = { proof, decision: 'accepted', word: '' } as const;
      value(await decideProof(tx, reviewing, { submission: id, place }, found));
    }
  });
}
