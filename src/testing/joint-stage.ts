import type { Transaction } from '../database/acting.ts';
import type { Databases } from '../database/database.ts';
import type { JointAct } from '../joint-work/joint-act.ts';
import type { Side } from '../partnership/partnership.ts';
import { type APartnership, aPartnership, type PartnershipForTests } from './a-partnership.ts';
import { type AgencyForTests, anAgency } from './an-agency.ts';

/** An agency and a partner whose partnership is confirmed, and ways to act on either side of it. */
export interface JointStage {
  readonly agency: AgencyForTests;
  readonly partnership: PartnershipForTests;
  /** Runs an act of one side in its own transaction, on the partnership as it is then. */
  on<Result>(
    side: Side,
    work: (tx: Transaction, act: JointAct) => Promise<Result>,
    now?: Date,
  ): Promise<Result>;
}

export async function aJointStage(
  databases: Databases,
  wanted: APartnership & { readonly agency?: AgencyForTests } = {},
): Promise<JointStage> {
  const agency = wanted.agency ?? (await anAgency(databases));
  const partnership = await aPartnership(databases, agency, wanted);
  return {
    agency,
    partnership,
    async on(side, work, now = new Date()) {
      const present = await partnership.now();
      const letter = { now, siteUrl: 'http://onemind.test', campaign: 'One Mind Campaign' };
      if (side === 'agency') {
        const { id, name } = agency.coordinator;
        const act = { side, partnership: present, person: id, personName: name, ...letter };
        return agency.as((tx) => work(tx, act));
      }
      const { id, name } = partnership.representative;
      const act = { side, partnership: present, person: id, personName: name, ...letter };
      return partnership.as((tx) => work(tx, act));
    },
  };
}
