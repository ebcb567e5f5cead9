import { type Context, Hono } from 'hono';
import { listOpenDrafts } from '../agreement/draft-actions.ts';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { findStoredFile } from '../files/file-actions.ts';
import { serveFile } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import { countAwaiting, findGroupOfPartnership } from '../joint-agreement/joint-reading-actions.ts';
import { listPartnersAtAgencyDomain } from '../partner-organization/agency-mail-domain-actions.ts';
import { organizationRoutes } from '../partner-organization/organization-routes.tsx';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { arrangementRoutes } from './arrangement-routes.tsx';
import { EndPartnershipPage } from './end-partnership-page.tsx';
import { partnerRoutes } from './partner-routes.tsx';
import { isLive } from './partnership.ts';
import { mayChangePartnerships, mayReadPartnerships } from './partnership-access.ts';
import { askAgain, endPartnership, findLiveBetween, listPartnerships } from './partnership-actions.ts';
import { reasonForm } from './partnership-form-content.ts';
import { partnershipListAsked } from './partnership-list.ts';
import type { PartnershipOnDay } from './partnership-on-day.ts';
import { PartnershipPage } from './partnership-page.tsx';
import { refusalMessage } from './partnership-refusal-content.ts';
import { PartnershipsPage } from './partnerships-page.tsx';
import { partnershipAt } from './shown-partnership-routes.ts';

/** The partnerships of an agency, and the pages of partner organizations. */
export function partnershipRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', organizationRoutes())
    .route('/', arrangementRoutes())
    .route('/', agencySideRoutes())
    .route('/', partnerRoutes());
}

function agencySideRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/partnerships', mayReadPartnerships, async (c) => {
    const { agency, acting, deps } = c.var;
    const asked = partnershipListAsked(c.req.query());
    const range = { ...asked, limit: asked.pageSize, offset: (asked.page - 1) * asked.pageSize };
    const { list, drafts, waitingGroups } = await actingAs(deps.db.app, acting, async (tx) => ({
      list: await listPartnerships(tx, { agency: agency.id }, range),
      drafts: mayChange(c) ? await listOpenDrafts(tx, { agency: agency.id, side: 'agency' }) : [],
      waitingGroups: await countAwaiting(tx, { agency: agency.id }),
    }));
    return c.render(
      <PartnershipsPage
        agency={agency}
        {...list}
        drafts={drafts}
        waitingGroups={waitingGroups}
        asked={asked}
        href={pathAndQuery(c)}
        now={deps.now()}
        mayChange={mayChange(c)}
        notice={c.req.query('done')}
      />,
    );
  });

  routes.get('/workspace/:agency/partnerships/:id', mayReadPartnerships, async (c) => {
    const partnership = await ofAgency(c, c.req.param('id'));
    return answer(c, partnership);
  });

  routes.get('/workspace/:agency/partnerships/:id/agreement', mayReadPartnerships, async (c) => {
    const { agency, acting, deps } = c.var;
    const { agreement } = await ofAgency(c, c.req.param('id'));
    const file =
      agreement && (await actingAs(deps.db.app, acting, (tx) => findStoredFile(tx, agency.id, agreement.id)));
    if (!file) throw new NotFound();
    return serveFile(deps.files, file);
  });

  routes.post(
    '/workspace/:agency/partnerships/:id/ask-again',
    mayChangePartnerships,
    smallBody,
    async (c) => {
      const { acting, deps, viewer } = c.var;
      const { id, partner, representativeEmail } = await ofAgency(c, c.req.param('id'));
      const typed = partner.isClaimed ? undefined : representativeEmail;
      await takeMailAttempts(deps.db.app, viewer.person, typed);
      const outcome = await actingAs(deps.db.app, acting, (tx) => askAgain(tx, agencyAct(c.var), id));
      if (!outcome.ok) return answerRefused(c, id, refusalMessage(outcome.refusal));
      deps.mailPosted();
      return c.redirect(`${basePath(c)}/${id}?done=again`, 303);
    },
  );

  routes.get('/workspace/:agency/partnerships/:id/end', mayChangePartnerships, async (c) => {
    const partnership = await ofAgency(c, c.req.param('id'));
    if (!isLive(partnership)) return c.redirect(`${basePath(c)}/${partnership.id}`, 303);
    return c.render(<EndPartnershipPage agency={c.var.agency} partnership={partnership} reason="" />);
  });

  routes.post('/workspace/:agency/partnerships/:id/end', mayChangePartnerships, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const partnership = await ofAgency(c, c.req.param('id'));
    const fields = await readForm(c);
    const form = parseForm(reasonForm, fields);
    if (!form.ok) {
      c.status(422);
      const reason = sentText(fields, 'reason');
      return c.render(
        <EndPartnershipPage agency={agency} partnership={partnership} reason={reason} errors={form.errors} />,
      );
    }
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      endPartnership(tx, agencyAct(c.var), partnership.id, form.value),
    );
    if (!outcome.ok) return answerRefused(c, partnership.id, refusalMessage(outcome.refusal));
    deps.mailPosted();
    return c.redirect(`${basePath(c)}/${partnership.id}?done=ended`, 303);
  });

  return routes;
}

function ofAgency(c: Context<AgencyEnv>, id: string): Promise<PartnershipOnDay> {
  return partnershipAt(c.var.deps, c.var.acting, { agency: c.var.agency.id }, id);
}

function mayChange(c: Context<AgencyEnv>): boolean {
  return c.var.agency.roles.includes('coordinator');
}

function basePath(c: Context<AgencyEnv>): string {
  return `/workspace/${c.var.agency.slug}/partnerships`;
}

function pathAndQuery(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

/** Shows the partnership as it is now, with why the act was refused. */
async function answerRefused(c: Context<AgencyEnv>, id: string, errors: FormErrors) {
  const partnership = await ofAgency(c, id);
  c.status(422);
  return answer(c, partnership, errors);
}

async function answer(c: Context<AgencyEnv>, partnership: PartnershipOnDay, errors?: FormErrors) {
  const { agency, acting, deps } = c.var;
  const { group, atDomain, goesOnIn } = await actingAs(deps.db.app, acting, async (tx) => ({
    group: await findGroupOfPartnership(tx, partnership.id),
    atDomain: await listPartnersAtAgencyDomain(tx, agency.id),
    goesOnIn: isLive(partnership) ? undefined : await findLiveBetween(tx, partnership),
  }));
  return c.render(
    <PartnershipPage
      agency={agency}
      partnership={partnership}
      group={group}
      goesOnIn={goesOnIn}
      atDomain={atDomain.find((one) => one.partnership === partnership.id)}
      today={dayIn(agency.timeZone, deps.now())}
      mayChange={mayChange(c)}
      notice={errors ? undefined : c.req.query('done')}
      errors={errors}
    />,
  );
}
