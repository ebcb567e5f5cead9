import { addDays, dayIn } from '../../src/calendar/calendar-date.ts';
import type { Transaction } from '../../src/database/acting.ts';
import type { Databases } from '../../src/database/database.ts';
import type { AdmittedFile } from '../../src/files/file-actions.ts';
import type { FileStore } from '../../src/files/file-store.ts';
import { addAction } from '../../src/joint-work/action-item-actions.ts';
import { answerCheckIn } from '../../src/joint-work/check-in-actions.ts';
import type { JointAct } from '../../src/joint-work/joint-act.ts';
import { addTraining } from '../../src/joint-work/joint-training-actions.ts';
import { planMeeting } from '../../src/joint-work/meeting-actions.ts';
import { monthAfter, monthOf } from '../../src/monthly-outcome/month.ts';
import { enterMonth } from '../../src/monthly-outcome/outcome-actions.ts';
import { shareDraft } from '../../src/policy/partner-review-actions.ts';
import type { PolicyId } from '../../src/policy/policy.ts';
import { writeComment } from '../../src/policy/policy-comment-actions.ts';
import { aPolicy } from '../../src/testing/a-policy.ts';
import type { AgencyForTests } from '../../src/testing/an-agency.ts';
import { someStaff } from '../../src/testing/asked-staff.ts';
import { aJointStage, type JointStage } from '../../src/testing/joint-stage.ts';
import { withUploadedFile } from '../../src/testing/received-file.ts';
import { pdfFile } from '../files/tiny-pdf.ts';

/** An agency and a partner that have worked together for a while, and what the addresses of their pages name. */
export interface WorkingPair extends Pick<JointStage, 'agency' | 'partnership'> {
  readonly meeting: string;
  readonly action: string;
  /** The version of the policy that is in effect, and the draft after it. */
  readonly policy: string;
  readonly draft: string;
  /** The last month counted, `2026-03`. */
  readonly month: string;
}

/** Brought about by the program's own actions: how each comes to be is the subject of other journeys. */
export async function aWorkingPair(databases: Databases, files: FileStore): Promise<WorkingPair> {
  const agreement = await keptPdf(files, 'agreement.pdf', 'Agreement of both sides');
  const stage = await aJointStage(databases, { agreement });
  const { agency, partnership } = stage;
  const ids = await stage.on('agency', workTogether);
  for (const side of ['agency', 'partner'] as const) await stage.on(side, sayHowItGoes);
  for (const family of ['Bustamante', 'Quillfeather-Ostrander', 'Nakagawa']) await someStaff(agency, family);
  const { id: policy } = await aPolicy(agency, {
    document: await keptPdf(files, 'policy.pdf', 'Calls of people in crisis'),
  });
  const { id: draft } = await aPolicy(agency, {
    document: await keptPdf(files, 'policy.pdf', 'Calls of people in crisis, with telehealth'),
    until: 'checked',
  });
  value(await agency.as((tx) => shareDraft(tx, agency.act())));
  await comment(stage, draft);
  return { agency, partnership, ...ids, policy, draft, month: await countMonths(agency) };
}

/** A document whose content is in the site's store, as if it had been sent there. */
function keptPdf(files: FileStore, name: string, words: string): Promise<AdmittedFile> {
  return withUploadedFile(pdfFile(name, words).buffer, name, async ({ path, sha256, size }) => {
    await files.keep(path, sha256);
    return { name, sha256, size, mediaType: 'application/pdf', store: async () => undefined };
  });
}

async function workTogether(tx: Transaction, act: JointAct) {
  const today = dayIn(act.partnership.agency.timeZone, act.now);
  const plan = {
    title: 'How the night calls went in the last three months',
    day: addDays(today, 7),
    startsAt: '09:00',
    endsAt: '10:30',
    place: 'Training room 2 behind the county courthouse',
    link: '',
    agenda: 'The times of the night team, and who holds its telephone at weekends',
  };
  const meeting = value(await planMeeting(tx, act, plan, today));
  const errand = { what: 'Put the night number on the officers’ cards', ownerName: 'Ingrid Salcedo' };
  const due = { ownerSide: 'partner', dueOn: addDays(today, -3) } as const;
  const action = value(await addAction(tx, act, { ...errand, ...due }, meeting));
  const taught = { course: 'Talking with people who hear voices', taughtBy: 'Ingrid Salcedo', attended: 14 };
  const held = { heldOn: addDays(today, -40), taughtBySide: 'partner' } as const;
  value(await addTraining(tx, act, { ...taught, ...held }, { session: undefined, today }));
  return { meeting, action };
}

async function sayHowItGoes(tx: Transaction, act: JointAct): Promise<void> {
  const answer = {
    ratings: { respect: 4, reach: 3, handover: 5, meetings: 2, 'people-helped': 4 },
    goingWell: 'Handing over takes minutes now, where it took hours.',
    wouldHelp: 'One number for the night that both sides know by heart.',
    isLiaisonInPlace: true,
  } as const;
  const today = dayIn(act.partnership.agency.timeZone, act.now);
  value(await answerCheckIn(tx, act, { revision: 0, answer, today }));
}

async function comment({ partnership }: JointStage, policy: PolicyId): Promise<void> {
  const act = { ...partnership.act(), personName: partnership.representative.name };
  const present = await partnership.now();
  const said = { policy, code: 'definitions', text: 'Please say what a crisis is in plain words.' } as const;
  value(await partnership.as((tx) => writeComment(tx, act, present, said)));
}

/** Eight months up to the last whole one. Answers the last. */
async function countMonths(agency: AgencyForTests): Promise<string> {
  const today = dayIn(agency.agency.timeZone, new Date());
  const last = monthAfter(monthOf(today), -1);
  for (let before = 0; before < 8; before += 1) {
    const counts = { 'mental-health-calls': 31 - before, 'uses-of-force': before % 4, arrests: 6 + before };
    const entry = { month: monthAfter(last, -before), revision: 0, entry: { counts, notCounted: [] } };
    value(await agency.as((tx) => enterMonth(tx, agency.agency.id, entry, today)));
  }
  return last;
}

function value<Value>(
  outcome:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly refusal: { readonly code: string } },
): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`The pair was refused: ${outcome.refusal.code}`);
}
