import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { findStaff, listStaff } from '../roster/roster-actions.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { rulesOf } from './coverage-actions.ts';
import { catchUpWithDecisions, recognizerOf } from './judging-actions.ts';
import { matchAgain, matchByHand, setAside, undoMatch } from './match-actions.ts';
import { qualifyRecord } from './qualifying-record.ts';
import { recordDateRoutes } from './record-date-routes.tsx';
import { listDoubtfulRecords, listRecordsOfWritten } from './record-store.ts';
import { matchRefusalSentence, reviewContent } from './review-content.ts';
import { personPath, ReviewPage } from './review-pages.tsx';
import { listQueue } from './review-queue-store.ts';
import { isSetAsideReason } from './set-aside.ts';
import { mayChangeTraining } from './training-access.ts';
import { WrittenPersonPage } from './written-person-page.tsx';

const pageSize = 50;
const recordsShown = 50;
const peopleFound = 20;
const notices: Readonly<Record<string, string>> = reviewContent.notices;

const reviewQuery = z.object({
  show: z.enum(['waiting', 'doubtful', 'decided']).catch('waiting'),
  search: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

type ReviewContext = Context<AgencyEnv>;

/** The queue of records that wait for somebody, and what somebody can say about them. */
export function reviewRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/training/review';

  routes.get(base, mayChangeTraining, async (c) => {
    const { agency, acting, deps } = c.var;
    const query = reviewQuery.parse(c.req.query());
    const today = dayIn(agency.timeZone, deps.now());
    const page = { limit: pageSize, offset: (query.page - 1) * pageSize };
    const props = await actingAs(deps.db.app, acting, async (tx) => {
      await catchUpWithDecisions(tx, agency.id);
      const rules = await rulesOf(tx, agency.id);
      if (query.show !== 'doubtful') {
        const queue = await listQueue(tx, agency.id, { ...page, shown: query.show, search: query.search });
        return { rules, doubtful: [], ...queue };
      }
      const recognize = await recognizerOf(tx, agency.id);
      const { records, total } = await listDoubtfulRecords(tx, agency.id, page);
      const doubtful = records.map((record) => ({
        record,
        qualifying: qualifyRecord(record, { today, recognize }),
      }));
      return { rules, doubtful, entries: [], total };
    });
    return c.render(
      <ReviewPage
        {...props}
        agency={agency}
        shown={query.show}
        search={query.search}
        page={query.page}
        pageSize={pageSize}
        href={hrefOf(c.req.url)}
        notice={notices[c.req.query('done') ?? '']}
      />,
    );
  });

  routes.get(`${base}/person`, mayChangeTraining, (c) =>
    showPerson(c, c.req.query('key') ?? '', c.req.query('search')?.trim().slice(0, 100) ?? ''),
  );

  routes.post(`${base}/match`, mayChangeTraining, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const fields = await readForm(c);
    const key = sentText(fields, 'key');
    const staff = z.uuid().safeParse(sentText(fields, 'staff'));
    if (!staff.success) return showPerson(c, key, '', { form: reviewContent.person.search });
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      matchByHand(tx, agency.id, key, staff.data, viewer.person),
    );
    if (outcome.ok) return c.redirect(`${reviewPath(c)}?done=matched`, 303);
    return showPerson(c, key, '', { form: matchRefusalSentence(outcome.refusal) });
  });

  routes.post(`${base}/set-aside`, mayChangeTraining, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const fields = await readForm(c);
    const [key, reason] = [sentText(fields, 'key'), sentText(fields, 'reason')];
    if (!isSetAsideReason(reason))
      return showPerson(c, key, '', { reason: reviewContent.person.reasonMissing });
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      setAside(tx, agency.id, key, reason, viewer.person),
    );
    if (outcome.ok) return c.redirect(`${reviewPath(c)}?done=set-aside`, 303);
    return showPerson(c, key, '', { form: matchRefusalSentence(outcome.refusal) });
  });

  routes.post(`${base}/undo`, mayChangeTraining, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const key = sentText(await readForm(c), 'key');
    const outcome = await actingAs(deps.db.app, acting, (tx) => undoMatch(tx, agency.id, key));
    if (outcome.ok) return c.redirect(`${personPath(reviewPath(c), key)}`, 303);
    return showPerson(c, key, '', { form: matchRefusalSentence(outcome.refusal) });
  });

  routes.post(`${base}/again`, mayChangeTraining, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    await actingAs(deps.db.app, acting, (tx) => matchAgain(tx, agency.id));
    return c.redirect(`${reviewPath(c)}?done=again`, 303);
  });

  return routes.route('/', recordDateRoutes());
}

function reviewPath(c: Pick<ReviewContext, 'var'>): string {
  return `/workspace/${c.var.agency.slug}/training/review`;
}

async function showPerson(c: ReviewContext, personKey: string, search: string, errors?: FormErrors) {
  const { agency, acting, deps } = c.var;
  const today = dayIn(agency.timeZone, deps.now());
  const props = await actingAs(deps.db.app, acting, async (tx) => {
    const { entries } = await listQueue(tx, agency.id, {
      shown: 'all',
      search: '',
      personKey,
      limit: 1,
      offset: 0,
    });
    const [entry] = entries;
    if (!entry) throw new NotFound();
    const recognize = await recognizerOf(tx, agency.id);
    const records = await listRecordsOfWritten(tx, agency.id, personKey, recordsShown);
    const candidates = [];
    for (const candidate of entry.candidates) {
      const member = await findStaff(tx, agency.id, candidate.staffId);
      if (member) candidates.push({ member, candidate });
    }
    const found = search
      ? await listStaff(tx, agency.id, {
          search,
          kind: undefined,
          standing: 'all',
          today,
          sort: 'name',
          descending: false,
          limit: peopleFound,
          offset: 0,
        })
      : { members: [] };
    return {
      rules: await rulesOf(tx, agency.id),
      entry,
      records: records.map((record) => ({ record, qualifying: qualifyRecord(record, { today, recognize }) })),
      candidates,
      chosen: entry.staffId ? await findStaff(tx, agency.id, entry.staffId) : undefined,
      found: found.members,
    };
  });
  if (errors) c.status(422);
  return c.render(
    <WrittenPersonPage {...props} agency={agency} search={search} {...(errors ? { errors } : {})} />,
  );
}

function hrefOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
