import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveStep } from '../../agreement/draft-actions.ts';
import { proposeChange } from '../../agreement/negotiation-actions.ts';
import { addDays, dayIn } from '../../calendar/calendar-date.ts';
import type { Transaction } from '../../database/acting.ts';
import type { AdmittedFile } from '../../files/file-actions.ts';
import type { FileStore } from '../../files/file-store.ts';
import { addAction } from '../../joint-work/action-item-actions.ts';
import { answerCheckIn } from '../../joint-work/check-in-actions.ts';
import type { JointAct } from '../../joint-work/joint-act.ts';
import { addTraining } from '../../joint-work/joint-training-actions.ts';
import { changeMeeting, planMeeting } from '../../joint-work/meeting-actions.ts';
import { confirmPartnership } from '../../partnership/partner-answer-actions.ts';
import type { Side } from '../../partnership/partnership.ts';
import { memorandumTerms } from '../a-memorandum.ts';
import { anArrangement, type PartnershipForTests } from '../a-partnership.ts';
import type { AgencyForTests } from '../an-agency.ts';
import { aJointStage } from '../joint-stage.ts';
import type { TestApp } from '../test-app.ts';

/** An agency and an organization with something of everything two can have together, each text with the pair's word. */
export interface FilledPair {
  readonly word: string;
  readonly agency: AgencyForTests;
  readonly partnership: PartnershipForTests;
  /** What the addresses of its pages name, beside the agency, the organization and the partnership. */
  readonly ids: Readonly<Record<'meeting' | 'action' | 'training', string>>;
}

/** Every text that a filled pair holds; a test that never finds one of them looks at too little. */
export const pairTexts = [
  'purpose',
  'services',
  'agency contact',
  'partner contact',
  'paper',
  'record',
  'role',
  'custody',
  'note',
  'signer',
  'meeting',
  'room',
  'agenda',
  'minutes',
  'attendee',
  'action',
  'owner',
  'course',
  'teacher',
  'going well',
  'would help',
  'draft',
] as const;

/** Fills a pair up to where the second version of its agreement waits for the side that did not propose it. */
export async function fillPair(
  app: TestApp,
  given: {
    readonly word: string;
    readonly agency: AgencyForTests;
    readonly organizationOf?: PartnershipForTests;
    readonly name?: string;
    /** Who proposes the version that waits. */
    readonly proposer: Side;
  },
): Promise<FilledPair> {
  const { word, agency, proposer } = given;
  const says = (what: (typeof pairTexts)[number]) => `${word} ${what}`;
  const arrangement = anArrangement({
    purpose: says('purpose'),
    otherServices: says('services'),
    agencyContact: { name: says('agency contact'), email: `${word.toLowerCase()}@agency.test`, phone: '' },
    partnerContact: { name: says('partner contact'), email: `${word.toLowerCase()}@partner.test`, phone: '' },
  });
  const stage = await aJointStage(app.databases, {
    agency,
    ...(given.name ? { name: given.name } : {}),
    ...(given.organizationOf ? { organizationOf: given.organizationOf } : {}),
    arrangement,
    agreement: await storedPaper(app.deps.files, says('paper')),
  });
  const { partnership } = stage;
  const ids = await stage.on('agency', (tx, act) => workTogether(tx, act, says));
  for (const side of ['agency', 'partner'] as const) {
    await stage.on(side, (tx, act) => sayHowItGoes(tx, act, says));
    await stage.on(side, (tx, act) =>
      saveStep(
        tx,
        { agency: agency.agency.id, partner: partnership.partner, side },
        { step: 'training', answers: { training: says('draft') }, shown: 0, by: act.person, at: act.now },
      ),
    );
  }
  const { memorandum } = memorandumTerms({ agencyRole: says('role'), custodyTransfer: says('custody') });
  const signer = { name: says('signer'), title: 'Director' };
  const change = { file: undefined, note: says('note'), renews: false, signer };
  const { revision } = await partnership.now();
  const second = { ...change, revision, terms: { arrangement, memorandum } };
  value(
    await agency.as((tx) => proposeChange(tx, { side: 'agency', act: agency.act() }, partnership.id, second)),
  );
  const record = await storedPaper(app.deps.files, says('record'));
  const shown = { revision: (await partnership.now()).revision, ...signer, isNamedInPublic: false, record };
  value(await partnership.as((tx) => confirmPartnership(tx, partnership.act(), partnership.id, shown)));
  const third = {
    ...change,
    revision: (await partnership.now()).revision,
    terms: { arrangement: { ...arrangement, purpose: `${says('purpose')}, once more` }, memorandum },
  };
  value(
    proposer === 'agency'
      ? await agency.as((tx) =>
          proposeChange(tx, { side: 'agency', act: agency.act() }, partnership.id, third),
        )
      : await partnership.as((tx) =>
          proposeChange(tx, { side: 'partner', act: partnership.act() }, partnership.id, third),
        ),
  );
  return { word, agency, partnership, ids };
}

type Says = (what: (typeof pairTexts)[number]) => string;

async function workTogether(tx: Transaction, act: JointAct, says: Says) {
  const today = dayIn(act.partnership.agency.timeZone, act.now);
  const plan = {
    title: says('meeting'),
    day: today,
    startsAt: '09:00',
    endsAt: '10:00',
    place: says('room'),
    link: '',
    agenda: says('agenda'),
  };
  const meeting = value(await planMeeting(tx, act, plan, today));
  const attendees = [{ side: 'partner', name: says('attendee'), role: '' }] as const;
  const content = { ...plan, minutes: says('minutes'), attendees };
  value(await changeMeeting(tx, act, meeting, { revision: 1, content }));
  const errand = { what: says('action'), ownerSide: 'partner', ownerName: says('owner') } as const;
  const action = value(await addAction(tx, act, { ...errand, dueOn: addDays(today, 3) }, meeting));
  const course = { course: says('course'), heldOn: today, taughtBySide: 'both', attended: 9 } as const;
  const taught = { ...course, taughtBy: says('teacher') };
  const training = value(await addTraining(tx, act, taught, { session: undefined, today }));
  return { meeting, action, training };
}

async function sayHowItGoes(tx: Transaction, act: JointAct, says: Says): Promise<void> {
  const answer = {
    ratings: { respect: 4, reach: 3, handover: 5, meetings: 2, 'people-helped': 4 },
    goingWell: says('going well'),
    wouldHelp: says('would help'),
    isLiaisonInPlace: true,
  } as const;
  const today = dayIn(act.partnership.agency.timeZone, act.now);
  value(await answerCheckIn(tx, act, { revision: 0, answer, today }));
}

/** A document that is in the file store, as if it had been received; it holds its own name. */
export async function storedPaper(files: FileStore, name: string): Promise<AdmittedFile> {
  const content = `%PDF-1.7\n% ${name}\n%%EOF\n`;
  const sha256 = createHash('sha256').update(content).digest('hex');
  return {
    name: `${name}.pdf`,
    sha256,
    size: content.length,
    mediaType: 'application/pdf',
    async store() {
      const folder = await mkdtemp(join(tmpdir(), 'onemind-paper-'));
      await writeFile(join(folder, 'paper'), content);
      await files.keep(join(folder, 'paper'), sha256);
      await rm(folder, { recursive: true });
    },
  };
}

export function value<Value>(
  outcome:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly refusal: { readonly code: string } },
): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`The pair could not be filled: ${outcome.refusal.code}`);
}
