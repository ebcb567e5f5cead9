import type { Context } from 'hono';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { AgencyEnv, CampaignEnv } from '../http/guard.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { GroupPage } from './group-page.tsx';
import { type JointGroup, missingForOpening } from './joint-agreement.ts';
import { openJointDraft, wholeOfJoint } from './joint-draft-actions.ts';
import type { JointReader } from './joint-frame.tsx';
import { jointListAsked, rangeOf } from './joint-list.ts';
import { addressOf } from './joint-place-routes.ts';
import {
  countProgress,
  findVersion,
  listGroupEvents,
  listMembers,
  listPairsThatWait,
  listPartners,
} from './joint-reading-actions.ts';

/** The group's page for its lead and the campaign: a constant number of queries, however many agencies there are. */
export async function answerGroup(
  c: Context<AgencyEnv> | Context<CampaignEnv>,
  shown: { readonly reader: JointReader; readonly group: JointGroup; readonly mayChange: boolean },
  errors?: FormErrors,
): Promise<Response> {
  const { deps, acting } = c.var;
  const asked = jointListAsked(c.req.query(), ['name', 'state', 'answered']);
  const { group, reader } = shown;
  const read = async (tx: Transaction) => {
    const progress = await countProgress(tx, group);
    const agreement =
      group.version > 0 ||
      (reader.side === 'agency' && wholeOfJoint(await openJointDraft(tx, group)).isComplete);
    return {
      progress,
      missing: missingForOpening({ ...progress, agreement }),
      version: await findVersion(tx, group.id, group.version),
      partners: await listPartners(tx, group.id),
      ...(await listMembers(tx, group.id, rangeOf(asked))),
      waits: await listPairsThatWait(tx, group),
      events: await listGroupEvents(tx, group, 20),
    };
  };
  const found = await actingAs(deps.db.app, acting, read);
  if (errors) c.status(422);
  const done = errors ? undefined : c.req.query('done');
  return c.render(<GroupPage {...shown} {...found} {...{ asked, done, errors }} href={addressOf(c)} />);
}
