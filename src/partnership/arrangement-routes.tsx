import { type Context, Hono } from 'hono';
import type { AgreementTerms } from '../agreement/agreement-terms.ts';
import { termsToChange } from '../agreement/agreement-version.ts';
import { findOpenDraft } from '../agreement/draft-actions.ts';
import { listVersions } from '../agreement/version-actions.ts';
import { actingAs, type PartnerId } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import type { PartnerOrganization } from '../partner-organization/partner-organization.ts';
import { findOrganization } from '../partner-organization/partner-organization-actions.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { ConflictField } from '../uswds/edit-conflict.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { arrangementConflict } from './arrangement-conflict-content.ts';
import { ArrangementFormPage } from './arrangement-form-page.tsx';
import { isLive, type Partnership } from './partnership.ts';
import { mayChangePartnerships } from './partnership-access.ts';
import { findLatestWith } from './partnership-actions.ts';
import {
  formContent as content,
  type TypedArrangement,
  typedFromArrangement,
} from './partnership-form-content.ts';
import type { RevisionRefusal } from './partnership-refusal.ts';
import { refusalMessage } from './partnership-refusal-content.ts';
import { proposePartnership } from './proposal-actions.ts';
import { revisePartnership } from './revision-actions.ts';
import { type Sent, withFileAgain, withForm } from './sent-arrangement-routes.ts';
import { isId, partnershipAt } from './shown-partnership-routes.ts';

/** Proposing a partnership to an organization, and changing one that is proposed or active. */
export function arrangementRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/partnerships/new/:organization', mayChangePartnerships, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const organization = await organizationAt(c, c.req.param('organization'));
    const latest = await actingAs(deps.db.app, acting, (tx) =>
      findLatestWith(tx, agency.id, organization.id),
    );
    if (latest && isLive(latest)) return c.redirect(`${basePath(c)}/${latest.id}`, 303);
    const typed = latest
      ? typedFromArrangement(latest.arrangement, latest.representativeEmail, viewer.name)
      : {
          texts: {
            agencyContactName: viewer.name,
            agencyContactEmail: viewer.email,
            signerName: viewer.name,
          },
          services: [],
        };
    return answerProposal(c, organization, typed);
  });

  routes.post('/workspace/:agency/partnerships/new/:organization', mayChangePartnerships, async (c) => {
    const { acting, deps, viewer } = c.var;
    const organization = await organizationAt(c, c.req.param('organization'));
    return withForm(c, async (sent) => {
      const again = (errors: FormErrors) => answerProposal(c, organization, sent.typed, errors);
      if (!sent.ok) return again(sent.errors);
      const asked = organization.isClaimed ? undefined : sent.value.representativeEmail;
      await takeMailAttempts(deps.db.app, viewer.person, asked);
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        proposePartnership(tx, agencyAct(c.var), { organization: organization.id, ...sent.value }),
      );
      if (!outcome.ok) return again(withFileAgain(sent, refusalMessage(outcome.refusal)));
      deps.mailPosted();
      return c.redirect(`${basePath(c)}/${outcome.value}?done=proposed`, 303);
    });
  });

  routes.get('/workspace/:agency/partnerships/:id/edit', mayChangePartnerships, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const partnership = await partnershipAt(deps, acting, { agency: agency.id }, c.req.param('id'));
    if (!isLive(partnership)) return c.redirect(`${basePath(c)}/${partnership.id}`, 303);
    const { representativeEmail } = partnership;
    const { arrangement } = await termsOf(c, partnership);
    const typed = typedFromArrangement(arrangement, representativeEmail, viewer.name);
    return answerChange(c, partnership, { typed });
  });

  routes.post('/workspace/:agency/partnerships/:id/edit', mayChangePartnerships, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const id = c.req.param('id');
    const partnership = await partnershipAt(deps, acting, { agency: agency.id }, id);
    return withForm(c, async (sent) => {
      if (!sent.ok) return answerChange(c, { ...partnership, revision: sent.revision }, sent);
      const asked = sent.value.representativeEmail ?? partnership.representativeEmail;
      await takeMailAttempts(deps.db.app, viewer.person, partnership.partner.isClaimed ? undefined : asked);
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        revisePartnership(tx, agencyAct(c.var), id, { ...sent.value, revision: sent.revision }),
      );
      if (!outcome.ok) return answerRefusedChange(c, id, sent, outcome.refusal);
      deps.mailPosted();
      return c.redirect(`${basePath(c)}/${id}?done=${outcome.value}`, 303);
    });
  });

  return routes;
}

