import { recordAudit } from '../audit/audit.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import type { Transaction } from '../database/acting.ts';
import { postMail } from '../mail/mail.ts';
import { agencyLeaders } from '../pledge/agency-leader-actions.ts';
import type { SubmissionId } from '../review/submission.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { decisiveRecords, drawSample, newSeed, type SampledRecord } from './draw-sample.ts';
import { nextDraw, sizeOfDraw } from './sample-draw.ts';
import { sampleWantedMail } from './sample-mail-content.ts';
import { furthestPlace } from './sample-standing.ts';
import { insertSample } from './sample-store.ts';
import { insertPeople, insertPseudonymKey } from './snapshot-store.ts';
import type { TakenSnapshot } from './take-snapshot-actions.ts';

/**
 * Keeps the people and the key beside a submission that was just sent in, draws the sample of its records, and tells the
 * agency what to show. `agency` is how its mail names and finds it.
 */
export async function keepTakenSnapshot(
  tx: Transaction,
  act: AgencyAct,
  id: SubmissionId,
  agency: { readonly name: string; readonly slug: string },
  taken: TakenSnapshot,
): Promise<void> {
  const of = { agency: act.agency, id };
  await insertPeople(tx, of, taken);
  await insertPseudonymKey(tx, of, taken.known.key);
  const rules = campaignRules(taken.snapshot.rules);
  const source = { rules, asOf: taken.snapshot.asOf, people: taken.people };
  const decisive = decisiveRecords(source);
  const records = decisive.length;
  if (records === 0) return;
  const fresh = { seed: newSeed(), drawnFor: taken.sha256 };
  const draw = nextDraw(taken.earlier, decisive, fresh, taken.failedBefore);
  const size = sizeOfDraw(rules.sampling, records, draw);
  const sample = {
    ...draw,
    seed: Buffer.from(draw.seed),
    carried: draw.carried.length,
    records,
    size,
    drawnAt: act.now,
  };
  const drawn = drawSample(source, draw, furthestPlace(rules.sampling, sample));
  await insertSample(
    tx,
    of,
    sample,
    drawn.map((record) => ({ ...record, ...meantBy(record, taken) })),
  );
  const { seed, drawnFor, draws, carried, gone, failedBefore, failedGone } = sample;
  const told = { drawnFor, records, size, draws, carried, gone, failedBefore, failedGone };
  const details = { seed: seed.toString('hex'), ...told };
  await recordAudit(
    tx,
    { agency: act.agency },
    { action: 'sample-drawn', subject: { kind: 'submission', id }, details },
  );
  const url = `${act.siteUrl}/workspace/${agency.slug}/review/sample`;
  const mail = sampleWantedMail({ agency: agency.name, campaign: act.campaign, url, wanted: sample.size });
  const { emails } = await agencyLeaders(tx, act.agency);
  for (const to of emails) await postMail(tx, { ...mail, to });
}

function meantBy({ person, record }: SampledRecord, { known }: TakenSnapshot) {
  const staff = known.staff.get(person.id);
  const recordId = known.records.get(record.ref);
  if (!staff || !recordId) throw new Error('A drawn record belongs to nobody who was gathered.');
  return { staff, recordId };
}
