import { Hono } from 'hono';
import { z } from 'zod';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { partings } from './acknowledgment.ts';
import { maySeeAcknowledgments } from './acknowledgment-access.ts';
import { askedVersion, countAcknowledged, listDeparted, listParts } from './acknowledgment-actions.ts';
import { acknowledgmentContent as content } from './acknowledgment-content.ts';
import { askedDay } from './acknowledgment-request-routes.ts';
import { ProgressPage } from './progress-page.tsx';
import { type ImportedList, listImportedLists } from './sign-off-late-actions.ts';

const notices: Readonly<Record<string, string>> = content.notices;
const departedShown = 50;
/** As many lists as an agency imports for one version, and more. */
const listsShown = 20;
const parting = z.enum(partings).catch('unit');

/** How far the agency is. */
export function progressRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/policy/acknowledgments', maySeeAcknowledgments, async (c) => {
    const { agency, acting, deps } = c.var;
    const { day, today, typed, isWrong } = askedDay(c);
    const by = parting.parse(c.req.query('by'));
    const shown = await actingAs(deps.db.app, acting, async (tx) => {
      const asked = await askedVersion(tx, agency.id, day);
      if (!asked) return undefined;
      const figures = await countAcknowledged(tx, agency.id, asked.about);
      const parts = await listParts(tx, agency.id, asked.about, by);
      const departed = await listDeparted(tx, agency.id, asked.about, departedShown);
      const lists = await listImportedLists(tx, agency.id, asked.about.policy, listsShown);
      return { asked, figures, by, parts, departed, lists };
    });
    if (isWrong) c.status(422);
    return c.render(
      <ProgressPage
        agency={agency}
        day={day}
        isToday={day === today}
        dayTyped={isWrong ? typed : ''}
        shown={shown}
        notice={noticeOf(c.req.query('done'), shown?.lists[0])}
        {...(isWrong ? { errors: { day: content.dayError } } : {})}
      />,
    );
  });

  return routes;
}

/** After an import the figures of the list, which is the newest. */
function noticeOf(done = '', newest: ImportedList | undefined): string | undefined {
  return done === 'imported' && newest ? content.importedList(newest) : notices[done];
}
