import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { typedDays } from './record-date-form.ts';
import { RecordDatePage } from './record-date-page.tsx';
import { type Days, unreadableDates } from './record-dates.ts';
import { confirmCompletion, findUndatedRecord, takeDates } from './record-dates-actions.ts';
import { reviewContent } from './review-content.ts';
import { personPath } from './review-pages.tsx';
import type { StoredRecord } from './stored-record.ts';
import { mayChangeTraining } from './training-access.ts';

const { errors: messages } = reviewContent.dates;

/** Dates of a record that can't be read as written: taken for what they evidently mean, or typed. */
export function recordDateRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const path = '/workspace/:agency/training/review/date';

  routes.get(path, mayChangeTraining, async (c) => {
    const personKey = c.req.query('key') ?? '';
    const record = await recordAt(c, c.req.query('record') ?? '');
    if (unreadableDates(record.notes).length === 0) return c.redirect(backFrom(c, personKey), 303);
    return answer(c, record, personKey, {});
  });

  routes.post(path, mayChangeTraining, smallBody, async (c) => {
    const { agency, deps } = c.var;
    const fields = await readForm(c);
    const personKey = sentText(fields, 'key');
    const record = await recordAt(c, sentText(fields, 'record'));
    if (sentText(fields, 'typed') !== 'yes') return take(c, record, personKey, undefined);
    const today = dayIn(agency.timeZone, deps.now());
    const typed = typedDays(unreadableDates(record.notes), fields, today);
    if (typed.ok) return take(c, record, personKey, typed.value);
    const errors = Object.fromEntries(typed.refusal.fields.map((field) => [field, messages[field]]));
    c.status(422);
    return answer(c, record, personKey, fields, errors);
  });

  routes.post('/workspace/:agency/training/review/confirm', mayChangeTraining, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const fields = await readForm(c);
    const record = await recordAt(c, sentText(fields, 'record'));
    const today = dayIn(agency.timeZone, deps.now());
    // One that lies ahead still stays in the list, which says so.
    await actingAs(deps.db.app, acting, (tx) => confirmCompletion(tx, agency.id, record.id, today));
    return c.redirect(`${backFrom(c, '')}&done=confirmed`, 303);
  });

  return routes;
}

async function recordAt(c: Context<AgencyEnv>, id: string): Promise<StoredRecord> {
  const { agency, acting, deps } = c.var;
  const record = z.uuid().safeParse(id).success
    ? await actingAs(deps.db.app, acting, (tx) => findUndatedRecord(tx, agency.id, id))
    : undefined;
  if (!record) throw new NotFound();
  return record;
}

async function take(
  c: Context<AgencyEnv>,
  { id }: StoredRecord,
  personKey: string,
  days: Days | undefined,
): Promise<Response> {
  const { agency, acting, deps } = c.var;
  const outcome = await actingAs(deps.db.app, acting, (tx) =>
    takeDates(tx, agency.id, id, days, dayIn(agency.timeZone, deps.now())),
  );
  if (!outcome.ok && outcome.refusal.code === 'record-not-found') throw new NotFound();
  // Taken by two people at once is taken: both see it so.
  return c.redirect(personKey === '' ? `${backFrom(c, '')}&done=date` : backFrom(c, personKey), 303);
}

function backFrom(c: Context<AgencyEnv>, personKey: string): string {
  const base = `/workspace/${c.var.agency.slug}/training/review`;
  return personKey === '' ? `${base}?show=doubtful` : personPath(base, personKey);
}

function answer(
  c: Context<AgencyEnv>,
  record: StoredRecord,
  personKey: string,
  fields: FormFields,
  errors?: Readonly<Record<string, string>>,
) {
  const typed = Object.fromEntries(Object.keys(messages).flatMap((name) => typedOf(fields, name)));
  return c.render(
    <RecordDatePage
      agency={c.var.agency}
      record={record}
      personKey={personKey}
      back={backFrom(c, personKey)}
      typed={typed}
      {...(errors ? { errors } : {})}
    />,
  );
}

function typedOf(fields: FormFields, name: string): readonly (readonly [string, string])[] {
  return fields[name] === undefined ? [] : [[name, sentText(fields, name)]];
}
