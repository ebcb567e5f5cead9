import { Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { addPersonByHand, changePersonByHand, type EnteredPerson } from './person-by-hand-actions.ts';
import { PersonFormPage } from './person-form-page.tsx';
import { mayChangeRoster, mayReadRoster } from './roster-access.ts';
import { findStaff, rehireStaffMember, separateStaffMember } from './roster-actions.ts';
import { separationForm, staffForm, staffFormValues } from './roster-form.ts';
import { staffRefusalSentence, rosterWords as words } from './roster-page-content.ts';
import { type PersonContext, personPath, showPerson } from './shown-person-routes.tsx';
import type { StaffId, StaffMember } from './staff-member.ts';

/** People one by one: added, looked at, changed, separated and put back on staff. */
export function personRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/roster/people';

  routes.get(`${base}/new`, mayChangeRoster, (c) => showNew(c, {}));

  routes.post(`${base}/new`, mayChangeRoster, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const fields = await readForm(c);
    const form = parseForm(staffForm, fields);
    if (!form.ok) return showNew(c, textsOf(fields), form.errors);
    const entered = await actingAs(deps.db.app, acting, (tx) => addPersonByHand(tx, agency.id, form.value));
    return c.redirect(enteredPath(agency.slug, entered, 'added'), 303);
  });

  routes.get(`${base}/:id`, mayReadRoster, (c) => showPerson(c, pathId<StaffId>(c, 'id')));

  routes.get(`${base}/:id/change`, mayChangeRoster, async (c) => {
    const member = await knownMember(c);
    return showChange(c, member, staffFormValues(member));
  });

  routes.post(`${base}/:id/change`, mayChangeRoster, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const member = await knownMember(c);
    const fields = await readForm(c);
    const form = parseForm(staffForm, fields);
    if (!form.ok) return showChange(c, member, textsOf(fields), form.errors);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      changePersonByHand(tx, agency.id, member.id, form.value),
    );
    if (!outcome.ok) throw new NotFound();
    return c.redirect(enteredPath(agency.slug, outcome.value, 'changed'), 303);
  });

  routes.post(`${base}/:id/separate`, mayChangeRoster, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const id = pathId<StaffId>(c, 'id');
    const fields = await readForm(c);
    const form = parseForm(separationForm, fields);
    const lastDay = sentText(fields, 'on');
    if (!form.ok) return showPerson(c, id, { errors: form.errors, lastDay });
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      separateStaffMember(tx, agency.id, id, form.value.on),
    );
    if (outcome.ok) return c.redirect(`${personPath(agency.slug, id)}?done=separated`, 303);
    return showPerson(c, id, { errors: { on: staffRefusalSentence(outcome.refusal) }, lastDay });
  });

  routes.post(`${base}/:id/rehire`, mayChangeRoster, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const id = pathId<StaffId>(c, 'id');
    const outcome = await actingAs(deps.db.app, acting, (tx) => rehireStaffMember(tx, agency.id, id));
    if (!outcome.ok && outcome.refusal.code === 'staff-not-found') throw new NotFound();
    // Put back by two people at once is put back: both see the person on staff.
    return c.redirect(`${personPath(agency.slug, id)}?done=rehired`, 303);
  });

  return routes;
}

async function knownMember(c: PersonContext): Promise<StaffMember> {
  const { agency, acting, deps } = c.var;
  const id = pathId<StaffId>(c, 'id');
  const member = await actingAs(deps.db.app, acting, (tx) => findStaff(tx, agency.id, id));
  if (!member) throw new NotFound();
  return member;
}

function enteredPath(slug: string, { id, matched }: EnteredPerson, done: 'added' | 'changed'): string {
  return `${personPath(slug, id)}?done=${done}${matched > 0 ? `&matched=${matched}` : ''}`;
}

type Texts = Readonly<Record<string, string>>;

function showNew(c: PersonContext, values: Texts, errors?: FormErrors) {
  return showForm(c, words.add, `/workspace/${c.var.agency.slug}/roster`, values, errors);
}

function showChange(c: PersonContext, { id }: StaffMember, values: Texts, errors?: FormErrors) {
  return showForm(c, words.change, personPath(c.var.agency.slug, id), values, errors);
}

function showForm(c: PersonContext, title: string, back: string, values: Texts, errors?: FormErrors) {
  if (errors) c.status(422);
  return c.render(
    <PersonFormPage
      agency={c.var.agency}
      title={title}
      action={c.req.path}
      back={back}
      values={values}
      {...(errors ? { errors } : {})}
    />,
  );
}

function textsOf(fields: FormFields): Texts {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, sentText(fields, name)]));
}
