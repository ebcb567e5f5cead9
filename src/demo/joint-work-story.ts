import { addDays } from '../calendar/calendar-date.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { KnownPerson } from '../identity/person-actions.ts';
import { addAction, dropAction, finishAction } from '../joint-work/action-item-actions.ts';
import type { Attendee } from '../joint-work/attendee.ts';
import { answerCheckIn } from '../joint-work/check-in-actions.ts';
import { halfYearBefore, halfYearOf } from '../joint-work/half-year.ts';
import type { JointAct } from '../joint-work/joint-act.ts';
import { addTraining } from '../joint-work/joint-training-actions.ts';
import type { MeetingId, MeetingPlan } from '../joint-work/meeting.ts';
import { cancelMeeting, holdMeeting, planMeeting } from '../joint-work/meeting-actions.ts';
import type { Partnership, Side } from '../partnership/partnership.ts';
import { listPartnerships } from '../partnership/partnership-actions.ts';
import { asAgency, type DemoAgency } from './demo-pledge.ts';
import { dayBefore, daysBefore, type Stage, value, words } from './demo-stage.ts';

/** Runs an act of one side, so many days ago. */
type On = <Result>(
  side: Side,
  days: number,
  work: (tx: Transaction, act: JointAct) => Promise<Result>,
) => Promise<Result>;

/** Two years of working together in little: meetings, what was decided there, a training, and how both say it goes. */
export async function jointWork(
  stage: Stage,
  made: DemoAgency,
  speaker: KnownPerson | undefined,
): Promise<void> {
  const asked = { search: '', sort: 'name', direction: 'ascending', limit: 10, offset: 0 } as const;
  const { partnerships } = await asAgency(stage, made, (tx) =>
    listPartnerships(tx, { agency: made.agency.id }, asked),
  );
  const partnership = partnerships.find(({ state }) => state.is === 'active');
  if (!partnership || !speaker) return;
  const on = actsOf(stage, made, partnership, speaker);
  const first = await held(stage, on, partnership, { days: 205, title: 'First quarterly meeting' });
  const second = await held(stage, on, partnership, { days: 96, title: 'Quarterly meeting' });
  await calendar(stage, on);
  await decided(stage, on, first, second);
  await saidHowItGoes(stage, on);
}

function actsOf(stage: Stage, made: DemoAgency, partnership: Partnership, speaker: KnownPerson): On {
  return (side, days, work) => {
    const by = side === 'agency' ? made.coordinator : speaker;
    const letter = { now: daysBefore(stage, days), ...words(stage) };
    const act = { side, partnership, person: by.id, personName: by.name, ...letter };
    const acting =
      side === 'agency'
        ? ({ as: 'agency', agency: made.agency.id, person: by.id } as const)
        : ({ as: 'partner', partner: partnership.partner.id, person: by.id } as const);
    return actingAs(stage.deps.db.app, acting, (tx) => work(tx, act));
  };
}

const room: Pick<MeetingPlan, 'startsAt' | 'endsAt' | 'place' | 'link'> = {
  startsAt: '09:00',
  endsAt: '10:30',
  place: 'Community room, police station',
  link: '',
};

async function held(
  stage: Stage,
  on: On,
  { arrangement }: Partnership,
  meeting: { readonly days: number; readonly title: string },
): Promise<MeetingId> {
  const { days, title } = meeting;
  const day = dayBefore(stage, days);
  const agenda = 'Calls of the last quarter, in numbers\nWhat was hard\nTraining dates';
  const plan = { ...room, title, day, agenda };
  const id = await on('agency', days + 20, async (tx, act) =>
    value(await planMeeting(tx, act, plan, dayBefore(stage, days + 20))),
  );
  const attendees: readonly Attendee[] = [
    { side: 'agency', name: arrangement.agencyContact.name, role: 'coordinator' },
    { side: 'agency', name: 'Prudence Okafor', role: 'dispatch supervisor' },
    { side: 'partner', name: arrangement.partnerContact.name, role: 'director' },
    { side: 'partner', name: 'Anselm Whitlock', role: 'mobile team lead' },
  ];
  const minutes =
    'Handover at the receiving facility takes 25 minutes on most days, longer at night.\nDispatch wants the crisis line’s number on every screen.\nThe next class of first aid is taught together.';
  await on('partner', days - 1, async (tx, act) =>
    value(
      await holdMeeting(tx, act, id, {
        revision: 1,
        content: { ...plan, minutes, attendees },
        today: dayBefore(stage, days - 1),
      }),
    ),
  );
  return id;
}

