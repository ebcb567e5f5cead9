import type { Context } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import type { ConflictField } from '../uswds/edit-conflict.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { checklistOf, listAnswers, policyDesk } from './policy-actions.ts';
import { listComments } from './policy-comment-actions.ts';
import { policyLife } from './policy-life.ts';
import { VersionPage } from './version-page.tsx';

const uuid = z.uuid();

/** The version that an address names, among all of the agency; to everybody else it does not exist. */
export async function versionAt(c: Context<AgencyEnv>, id: string) {
  const { agency, acting, deps } = c.var;
  if (!uuid.safeParse(id).success) throw new NotFound();
  const { versions } = await actingAs(deps.db.app, acting, (tx) => policyDesk(tx, agency.id));
  const policy = versions.find((version) => version.id === id);
  if (!policy) throw new NotFound();
  return { policy, versions };
}

/** Shows a version with its comments; a refused answer comes back as it was typed. */
export async function answerVersion(
  c: Context<AgencyEnv>,
  id: string,
  refused?: {
    readonly typed: { readonly id: string; readonly text: string };
    readonly errors: FormErrors;
    readonly conflict?: readonly ConflictField[] | undefined;
  },
): Promise<Response> {
  const { agency, acting, deps } = c.var;
  const { policy, versions } = await versionAt(c, id);
  const shown = await actingAs(deps.db.app, acting, async (tx) => ({
    elements: await checklistOf(tx, agency.id),
    answers: await listAnswers(tx, agency.id, policy.id),
    comments: await listComments(tx, agency.id, policy.id),
  }));
  if (refused) c.status(422);
  const base = `/workspace/${agency.slug}/policy`;
  const answering = {
    action: `${base}/comments`,
    typed: refused?.typed,
    errors: refused?.errors ?? noErrors,
  };
  return c.render(
    <VersionPage
      agency={agency}
      policy={policy}
      life={policyLife(policy, versions, dayIn(agency.timeZone, deps.now()))}
      {...shown}
      answering={
        agency.roles.some((role) => role === 'coordinator' || role === 'executive') ? answering : undefined
      }
      conflict={refused?.conflict}
      changesHref={versions.at(-1)?.id === policy.id ? undefined : `${base}/versions/${policy.id}/changes`}
      notice={refused ? undefined : c.req.query('done')}
    />,
  );
}
