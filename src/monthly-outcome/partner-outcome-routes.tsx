import { Hono } from 'hono';
import { agreementStanding } from '../agreement/agreement-standing.ts';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { partnershipAt } from '../partnership/shown-partnership-routes.ts';
import { noErrors } from '../uswds/form-errors.ts';
import { withQuery } from '../uswds/query-string.ts';
import { askedView } from './asked-view-form.ts';
import { monthAfter, monthOf, yearOf } from './month.ts';
import { readsPartnersOutcomes } from './outcome-access.ts';
import { yearsWithCounts } from './outcome-view.ts';
import { viewOutcomes } from './outcome-view-actions.ts';
import { PartnerOutcomePage, PartnerOutcomesClosedPage } from './partner-outcome-page.tsx';

/** What the people of a partner see of the agency's counts while the agreement is in effect; nothing once its term has ended. */
export function partnerOutcomeRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/partner/:partner/partnerships/:id/outcomes', readsPartnersOutcomes, async (c) => {
    const { partner, acting, deps } = c.var;
    const partnership = await partnershipAt(deps, acting, { partner: partner.id }, c.req.param('id'));
    const { agency } = partnership;
    const today = dayIn(agency.timeZone, deps.now());
    const standing = agreementStanding(partnership, today);
    if (standing !== 'active' && standing !== 'due-for-review')
      return c.render(<PartnerOutcomesClosedPage {...{ partner, partnership, standing }} />);
    const { asked, errors, typed } = askedView(c.req.query());
    const view = await actingAs(deps.db.app, acting, (tx) =>
      viewOutcomes(tx, agency.id, asked, today, 'counts-alone'),
    );
    const latest = monthOf(today);
    const years = yearsWithCounts(view.counts, latest);
    const year = years.find((one) => String(one) === c.req.query('year')) ?? yearOf(monthAfter(latest, -1));
    const { pathname, search } = new URL(c.req.url);
    if (errors !== noErrors) c.status(422);
    return c.render(
      <PartnerOutcomePage
        {...{ partner, partnership, view, year, years, typed, errors }}
        href={(changes) => withQuery(pathname + search, changes)}
      />,
    );
  });

  return routes;
}