/** One meeting ahead, and one that was called off. */
async function calendar(stage: Stage, on: On): Promise<void> {
  const coming = {
    ...room,
    title: 'Quarterly meeting',
    day: dayBefore(stage, -16),
    agenda: 'Night handovers',
  };
  await on('partner', 6, async (tx, act) => value(await planMeeting(tx, act, coming, dayBefore(stage, 6))));
  const off = { ...room, title: 'Walk through the facility', day: dayBefore(stage, 24), agenda: '' };
  await on('agency', 40, async (tx, act) => {
    const id = value(await planMeeting(tx, act, off, dayBefore(stage, 40)));
    value(await cancelMeeting(tx, act, id, { revision: 1, reason: 'The facility is being painted.' }));
  });
}

async function decided(stage: Stage, on: On, first: MeetingId, second: MeetingId): Promise<void> {
  const add = (days: number, what: string, side: Side, dueIn: number, meeting: MeetingId) =>
    on('agency', days, async (tx, act) =>
      value(
        await addAction(
          tx,
          act,
          { what, ownerSide: side, ownerName: '', dueOn: dayBefore(stage, dueIn) },
          meeting,
        ),
      ),
    );
  const screens = await add(
    204,
    'Put the crisis line’s number on every dispatch screen',
    'agency',
    180,
    first,
  );
  await on('agency', 170, async (tx, act) => value(await finishAction(tx, act, screens, { revision: 1 })));
  const cards = await add(204, 'Print pocket cards', 'partner', 150, first);
  const reason = 'The county prints them for everybody.';
  await on('partner', 160, async (tx, act) =>
    value(await dropAction(tx, act, cards, { revision: 1, reason })),
  );
  await add(95, 'Name a nurse who takes handovers at night', 'partner', 9, second);
  await add(95, 'Choose eight officers for the spring class', 'agency', -21, second);
  const training = {
    course: 'Mental Health First Aid for Public Safety',
    heldOn: dayBefore(stage, 62),
    taughtBySide: 'both',
    taughtBy: '',
    attended: 14,
  } as const;
  await on('partner', 60, async (tx, act) =>
    value(await addTraining(tx, act, training, { session: undefined, today: dayBefore(stage, 60) })),
  );
}

/** Both answered for the half-year before, and the partner for this one: the agency's answer is still to come. */
async function saidHowItGoes(stage: Stage, on: On): Promise<void> {
  const today = dayBefore(stage, 0);
  const before = addDays(halfYearBefore(halfYearOf(today)).endsOn, -12);
  const answer = (side: Side, day: typeof today, texts: { goingWell: string; wouldHelp: string }) =>
    on(side, 0, async (tx, act) => {
      const now = new Date(`${day}T15:00:00Z`);
      const ratings = {
        respect: side === 'agency' ? 5 : 4,
        reach: side === 'agency' ? 4 : 3,
        handover: 3,
        meetings: 4,
        'people-helped': 4,
      } as const;
      const given = { ratings, ...texts, isLiaisonInPlace: true };
      value(await answerCheckIn(tx, { ...act, now }, { revision: 0, answer: given, today: day }));
    });
  await answer('agency', before, {
    goingWell: 'Officers know whom to call, and the mobile team comes.',
    wouldHelp: 'A shorter wait at the receiving facility.',
  });
  await answer('partner', before, {
    goingWell: 'Officers stay calm and wait with us.',
    wouldHelp: 'A call before arrival, so that a bed is ready.',
  });
  await answer('partner', today, {
    goingWell: 'The class we taught together changed how handovers go.',
    wouldHelp: 'One number at the agency that is answered at night.',
  });
}
