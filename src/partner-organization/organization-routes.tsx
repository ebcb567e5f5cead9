import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, parseForm, readForm, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { pageNumber } from '../partnership/partnership-list.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import { AddOrganizationPage } from './add-organization-page.tsx';
import { ChooseOrganizationPage } from './choose-organization-page.tsx';
import { CorrectOrganizationPage } from './correct-organization-page.tsx';
import { factsConflict } from './facts-conflict-content.ts';
import { addContent } from './organization-content.ts';
import { addForm, profileForm, typedFromFacts, typedFromSent } from './organization-form.ts';
import { OrganizationPage } from './organization-page.tsx';
import type { PartnerOrganization } from './partner-organization.ts';
import { mayProposeOrganizations, mayReadOrganizations } from './partner-organization-access.ts';
import { addOrganization, findOrganization, searchOrganizations } from './partner-organization-actions.ts';
import { correctOrganization, listContacts } from './profile-actions.ts';

const pageSize = 20;

/** Finding the partner, adding it, and reading about it. */
export function organizationRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', findingRoutes())
    .route('/', addingRoutes())
    .route('/', correctingRoutes());
}

function findingRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/partnerships/new', mayProposeOrganizations, async (c) => {
    const { agency, acting, deps } = c.var;
    const search = (c.req.query('search') ?? '').trim().slice(0, 200);
    const page = pageNumber(c.req.query('page'));
    const range = { limit: pageSize, offset: (page - 1) * pageSize };
    const { organizations, total } =
      search === ''
        ? { organizations: [], total: 0 }
        : await actingAs(deps.db.app, acting, (tx) => searchOrganizations(tx, search, range));
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

  routes.get(
    '/workspace/:agency/partnerships/organizations/:organization',
    mayReadOrganizations,
    async (c) => {
      const { agency, acting, deps } = c.var;
      const organization = await organizationAt(c);
      const contacts = await actingAs(deps.db.app, acting, (tx) => listContacts(tx, organization.id));
      const mayChange = agency.roles.includes('coordinator');
      return c.render(
        <OrganizationPage
          agency={agency}
          organization={organization}
          contacts={contacts}
          mayPropose={mayChange}
          mayCorrect={mayChange && isOwnProposal(c, organization)}
          isCorrected={c.req.query('done') === 'corrected'}
        />,
      );
    },
  );

  return routes;
}

function addingRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const path = '/workspace/:agency/partnerships/add-organization';

  routes.get(path, mayProposeOrganizations, (c) => {
    const name = (c.req.query('name') ?? '').slice(0, 200);
    return c.render(
      <AddOrganizationPage agency={c.var.agency} values={{ ...typedFromSent({}), kinds: [], name }} />,
    );
  });

  routes.post(path, mayProposeOrganizations, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const fields = await readForm(c);
    const values = typedFromSent(fields);
    const form = parseForm(addForm, fields);
    if (!form.ok) {
      c.status(422);
      return c.render(<AddOrganizationPage agency={agency} values={values} errors={form.errors} />);
    }
    const { another, ...facts } = form.value;
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      addOrganization(tx, agencyAct(c.var), facts, another === 'yes'),
    );
    if (!outcome.ok) {
      c.status(422);
      const errors = { another: addContent.errors.known };
      const { known } = outcome.refusal;
      return c.render(<AddOrganizationPage {...{ agency, values, errors, known }} />);
    }
    return c.redirect(`/workspace/${agency.slug}/partnerships/new/${outcome.value}`, 303);
  });

  return routes;
}

function correctingRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const path = '/workspace/:agency/partnerships/organizations/:organization/correct';

  routes.get(path, mayProposeOrganizations, async (c) => {
    const organization = await ownProposalAt(c);
    return c.render(
      <CorrectOrganizationPage
        agency={c.var.agency}
        organization={organization}
        values={typedFromFacts(organization)}
      />,
    );
  });

  routes.post(path, mayProposeOrganizations, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const organization = await ownProposalAt(c);
    const fields: FormFields = await readForm(c);
    const values = typedFromSent(fields);
    const form = parseForm(profileForm, fields);
    if (!form.ok) {
      c.status(422);
      return c.render(<CorrectOrganizationPage {...{ agency, organization, values, errors: form.errors }} />);
    }
    const { revision, ...facts } = form.value;
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      correctOrganization(tx, agency.id, organization.id, { revision, facts }),
    );
    if (!outcome.ok) {
      if (outcome.refusal.code === 'organization-not-found') throw new NotFound();
      const { now } = outcome.refusal;
      c.status(422);
      const conflict = factsConflict(facts, now);
      return c.render(<CorrectOrganizationPage {...{ agency, organization: now, values, conflict }} />);
    }
    const base = `/workspace/${agency.slug}/partnerships/organizations/${organization.id}`;
    return c.redirect(`${base}?done=corrected`, 303);
  });

  return routes;
}

async function organizationAt(c: Context<AgencyEnv>): Promise<PartnerOrganization> {
  const id = pathId<PartnerOrganization['id']>(c, 'organization');
  const found = await actingAs(c.var.deps.db.app, c.var.acting, (tx) => findOrganization(tx, id));
  if (!found) throw new NotFound();
  return found;
}

async function ownProposalAt(c: Context<AgencyEnv>): Promise<PartnerOrganization> {
  const organization = await organizationAt(c);
  if (!isOwnProposal(c, organization)) throw new NotFound();
  return organization;
}

function isOwnProposal(c: Context<AgencyEnv>, organization: PartnerOrganization): boolean {
  return !organization.isClaimed && organization.proposedBy === c.var.agency.id;
}
