import type { Context } from 'hono';
import { actingAs, type PartnerId } from '../database/acting.ts';
import type { Deps } from '../http/environment.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { findOrganization } from '../partner-organization/partner-organization-actions.ts';
import { isLive } from '../partnership/partnership.ts';
import { findLatestWith } from '../partnership/partnership-actions.ts';
import { isId } from '../partnership/shown-partnership-routes.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import { type AgreementPlace, namesOf } from './agreement-place.ts';
import { startsFromDeclined, termsToChange } from './agreement-version.ts';
import type { BuilderPlace } from './builder-place.ts';
import { listVersions } from './version-actions.ts';

/** A partnership that is over, and a reader who may not change it, are led back to what stands there. */
export function whileOpen(
  c: Context,
  { mayChange, partnership, base }: AgreementPlace,
  answer: () => Promise<Response>,
): Promise<Response> | Response {
  return mayChange && isLive(partnership) ? answer() : c.redirect(`${base}/agreement/versions`, 303);
}

/** Where a change of an agreement is written. */
export async function changePlace(deps: Deps, place: AgreementPlace): Promise<BuilderPlace> {
  const { partnership, party, acting, base, name } = place;
  const of = { agency: partnership.agency.id, partnership: partnership.id };
  const versions = await actingAs(deps.db.app, acting, (tx) => listVersions(tx, of));
  return {
    about: { is: 'change', place },
    names: namesOf(partnership),
    party,
    acting,
    draft: { agency: partnership.agency.id, partner: partnership.partner.id, side: party.side },
    from: termsToChange(partnership, versions, party.side),
    startsFromDeclined: startsFromDeclined(versions, party.side),
    address: `${base}/agreement/draft`,
    out: `${base}/agreement/versions`,
    revision: partnership.revision,
    asksRepresentative: false,
    name,
  };
}

/** Where an agency writes its first words to an organization. */
export async function firstPlace(c: Context<AgencyEnv>): Promise<BuilderPlace> {
  const { agency, acting, deps, viewer } = c.var;
  const id = c.req.param('organization') ?? '';
  const found = await actingAs(deps.db.app, acting, async (tx) => {
    const organization = isId(id) ? await findOrganization(tx, id as PartnerId) : undefined;
    const latest = organization && (await findLatestWith(tx, agency.id, organization.id));
    return organization && { organization, latest };
  });
  if (!found) throw new NotFound();
  const { organization, latest } = found;
  const contact = { agencyContactName: viewer.name, agencyContactEmail: viewer.email, terminationDays: '30' };
  const out = `/workspace/${agency.slug}/partnerships/new/${organization.id}`;
  return {
    about: { is: 'first', agency },
    names: { agency: agency.name, partner: organization.name },
    party: { side: 'agency', act: agencyAct(c.var) },
    acting,
    draft: { agency: agency.id, partner: organization.id, side: 'agency' },
    from: latest ? { arrangement: latest.arrangement } : contact,
    address: `${out}/agreement`,
    out,
    revision: 0,
    asksRepresentative: !organization.isClaimed,
    name: viewer.name,
  };
}
