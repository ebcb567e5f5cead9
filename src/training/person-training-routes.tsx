import { type Context, Hono } from 'hono';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { findMergedInto } from '../roster/person-merge-actions.ts';
import { findStaff } from '../roster/roster-actions.ts';
import type { StaffId, StaffMember } from '../roster/staff-member.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { rulesOf } from './coverage-actions.ts';
import { enterRecord, removeRecord, restoreRecord, trainingOf } from './person-training-actions.ts';
import { entryRefusalSentence, personTrainingContent } from './person-training-content.ts';
import { recordForm } from './person-training-form.ts';
import { PersonTrainingPage } from './person-training-pages.tsx';
import { RecordFormPage, RemoveRecordPage } from './record-form-pages.tsx';
import { findRecord } from './record-store.ts';
import type { StoredRecord } from './stored-record.ts';
import { mayChangeTraining, mayReadTraining } from './training-access.ts';

const notices: Readonly<Record<string, string>> = personTrainingContent.notices;
const formFields = ['title', 'hours', 'completedOn', 'expiresOn', 'provider', 'result'];

type PersonContext = Context<AgencyEnv>;

/** One person's records: seen, added by hand, removed and put back. */
export function personTrainingRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/training/people/:id';

  routes.get(base, mayReadTraining, async (c) => {
    const { agency, acting, deps } = c.var;
    const today = dayIn(agency.timeZone, deps.now());
    const id = pathId<StaffId>(c, 'id');
    const props = await actingAs(deps.db.app, acting, async (tx) => {
      const member = await findStaff(tx, agency.id, id);
      if (!member) return { mergedInto: await findMergedInto(tx, agency.id, id) };
      return {
        member,
        rules: await rulesOf(tx, agency.id),
        training: await trainingOf(tx, agency.id, member.id, today),
      };
    });
    if ('mergedInto' in props) {
      if (!props.mergedInto) throw new NotFound();
      return c.redirect(`${personTrainingPath(agency.slug, props.mergedInto)}?done=was-merged`, 303);
    }
    const mayChange = agency.roles.some((role) => role === 'coordinator' || role === 'training-officer');
    return c.render(
      <PersonTrainingPage
        {...props}
        agency={agency}
        mayChange={mayChange}
        notice={notices[c.req.query('done') ?? '']}
      />,
    );
  });

  routes.get(`${base}/add`, mayChangeTraining, async (c) => {
    const { agency, acting, deps } = c.var;
    const member = await actingAs(deps.db.app, acting, (tx) => memberIn(c, tx));
    return c.render(<RecordFormPage agency={agency} member={member} values={{}} />);
  });

  routes.post(`${base}/add`, mayChangeTraining, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const id = pathId<StaffId>(c, 'id');
    const fields = await readForm(c);
    const today = dayIn(agency.timeZone, deps.now());
    const form = parseForm(recordForm(today), fields);
    if (!form.ok) return showForm(c, fields, form.errors);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      enterRecord(tx, agency.id, id, form.value, viewer.person, today),
    );
    if (outcome.ok) return c.redirect(`${personTrainingPath(agency.slug, id)}?done=entered`, 303);
    if (outcome.refusal.code === 'staff-not-found') throw new NotFound();
    return showForm(c, fields, { form: entryRefusalSentence(outcome.refusal) });
  });

  routes.get(`${base}/records/:record/remove`, mayChangeTraining, (c) => showRemoval(c, ''));

  routes.post(`${base}/records/:record/remove`, mayChangeTraining, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const [id, record] = [pathId<StaffId>(c, 'id'), pathId<StaffId>(c, 'record')];
    const reason = sentText(await readForm(c), 'reason')
      .trim()
      .slice(0, 500);
    if (reason === '') return showRemoval(c, reason, { reason: personTrainingContent.removeReasonMissing });
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      removeRecord(tx, agency.id, id, record, reason, viewer.person),
    );
    if (!outcome.ok && outcome.refusal.code === 'record-not-found') throw new NotFound();
    // Removed by two people at once is removed: both see it so.
    return c.redirect(`${personTrainingPath(agency.slug, id)}?done=removed`, 303);
  });

  routes.post(`${base}/records/:record/restore`, mayChangeTraining, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const [id, record] = [pathId<StaffId>(c, 'id'), pathId<StaffId>(c, 'record')];
    const outcome = await actingAs(deps.db.app, acting, (tx) => restoreRecord(tx, agency.id, id, record));
    if (!outcome.ok && outcome.refusal.code === 'record-not-found') throw new NotFound();
    return c.redirect(`${personTrainingPath(agency.slug, id)}?done=restored`, 303);
  });

  return routes;
}

function personTrainingPath(slug: string, id: StaffId): string {
  return `/workspace/${slug}/training/people/${id}`;
}

async function memberIn(c: PersonContext, tx: Transaction): Promise<StaffMember> {
  const member = await findStaff(tx, c.var.agency.id, pathId<StaffId>(c, 'id'));
  if (!member) throw new NotFound();
  return member;
}

async function showForm(c: PersonContext, fields: FormFields, errors: FormErrors) {
  const { agency, acting, deps } = c.var;
  const member = await actingAs(deps.db.app, acting, (tx) => memberIn(c, tx));
  c.status(422);
  const values = Object.fromEntries(formFields.map((name) => [name, sentText(fields, name)]));
  return c.render(<RecordFormPage agency={agency} member={member} values={values} errors={errors} />);
}

async function showRemoval(c: PersonContext, reason: string, errors?: FormErrors) {
  const { agency, acting, deps } = c.var;
  const found = await actingAs(deps.db.app, acting, async (tx) => {
    const member = await memberIn(c, tx);
    return { member, record: await recordOf(c, tx, member.id) };
  });
  if (errors) c.status(422);
  return c.render(
    <RemoveRecordPage {...found} agency={agency} reason={reason} {...(errors ? { errors } : {})} />,
  );
}

async function recordOf(c: PersonContext, tx: Transaction, staff: StaffId): Promise<StoredRecord> {
  const record = await findRecord(tx, c.var.agency.id, pathId<StaffId>(c, 'record'));
  if (record?.staffId !== staff || record.removal) throw new NotFound();
  return record;
}
