import { askedVersion, listAskedStaff } from '../acknowledgment/acknowledgment-actions.ts';
import { askedQuery } from '../acknowledgment/acknowledgment-query.ts';
import { holdRollCall } from '../acknowledgment/roll-call-actions.ts';
import { act, asAgency, type DemoAgency } from './demo-pledge.ts';
import { dayBefore, daysBefore, type Stage, value } from './demo-stage.ts';

/** Roll calls, one a shift, at which nearly everybody acknowledges the policy. Days ago; the policy is in effect by then. */
export async function rollCalls(stage: Stage, made: DemoAgency, held: number): Promise<void> {
  for (const [place, shift] of ['Day', 'Evening', 'Night'].entries()) {
    const today = dayBefore(stage, held - place);
    const calling = act(stage, made, made.coordinator, daysBefore(stage, held - place));
    await asAgency(stage, made, async (tx) => {
      const asked = await askedVersion(tx, made.agency.id, today);
      if (!asked) return;
      const page = { ...askedQuery.parse({ shift }), limit: 500, offset: 0 };
      const { people } = await listAskedStaff(tx, made.agency.id, asked.about, page);
      // One in nine was off that day.
      const staff = people.filter((_, index) => index % 9 !== 4).map(({ id }) => id);
      if (staff.length > 0) value(await holdRollCall(tx, calling, { policy: asked.policy.id, staff }, today));
    });
  }
}
