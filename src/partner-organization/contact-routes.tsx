import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, smallBody } from '../http/form.ts';
import type { PartnerEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import type { ConflictField } from '../uswds/edit-conflict.tsx';
import { contactForm, typedContact, typedContactFromSent } from './contact-form.ts';
import type { ContactFacts, PartnerContact, PartnerContactId } from './partner-contact.ts';
import { speaksForOrganization } from './partner-organization-access.ts';
import { addContact, changeContact, findContact, removeContact } from './profile-actions.ts';
import { profileContent } from './profile-content.ts';
import { ContactPage } from './profile-form-pages.tsx';

const base = '/partner/:partner/profile/contacts';

/** The people of an organization whom agencies turn to. */
export function contactRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get(`${base}/new`, speaksForOrganization, (c) =>
    c.render(<ContactPage partner={c.var.partner} contact={undefined} values={typedContactFromSent({})} />),
  );

  routes.post(`${base}/new`, speaksForOrganization, smallBody, async (c) => {
    const { partner, acting, deps } = c.var;
    const fields = await readForm(c);
    const form = parseForm(contactForm, fields);
    if (!form.ok) {
      c.status(422);
      const values = typedContactFromSent(fields);
      return c.render(<ContactPage {...{ partner, contact: undefined, values, errors: form.errors }} />);
    }
    const { revision: _none, ...facts } = form.value;
    await actingAs(deps.db.app, acting, (tx) => addContact(tx, partner.id, facts));
    return c.redirect(profilePath(c, 'contact-added'), 303);
  });

  routes.get(`${base}/:contact`, speaksForOrganization, async (c) => {
    const contact = await contactAt(c);
    return c.render(<ContactPage partner={c.var.partner} contact={contact} values={typedContact(contact)} />);
  });

  routes.post(`${base}/:contact`, speaksForOrganization, smallBody, async (c) => {
    const { partner, acting, deps } = c.var;
    const contact = await contactAt(c);
    const fields = await readForm(c);
    const values = typedContactFromSent(fields);
    const form = parseForm(contactForm, fields);
    if (!form.ok) {
      c.status(422);
      return c.render(<ContactPage {...{ partner, contact, values, errors: form.errors }} />);
    }
    const { revision, ...facts } = form.value;
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      changeContact(tx, partner.id, { id: contact.id, revision }, facts),
    );
    if (!outcome.ok) {
      if (outcome.refusal.code === 'contact-not-found') throw new NotFound();
      const { now } = outcome.refusal;
      c.status(422);
      const conflict = contactConflict(facts, now);
      return c.render(<ContactPage {...{ partner, contact: now, values, conflict }} />);
    }
    return c.redirect(profilePath(c, 'contact-changed'), 303);
  });

  routes.post(`${base}/:contact/remove`, speaksForOrganization, smallBody, async (c) => {
    const { partner, acting, deps } = c.var;
    const id = pathId<PartnerContactId>(c, 'contact');
    const outcome = await actingAs(deps.db.app, acting, (tx) => removeContact(tx, partner.id, id));
    if (!outcome.ok) throw new NotFound();
    return c.redirect(profilePath(c, 'contact-removed'), 303);
  });

  return routes;
}

function profilePath(c: Context<PartnerEnv>, done: keyof typeof profileContent.done): string {
  return `/partner/${c.var.partner.id}/profile?done=${done}`;
}

async function contactAt(c: Context<PartnerEnv>): Promise<PartnerContact> {
  const { partner, acting, deps } = c.var;
  const id = pathId<PartnerContactId>(c, 'contact');
  const found = await actingAs(deps.db.app, acting, (tx) => findContact(tx, partner.id, id));
  if (!found) throw new NotFound();
  return found;
}

function contactConflict(yours: ContactFacts, now: ContactFacts): readonly ConflictField[] {
  const words = profileContent.contacts;
  return (['name', 'role', 'phone', 'email'] as const)
    .map((field) => ({ label: words[field], yours: yours[field] ?? '', now: now[field] ?? '' }))
    .filter((field) => field.yours !== field.now);
}
