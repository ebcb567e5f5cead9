import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv, Deps } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { mayAnswerAgreements } from '../partnership/partnership-access.ts';
import { reasonForm } from '../partnership/partnership-form-content.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import type { AgreementPlace } from './agreement-place.ts';
import { agencyPlace, onBothSides } from './agreement-place-routes.ts';
import { recordOfAnswer } from './agreement-record-actions.ts';
import { versionRefusalMessage } from './agreement-refusal-content.ts';
import { waitingVersion } from './agreement-version.ts';
import { confirmVersionForm } from './answer-form.ts';
import { confirmPartnersVersion, declinePartnersVersion, withdrawVersion } from './negotiation-actions.ts';
import { DeclineVersionPage } from './proposal-pages.tsx';
import { listVersions } from './version-actions.ts';
import { answerVersion, answerVersions } from './version-routes.tsx';

/** The agency's answers to a version of its partner, and either side's taking back of its own. */
export function answerRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/partnerships/:id/agreement';

  routes.post(`${base}/confirm`, mayAnswerAgreements, smallBody, async (c) => {
    const { deps, acting } = c.var;
    const place = await agencyPlace(c);
    const fields = await readForm(c);
    const form = parseForm(confirmVersionForm, fields);
    if (!form.ok) return askAgain(c, deps, place, form.errors);
    const { revision, ...signer } = form.value;
    const outcome = await recordOfAnswer(deps, place, signer, (record) =>
      actingAs(deps.db.app, acting, (tx) =>
        confirmPartnersVersion(tx, agencyAct(c.var), place.partnership.id, { revision, signer, record }),
      ),
    );
    if (!outcome.ok) return answerNow(c, deps, versionRefusalMessage(outcome.refusal));
    deps.mailPosted();
    return c.redirect(`${place.base}/agreement/versions?done=confirmed`, 303);
  });

  routes.get(`${base}/decline`, mayAnswerAgreements, async (c) => {
    const place = await agencyPlace(c);
    if (place.partnership.waitingFor !== 'agency') return c.redirect(`${place.base}/agreement/versions`, 303);
    return c.render(<DeclineVersionPage place={place} reason="" />);
  });

  routes.post(`${base}/decline`, mayAnswerAgreements, smallBody, async (c) => {
    const { deps, acting } = c.var;
    const place = await agencyPlace(c);
    const fields = await readForm(c);
    const form = parseForm(reasonForm, fields);
    if (!form.ok) {
      c.status(422);
      return c.render(
        <DeclineVersionPage place={place} reason={sentText(fields, 'reason')} errors={form.errors} />,
      );
    }
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      declinePartnersVersion(tx, agencyAct(c.var), place.partnership.id, form.value),
    );
    if (!outcome.ok) return answerNow(c, deps, versionRefusalMessage(outcome.refusal));
    deps.mailPosted();
    return c.redirect(`${place.base}/agreement/versions?done=declined`, 303);
  });

  onBothSides(routes, 'post', '/agreement/withdraw', async (c, deps, place) => {
    const revision = Number(sentText(await readForm(c), 'revision')) || 0;
    const outcome = await actingAs(deps.db.app, place.acting, (tx) =>
      withdrawVersion(tx, place.party, place.partnership.id, { revision }),
    );
    if (!outcome.ok) return answerVersions(c, deps, place, versionRefusalMessage(outcome.refusal));
    deps.mailPosted();
    return c.redirect(`${place.base}/agreement/versions?done=withdrawn`, 303);
  });

  return routes;
}

/** Shows the agreement as it is now, with why the act was refused. */
async function answerNow(c: Context<AgencyEnv>, deps: Deps, errors: FormErrors): Promise<Response> {
  return answerVersions(c, deps, await agencyPlace(c), errors);
}

/** Shows the waiting version again, with what was typed and what is wrong with it. */
async function askAgain(
  c: Context<AgencyEnv>,
  deps: Deps,
  place: AgreementPlace,
  errors: FormErrors,
): Promise<Response> {
  const { partnership } = place;
  const of = { agency: partnership.agency.id, partnership: partnership.id };
  const versions = await actingAs(deps.db.app, place.acting, (tx) => listVersions(tx, of));
  const version = waitingVersion(versions);
  if (!version) return answerVersions(c, deps, place, errors);
  const fields = await readForm(c);
  const typed = { name: sentText(fields, 'name'), title: sentText(fields, 'title') };
  return answerVersion(c, place, { version, versions }, { errors, typed });
}
