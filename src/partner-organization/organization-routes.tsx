import { Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, parseForm, readForm, sentList, sentText, smallBody } from '../http/form.ts';
import { pageNumber } from '../partnership/partnership-list.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import { AddOrganizationPage, ChooseOrganizationPage } from './choose-organization-page.tsx';
import { addContent } from './organization-content.ts';
import { organizationForm } from './organization-form.ts';
import { mayProposeOrganizations } from './partner-organization-access.ts';
import { addOrganization, listOrganizations } from './partner-organization-actions.ts';

const pageSize = 20;

/** Finding the partner, or adding it. */
export function organizationRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/partnerships/new', mayProposeOrganizations, async (c) => {
    const { agency, acting, deps } = c.var;
    const search = (c.req.query('search') ?? '').trim().slice(0, 200);
    const page = pageNumber(c.req.query('page'));
    const { organizations, total } =
      search === ''
        ? { organizations: [], total: 0 }
        : await actingAs(deps.db.app, acting, (tx) =>
            listOrganizations(tx, search, { limit: pageSize, offset: (page - 1) * pageSize }),
          );
    return c.render(
      <ChooseOrganizationPage
        agency={agency}
        search={search}
        organizations={organizations}
        total={total}
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={`${c.req.path}?search=${encodeURIComponent(search)}`}
      />,
    );
  });

  routes.get('/workspace/:agency/partnerships/add-organization', mayProposeOrganizations, (c) => {
    const name = (c.req.query('name') ?? '').slice(0, 200);
    const values = { name, kinds: [], placesServed: '', website: '' };
    return c.render(<AddOrganizationPage agency={c.var.agency} values={values} />);
  });

  routes.post(
    '/workspace/:agency/partnerships/add-organization',
    mayProposeOrganizations,
    smallBody,
    async (c) => {
      const { agency, acting, deps } = c.var;
      const fields = await readForm(c);
      const form = parseForm(organizationForm, fields);
      if (!form.ok) {
        c.status(422);
        return c.render(<AddOrganizationPage agency={agency} values={kept(fields)} errors={form.errors} />);
      }
      const { another, website, ...rest } = form.value;
      const facts = { ...rest, website };
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        addOrganization(tx, agencyAct(c.var), facts, another === 'yes'),
      );
      if (!outcome.ok) {
        c.status(422);
        return c.render(
          <AddOrganizationPage
            agency={agency}
            values={kept(fields)}
            errors={{ another: addContent.errors.known }}
            known={outcome.refusal.known}
          />,
        );
      }
      return c.redirect(`/workspace/${agency.slug}/partnerships/new/${outcome.value}`, 303);
    },
  );

  return routes;
}

function kept(fields: FormFields) {
  return {
    name: sentText(fields, 'name'),
    kinds: sentList(fields, 'kinds'),
    placesServed: sentText(fields, 'placesServed'),
    website: sentText(fields, 'website'),
  };
}
