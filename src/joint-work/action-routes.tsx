import { type Context, Hono } from 'hono';
import { type Acting, actingAs } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { tableDownload } from '../table-export/table-download.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { actionExport } from './action-export-content.ts';
import type { ActionItem, ActionItemId } from './action-item.ts';
import {
  dropAction,
  findAction,
  finishAction,
  listActions,
  listActionsAfter,
  reopenAction,
} from './action-item-actions.ts';
import { actionListContent, actionRefusalMessage, dropActionContent } from './action-item-content.ts';
import { ActionListPage } from './action-list-page.tsx';
import { ActionPage } from './action-page.tsx';
import { reasonText, revisionOnly } from './joint-form.ts';
import { actionList, listAsked } from './joint-list.ts';
import { doors, hrefOf, type JointEnv, jointAct } from './joint-request-routes.ts';
import { listChanges } from './meeting-actions.ts';
import { JointReasonPage } from './reason-page.tsx';

/** The joint list of actions: reading it, doing, dropping and opening again, and as a file. */
export function actionRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const { path, read, change } of doors) {
    routes.get(`${path}/actions`, read, async (c) => {
      const { joint, acting, deps } = c.var;
      const asked = listAsked(c.req.query(), actionList);
      const { list, any } = await actingAs(deps.db.app, acting, async (tx) => ({
        list: await listActions(tx, joint.partnership, asked, joint.today),
        any: await listActionsAfter(tx, joint.partnership, undefined, 1),
      }));
      return c.render(
        <ActionListPage
          place={joint}
          {...list}
          asked={asked}
          hasAny={any.length > 0}
          href={hrefOf(c)}
          notice={c.req.query('done')}
        />,
      );
    });

    routes.get(`${path}/actions/export.csv`, read, async (c) => {
      const { joint, acting, deps, requestId } = c.var;
      const { partnership, today } = joint;
      const name = { agency: partnership.agency.slug, what: 'joint-actions', day: today };
      const rows = allActions(deps.db.app, acting, partnership);
      return tableDownload('csv', name, actionExport(partnership, today), rows, (error) =>
        deps.log.error({ requestId, err: error }, 'download broken off'),
      );
    });

    routes.get(`${path}/actions/:action`, read, (c) => showAction(c));

    for (const [does, act, done] of [
      ['done', finishAction, 'action-done'],
      ['reopen', reopenAction, 'action-reopened'],
    ] as const) {
      routes.post(`${path}/actions/:action/${does}`, change, smallBody, async (c) => {
        const { acting, deps } = c.var;
        const id = pathId<ActionItemId>(c, 'action');
        const shown = revisionOnly.parse(await readForm(c));
        const outcome = await actingAs(deps.db.app, acting, (tx) => act(tx, jointAct(c), id, shown));
        if (!outcome.ok) return showAction(c, { form: actionRefusalMessage(outcome.refusal) });
        return c.redirect(`${actionPath(c, id)}?done=${done}`, 303);
      });
    }

    routes.get(`${path}/actions/:action/drop`, change, async (c) => {
      const action = await actionAt(c);
      if (action.state.is !== 'open') return c.redirect(actionPath(c, action.id), 303);
      return c.render(dropPage(c, action, action.revision, ''));
    });

    routes.post(`${path}/actions/:action/drop`, change, smallBody, async (c) => {
      const { acting, deps } = c.var;
      const action = await actionAt(c);
      const sent = await readForm(c);
      const form = parseForm(reasonText(dropActionContent.error), sent);
      if (!form.ok) {
        c.status(422);
        const shown = Number(sentText(sent, 'revision'));
        return c.render(dropPage(c, action, shown, sentText(sent, 'reason'), form.errors));
      }
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        dropAction(tx, jointAct(c), action.id, form.value),
      );
      if (!outcome.ok)
        return showAction(c, { form: actionRefusalMessage(outcome.refusal) }, form.value.reason);
      return c.redirect(`${actionPath(c, action.id)}?done=action-dropped`, 303);
    });
  }
  return routes;
}

/** The action that the address names, if it is one of this partnership. */
export async function actionAt(c: Context<JointEnv>): Promise<ActionItem> {
  const { joint, acting, deps } = c.var;
  const id = pathId<ActionItemId>(c, 'action');
  const action = await actingAs(deps.db.app, acting, (tx) => findAction(tx, joint.partnership, id));
  if (!action) throw new NotFound();
  return action;
}

export function actionPath(c: Context<JointEnv>, id: ActionItemId): string {
  return `${c.var.joint.base}/actions/${id}`;
}

/** The action as it is now, with why an act was refused. */
export async function showAction(c: Context<JointEnv>, errors?: FormErrors, typed?: string) {
  const { joint, acting, deps } = c.var;
  const action = await actionAt(c);
  const changes = await actingAs(deps.db.app, acting, (tx) => listChanges(tx, joint.partnership, action.id));
  if (errors) c.status(422);
  const notice = errors ? undefined : c.req.query('done');
  return c.render(<ActionPage place={joint} {...{ action, changes, notice, errors, typed }} />);
}

function dropPage(
  c: Context<JointEnv>,
  action: ActionItem,
  revision: number,
  reason: string,
  errors?: FormErrors,
) {
  const { joint } = c.var;
  const here = actionPath(c, action.id);
  return (
    <JointReasonPage
      place={joint}
      section="actions"
      trail={[
        { label: actionListContent.title, href: `${joint.base}/actions` },
        { label: action.what, href: here },
      ]}
      words={dropActionContent}
      action={`${here}/drop`}
      back={here}
      revision={revision}
      reason={reason}
      errors={errors}
    />
  );
}

const actionsAtOnce = 500;

async function* allActions(
  db: Database,
  acting: Acting,
  partnership: Partnership,
): AsyncGenerator<readonly ActionItem[]> {
  let last: ActionItem | undefined;
  do {
    const after = last;
    const page = await actingAs(db, acting, (tx) => listActionsAfter(tx, partnership, after, actionsAtOnce));
    yield page;
    last = page.length === actionsAtOnce ? page.at(-1) : undefined;
  } while (last);
}
