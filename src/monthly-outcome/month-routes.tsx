import { type Context, Hono } from 'hono';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import type { ConflictField } from '../uswds/edit-conflict.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { type Month, monthOf, parseMonth } from './month.ts';
import type { OutcomeRefusal, ShownMonth } from './month-entry.ts';
import { goneField, monthFormContent, readMonthForm } from './month-form.ts';
import { MonthPage } from './month-page.tsx';
import { mayChangeOutcomes } from './outcome-access.ts';
import { enterMonth, monthToEnter } from './outcome-actions.ts';
import { impossibleSentence } from './outcome-content.ts';
import type { MonthCounts } from './outcome-counts.ts';
import { outcomeMeasures } from './outcome-measure.ts';
import { outcomesPath } from './outcome-page.tsx';

type MonthContext = Context<AgencyEnv>;
type Typed = Readonly<Record<string, string>>;

/** Entering and correcting the counts of one month by hand. */
export function monthRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const path = '/workspace/:agency/outcomes/months/:month';

  routes.get(path, mayChangeOutcomes, async (c) => {
    const { agency } = c.var;
    const shown = await monthAt(c);
    return c.render(<MonthPage agency={agency} shown={shown} latest={latestOf(c)} />);
  });

  routes.post(path, mayChangeOutcomes, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const shown = await monthAt(c);
    const fields = await readForm(c);
    const form = readMonthForm(fields, shown.counts);
    if (!form.ok) return refuse(c, shown, fields, form.errors);
    const entered = { month: shown.month, revision: form.revision, entry: form.entry };
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      enterMonth(tx, agency.id, entered, dayIn(agency.timeZone, deps.now())),
    );
    if (!outcome.ok) return answerRefusal(c, shown, fields, outcome.refusal);
    const done = outcome.value > 0 ? 'entered' : 'unchanged';
    return c.redirect(`${outcomesPath(agency)}?done=${done}&year=${shown.month.slice(0, 4)}`, 303);
  });

  return routes;
}

function latestOf(c: MonthContext): Month {
  return monthOf(dayIn(c.var.agency.timeZone, c.var.deps.now()));
}

/** The month that the address names; months ahead have no page. */
async function monthAt(c: MonthContext): Promise<ShownMonth> {
  const { agency, acting, deps } = c.var;
  const month = parseMonth(c.req.param('month') ?? '');
  if (!month || month > latestOf(c)) throw new NotFound();
  return actingAs(deps.db.app, acting, (tx) => monthToEnter(tx, agency.id, month));
}

function answerRefusal(c: MonthContext, shown: ShownMonth, fields: FormFields, refusal: OutcomeRefusal) {
  switch (refusal.code) {
    case 'month-changed': {
      const now = { ...shown, counts: refusal.now, revision: refusal.revision };
      c.status(409);
      const props = { typed: typedOver(fields, now.counts), conflict: conflictOf(fields, now.counts) };
      return c.render(<MonthPage agency={c.var.agency} shown={now} latest={latestOf(c)} {...props} />);
    }
    case 'counts-impossible':
      return refuse(
        c,
        shown,
        fields,
        Object.fromEntries(refusal.crossed.map((crossed) => [crossed.measure, impossibleSentence(crossed)])),
      );
    case 'month-not-over':
    case 'setting-changed':
      throw new NotFound();
  }
}

function refuse(c: MonthContext, shown: ShownMonth, fields: FormFields, errors: FormErrors) {
  c.status(422);
  // What was shown stays shown: a change by somebody else is told once the form can be read.
  const asShown = { ...shown, revision: Number(sentText(fields, 'revision')) };
  return c.render(
    <MonthPage
      agency={c.var.agency}
      shown={asShown}
      latest={latestOf(c)}
      typed={typedIn(fields)}
      errors={errors}
    />,
  );
}

function typedIn(fields: FormFields): Typed {
  const names = outcomeMeasures.flatMap(({ measure }) => [measure, goneField(measure)]);
  return Object.fromEntries(names.map((name) => [name, sentText(fields, name)]));
}

/** Everything typed stays; what was left blank takes what somebody else counted meanwhile. */
function typedOver(fields: FormFields, now: MonthCounts): Typed {
  const typed = typedIn(fields);
  const taken = outcomeMeasures.flatMap(({ measure }) =>
    typed[measure] === '' && now[measure] !== undefined && sentText(fields, `shown-${measure}`) !== 'yes'
      ? [[measure, String(now[measure])] as const]
      : [],
  );
  return { ...typed, ...Object.fromEntries(taken) };
}

function conflictOf(fields: FormFields, now: MonthCounts): readonly ConflictField[] {
  return outcomeMeasures.flatMap(({ measure, label }) => {
    const yours = sentText(fields, measure).trim();
    const isNow = now[measure] === undefined ? '' : String(now[measure]);
    if (yours === isNow) return [];
    return [{ label, yours, now: isNow === '' ? monthFormContent.gone : isNow }];
  });
}
