import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentList, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import type { PolicyId } from '../policy/policy.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import type { RollCallId } from './acknowledgment.ts';
import { mayHoldRollCall } from './acknowledgment-access.ts';
import { askedVersion, listAskedStaff, listUnitsAndShifts } from './acknowledgment-actions.ts';
import {
  acknowledgmentContent,
  acknowledgmentRefusalSentence,
  versionWords,
} from './acknowledgment-content.ts';
import { askedQuery } from './acknowledgment-query.ts';
import { basePath, todayOf } from './acknowledgment-request-routes.ts';
import { holdRollCall, rollCallSize, undoRollCall } from './roll-call-actions.ts';
import { RollCallPage } from './roll-call-page.tsx';

/** As many as fit one screen after another without losing the place. */
const pageSize = 100;
const uuid = z.uuid();

/** Names ticked in presence of a supervisor, and taken back right after. */
export function rollCallRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/policy/acknowledgments/roll-call';

  routes.get(base, mayHoldRollCall, (c) => answer(c, c.req.query()));

  routes.post(base, mayHoldRollCall, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const fields = await readForm(c);
    const ticked = sentList(fields, 'staff').filter((id) => uuid.safeParse(id).success);
    const given = {
      policy: sentText(fields, 'policy') as PolicyId,
      staff: ticked.slice(0, pageSize) as StaffId[],
    };
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      holdRollCall(tx, agencyAct(c.var), given, todayOf(c)),
    );
    const where = whereOf((name) => sentText(fields, name));
    if (!outcome.ok) {
      const errors = { staff: acknowledgmentRefusalSentence(outcome.refusal) };
      return answer(c, { ...where, page: sentText(fields, 'page') }, { ticked, errors });
    }
    return c.redirect(rollCallPath(c, { ...where, held: outcome.value.id }), 303);
  });

  routes.post(`${base}/:id/undo`, mayHoldRollCall, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const id = pathId<RollCallId>(c, 'id');
    const fields = await readForm(c);
    const outcome = await actingAs(deps.db.app, acting, (tx) => undoRollCall(tx, agencyAct(c.var), id));
    const where = whereOf((name) => sentText(fields, name));
    if (!outcome.ok)
      return answer(c, where, { errors: { form: acknowledgmentRefusalSentence(outcome.refusal) } });
    return c.redirect(rollCallPath(c, { ...where, done: 'undone' }), 303);
  });

  return routes;
}

type Query = Readonly<Record<string, string>>;

function whereOf(text: (name: string) => string): Query {
  const where = ['unit', 'shift', 'search'].map((name) => [name, text(name)]);
  return Object.fromEntries(where.filter(([, value]) => value));
}

function rollCallPath(c: Context<AgencyEnv>, query: Query): string {
  return `${basePath(c)}/roll-call${Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ''}`;
}

async function answer(
  c: Context<AgencyEnv>,
  query: Query,
  again: { readonly ticked?: readonly string[]; readonly errors?: FormErrors } = {},
): Promise<Response> {
  const { agency, acting, deps, viewer } = c.var;
  const { unit, shift, search, page } = askedQuery.parse(query);
  const heldId = uuid.safeParse(query.held);
  const shown = await actingAs(deps.db.app, acting, async (tx) => {
    const asked = await askedVersion(tx, agency.id, todayOf(c));
    if (!asked) return undefined;
    const selection = askedQuery.parse({ unit, shift, search });
    const id = heldId.success ? (heldId.data as RollCallId) : undefined;
    return {
      asked,
      held: id && { id, size: await rollCallSize(tx, agency.id, id) },
      ...(await listUnitsAndShifts(tx, agency.id, asked.about)),
      ...(await listAskedStaff(tx, agency.id, asked.about, {
        ...selection,
        limit: pageSize,
        offset: (page - 1) * pageSize,
      })),
    };
  });
  if (!shown) return c.redirect(basePath(c), 303);
  const { asked, ...rest } = shown;
  if (again.errors) c.status(422);
  const where = whereOf((name) => query[name] ?? '');
  return c.render(
    <RollCallPage
      {...rest}
      agency={agency}
      version={versionWords(asked.policy)}
      policy={asked.policy.id}
      documentHref={`/workspace/${agency.slug}/policy/versions/${asked.policy.id}/document`}
      supervisor={viewer.name || viewer.email}
      unit={unit}
      shift={shift}
      search={search}
      page={page}
      pageSize={pageSize}
      href={rollCallPath(c, { ...where, page: String(page) })}
      ticked={again.ticked ?? []}
      notice={query.done === 'undone' ? acknowledgmentContent.rollCall.undone : undefined}
      errors={again.errors}
    />,
  );
}
