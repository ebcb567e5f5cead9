import { listPartnerships } from '../partnership/partnership-actions.ts';
import { shareDraft } from '../policy/partner-review-actions.ts';
import { policyDesk } from '../policy/policy-actions.ts';
import {
  answerComment,
  listComments,
  settleComment,
  writeComment,
} from '../policy/policy-comment-actions.ts';
import { act, asAgency, type DemoAgency } from './demo-pledge.ts';
import { as, daysBefore, person, type Stage, value, words } from './demo-stage.ts';

/** What a policy of the demonstration says; each line begins with its number, as its sections do. */
export const policyLines = [
  '1. The goal of this order is a safe end to every crisis call through de-escalation.',
  '2. Crisis means any moment in which distress keeps a person from coping without help.',
  '3. Signs may be confusion, hearing voices, or talk of suicide. Officers do not diagnose.',
  '4. Call takers ask about weapons and earlier calls. The dispatcher sends a CIT officer.',
  '5. Officers wait for a second unit, keep their distance, speak calmly and take their time.',
  '6. Officers may leave when staying makes things worse and a sergeant agrees.',
  '7. Officers call the mobile crisis team or a trained officer when calm words do not help.',
  '8. A person in emergency custody goes to the receiving facility by ambulance.',
  '9. Every contact is written up on the crisis form, whatever its outcome.',
  '10. All officers take mental health first aid within a year of hire.',
] as const;

const remarks = [
  {
    code: 'custody-and-transport',
    days: 22,
    text: 'Please name the entrance. At night the front door on Oak Street is locked, and officers ring at the side.',
    answer: 'Thank you. The side entrance and its bell stand in section 8 now.',
  },
  {
    code: 'partner-roles',
    days: 20,
    text: 'Our mobile team is named, but not the hours it keeps. From midnight to six it takes longer.',
    answer: undefined,
  },
] as const;

/** The agency has asked its partner to look at the draft; the partner said two things, and one is settled. */
export async function policyReview(stage: Stage, made: DemoAgency): Promise<void> {
  const { draft, partnership } = await asAgency(stage, made, async (tx) => {
    value(await shareDraft(tx, act(stage, made, made.coordinator, daysBefore(stage, 25))));
    const range = { search: '', sort: 'name', direction: 'ascending', limit: 10, offset: 0 } as const;
    const { partnerships } = await listPartnerships(tx, { agency: made.agency.id }, range);
    const desk = await policyDesk(tx, made.agency.id);
    return { draft: desk.draft, partnership: partnerships.find(({ state }) => state.is === 'active') };
  });
  if (!draft || !partnership) return;
  const { email, name } = partnership.arrangement.partnerContact;
  const speaker = await person(stage, email, name);
  const partner = partnership.partner.id;
  const acting = { as: 'partner', partner, person: speaker.id } as const;
  for (const { code, days, text } of remarks) {
    const now = daysBefore(stage, days);
    const writing = { partner, person: speaker.id, personName: name, now, ...words(stage) };
    const written = { policy: draft.id, code, text };
    value(await as(stage, acting, (tx) => writeComment(tx, writing, partnership, written)));
  }
  await asAgency(stage, made, async (tx) => {
    const comments = await listComments(tx, made.agency.id, draft.id);
    for (const { code, answer } of remarks) {
      const comment = comments.find((one) => one.code === code);
      if (!comment || answer === undefined) continue;
      const answering = act(stage, made, made.coordinator, daysBefore(stage, 18));
      value(await answerComment(tx, answering, comment.id, { text: answer, shownAt: 0 }));
      value(await settleComment(tx, answering, comment.id, true));
    }
  });
}