/** What a change begins from: a version that waits, or what is in effect. */
function termsOf(c: Context<AgencyEnv>, partnership: Partnership): Promise<AgreementTerms> {
  const { acting, agency, deps } = c.var;
  return actingAs(deps.db.app, acting, async (tx) =>
    termsToChange(
      partnership,
      await listVersions(tx, { agency: agency.id, partnership: partnership.id }),
      'agency',
    ),
  );
}

async function organizationAt(c: Context<AgencyEnv>, id: string): Promise<PartnerOrganization> {
  const { acting, deps } = c.var;
  const found = isId(id)
    ? await actingAs(deps.db.app, acting, (tx) => findOrganization(tx, id as PartnerId))
    : undefined;
  if (!found) throw new NotFound();
  return found;
}

async function answerProposal(
  c: Context<AgencyEnv>,
  organization: PartnerOrganization,
  typed: TypedArrangement,
  errors?: FormErrors,
): Promise<Response> {
  const { agency, acting, deps } = c.var;
  const draft = await actingAs(deps.db.app, acting, (tx) =>
    findOpenDraft(tx, { agency: agency.id, partner: organization.id, side: 'agency' }),
  );
  if (errors) c.status(422);
  return c.render(
    <ArrangementFormPage
      agency={agency}
      notice={errors ? undefined : c.req.query('done')}
      draft={draft}
      title={content.title(organization.name)}
      lead={content.proposeLead}
      action={c.req.path}
      submit={content.propose}
      back={`${basePath(c)}/new`}
      isClaimed={organization.isClaimed}
      agreementName={undefined}
      write={`${c.req.path}/agreement`}
      typed={typed}
      errors={errors}
    />,
  );
}

/** The form again with everything typed; the second of two savers sees what the first wrote beside it. */
async function answerRefusedChange(
  c: Context<AgencyEnv>,
  id: string,
  sent: Sent & { readonly ok: true },
  refusal: RevisionRefusal,
): Promise<Response> {
  const { agency, acting, deps } = c.var;
  const now = await partnershipAt(deps, acting, { agency: agency.id }, id);
  const { typed, value } = sent;
  if (refusal.code !== 'partnership-changed' || !isLive(now)) {
    return answerChange(c, now, { typed, errors: withFileAgain(sent, refusalMessage(refusal)) });
  }
  const kept = { ...now, arrangement: (await termsOf(c, now)).arrangement };
  const conflict = arrangementConflict(value, kept);
  // The same was saved already, by a second click or by a colleague who wrote the very same.
  if (conflict.length === 0) return c.redirect(`${basePath(c)}/${id}?done=unchanged`, 303);
  const errors = value.agreement ? { agreement: content.chooseAgain } : undefined;
  return answerChange(c, now, { typed, errors, conflict });
}

async function answerChange(
  c: Context<AgencyEnv>,
  partnership: Partnership,
  shown: {
    readonly typed: TypedArrangement;
    readonly errors?: FormErrors | undefined;
    readonly conflict?: readonly ConflictField[];
  },
): Promise<Response> {
  if (shown.errors || shown.conflict) c.status(422);
  return c.render(
    <ArrangementFormPage
      agency={c.var.agency}
      title={`${content.editTitle}: ${partnership.partner.name}`}
      lead={partnership.state.is === 'active' ? content.editActive : content.editProposed}
      action={c.req.path}
      submit={content.save}
      back={`${basePath(c)}/${partnership.id}`}
      revision={partnership.revision}
      isClaimed={partnership.partner.isClaimed}
      agreementName={partnership.agreement?.name}
      {...shown}
    />,
  );
}

function basePath(c: Context<AgencyEnv>): string {
  return `/workspace/${c.var.agency.slug}/partnerships`;
}
