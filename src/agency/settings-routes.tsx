import { type Context, Hono } from 'hono';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentList, smallBody } from '../http/form.ts';
import type { AgencyEnv, CampaignEnv } from '../http/guard.ts';
import { NotFound, UnusableRequest } from '../http/refused-request.ts';
import { isIdentityOpen } from '../pledge/pledge.ts';
import { pledgeOf } from '../pledge/pledge-actions.ts';
import type { Typed } from '../question/question.ts';
import { isStaffCategory } from '../roster/staff-category.ts';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import type { Agency } from './agency.ts';
import { mayChangeAgencies, mayChangeSettings, maySeeSettings } from './agency-access.ts';
import {
  type AgencyAlreadyKnown,
  agencyById,
  agencyBySlug,
  agencyScope,
  chooseScope,
  reviseAgency,
} from './agency-actions.ts';
import { typedFacts } from './agency-form-content.ts';
import { readFacts, readPlace, typedFactsIn } from './facts-form-content.ts';
import { settingsContent as content } from './settings-content.ts';
import { CampaignFactsPage, SettingsPage } from './settings-page.tsx';

const settings = '/workspace/:agency/settings';
const facts = '/campaign/agencies/:agency/facts';
const notices: Readonly<Record<string, string>> = content.notices;

/** The agency's facts, changed by its own leaders, and by the campaign where the agency can't. */
export function settingsRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(settings, maySeeSettings, (c) => showSettings(c))
    .post(settings, smallBody, mayChangeSettings, async (c) => {
      const { agency: place, acting, deps } = c.var;
      const fields = await readForm(c);
      const { agency, isOpen } = await actingAs(deps.db.app, acting, (tx) => settingsOf(tx, c));
      const form = isOpen ? readFacts(agency, fields) : readPlace(agency, fields);
      if (!form.ok) return showSettings(c, { typed: typedFactsIn(fields), errors: form.errors });
      const saved = await actingAs(deps.db.app, acting, (tx) => reviseAgency(tx, place.id, form.value));
      if (!saved.ok)
        return showSettings(c, { typed: typedFactsIn(fields), errors: knownError(saved.refusal) });
      return c.redirect(`/workspace/${place.slug}/settings?done=facts-saved`, 303);
    })
    .post(`${settings}/scope`, smallBody, mayChangeSettings, async (c) => {
      const { agency, acting, deps } = c.var;
      const categories = sentList(await readForm(c), 'category').filter(isStaffCategory);
      await actingAs(deps.db.app, acting, (tx) => chooseScope(tx, agency.id, categories));
      return c.redirect(`/workspace/${agency.slug}/settings?done=scope-saved`, 303);
    })
    .get(facts, mayChangeAgencies, async (c) => {
      const agency = await otherAgency(c);
      const { campaignRoles: roles } = c.var.viewer;
      return c.render(
        <CampaignFactsPage roles={roles} agency={agency} typed={typedFacts(agency)} errors={noErrors} />,
      );
    })
    .post(facts, smallBody, mayChangeAgencies, async (c) => {
      const { acting, deps, viewer } = c.var;
      const agency = await otherAgency(c);
      const fields = await readForm(c);
      const form = readFacts(agency, fields);
      const saved = form.ok
        ? await actingAs(deps.db.app, acting, (tx) => reviseAgency(tx, agency.id, form.value))
        : undefined;
      if (saved?.ok) return c.redirect(`/campaign/agencies/${agency.slug}?done=agency-saved`, 303);
      const errors = form.ok ? (saved ? knownError(saved.refusal) : noErrors) : form.errors;
      c.status(422);
      return c.render(
        <CampaignFactsPage
          roles={viewer.campaignRoles}
          agency={agency}
          typed={typedFactsIn(fields)}
          errors={errors}
        />,
      );
    });
}

interface RefusedFacts {
  readonly typed: Typed;
  readonly errors: FormErrors;
}

async function showSettings(c: Context<AgencyEnv>, refused?: RefusedFacts): Promise<Response> {
  const { agency: place, acting, deps } = c.var;
  const found = await actingAs(deps.db.app, acting, (tx) => settingsOf(tx, c));
  if (refused) c.status(422);
  return c.render(
    <SettingsPage
      place={place}
      agency={found.agency}
      scope={found.scope}
      typed={refused?.typed ?? typedFacts(found.agency)}
      errors={refused?.errors ?? noErrors}
      mayChange={place.roles.some((role) => role === 'coordinator' || role === 'executive')}
      isIdentityOpen={found.isOpen}
      contactEmail={deps.config.campaign.contact}
      notice={refused ? undefined : notices[c.req.query('done') ?? '']}
    />,
  );
}

async function settingsOf(tx: Transaction, c: Context<AgencyEnv>) {
  const { id } = c.var.agency;
  return {
    agency: await agencyById(tx, id),
    scope: await agencyScope(tx, id),
    isOpen: isIdentityOpen(await pledgeOf(tx, id)),
  };
}

/** The agency of the path, for somebody at the campaign who doesn't belong to it. */
async function otherAgency(c: Context<CampaignEnv>): Promise<Agency> {
  const { deps, acting, viewer } = c.var;
  const agency = await actingAs(deps.db.app, acting, (tx) => agencyBySlug(tx, c.req.param('agency') ?? ''));
  if (!agency) throw new NotFound();
  if (viewer.agencies.some(({ id }) => id === agency.id)) throw new UnusableRequest(422, content.own);
  return agency;
}

function knownError({ known }: AgencyAlreadyKnown): FormErrors {
  return { [known.by === 'ori' ? 'ori' : 'name']: content.known(known.name) };
}
