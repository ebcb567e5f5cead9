import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv, Deps } from '../http/environment.ts';
import { type FormFields, parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import { emailField } from '../identity/email-address.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import { mayChangePartnerships } from '../partnership/partnership-access.ts';
import { refusalMessage } from '../partnership/partnership-refusal-content.ts';
import { proposePartnership } from '../partnership/proposal-actions.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { onBothSides } from './agreement-place-routes.ts';
import { versionRefusalMessage } from './agreement-refusal-content.ts';
import { proposalForm } from './answer-form.ts';
import { type Whole, wholeOf } from './builder-form.ts';
import type { BuilderPlace } from './builder-place.ts';
import { changePlace, firstPlace, whileOpen } from './builder-place-routes.ts';
import { builderSteps } from './builder-step.ts';
import { answerStep, saveAndGoOn } from './builder-step-routes.tsx';
import { DiscardDraftPage } from './discard-draft-page.tsx';
import { discardDraft, findOpenDraft, openDraft } from './draft-actions.ts';
import { propose, proposed } from './proposal-routes.tsx';
import { stepStatesOf } from './step-state.ts';
import { WholePage } from './whole-page.tsx';

/** Writing an agreement step by step: a change on either side, and an agency's first to an organization. */
export function builderRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const draft = '/agreement/draft';

  onBothSides(routes, 'get', draft, (c, deps, place) =>
    whileOpen(c, place, async () => {
      const building = await changePlace(deps, place);
      return (await isUnwritten(deps, building))
        ? c.redirect(`${building.address}/${builderSteps[0]}`, 303)
        : answerWhole(c, deps, building);
    }),
  );
  onBothSides(routes, 'post', draft, (c, deps, place) =>
    whileOpen(c, place, async () => {
      const building = await changePlace(deps, place);
      return withProposal(c, deps, building, async ({ terms, revision, note, signer }) => {
        const change = { revision, terms, file: undefined, note, renews: false, signer };
        const outcome = await propose(deps, place, change);
        return outcome.ok ? proposed(c, place) : versionRefusalMessage(outcome.refusal);
      });
    }),
  );
  onBothSides(routes, 'get', `${draft}/discard`, (c, deps, place) =>
    whileOpen(c, place, async () =>
      askToDiscard(c, deps, await changePlace(deps, place), place.partnership.agency.timeZone),
    ),
  );
  onBothSides(routes, 'post', `${draft}/discard`, async (c, deps, place) => {
    const { draft: of } = await changePlace(deps, place);
    await actingAs(deps.db.app, place.acting, (tx) => discardDraft(tx, of));
    return c.redirect(`${place.base}/agreement/versions?done=discarded`, 303);
  });
  onBothSides(routes, 'get', `${draft}/:step`, (c, deps, place) =>
    whileOpen(c, place, async () => answerStep(c, deps, await changePlace(deps, place))),
  );
  onBothSides(routes, 'post', `${draft}/:step`, (c, deps, place) =>
    whileOpen(c, place, async () => saveAndGoOn(c, deps, await changePlace(deps, place))),
  );

  const first = '/workspace/:agency/partnerships/new/:organization/agreement';
  routes.get(first, mayChangePartnerships, async (c) => answerWhole(c, c.var.deps, await firstPlace(c)));
  routes.post(first, mayChangePartnerships, smallBody, async (c) => {
    const { deps, acting, agency, viewer } = c.var;
    const place = await firstPlace(c);
    const { partner } = place.draft;
    return withProposal(c, deps, place, async ({ terms, note, signer, representativeEmail }) => {
      await takeMailAttempts(deps.db.app, viewer.person, representativeEmail);
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        proposePartnership(tx, agencyAct(c.var), {
          organization: partner,
          ...terms,
          agreement: undefined,
          representativeEmail,
          signer,
          note,
        }),
      );
      if (!outcome.ok) return refusalMessage(outcome.refusal);
      deps.mailPosted();
      return c.redirect(`/workspace/${agency.slug}/partnerships/${outcome.value}?done=proposed`, 303);
    });
  });
  routes.get(`${first}/discard`, mayChangePartnerships, async (c) =>
    askToDiscard(c, c.var.deps, await firstPlace(c), c.var.agency.timeZone),
  );
  routes.post(`${first}/discard`, mayChangePartnerships, smallBody, async (c) => {
    const place = await firstPlace(c);
    await actingAs(c.var.deps.db.app, c.var.acting, (tx) => discardDraft(tx, place.draft));
    return c.redirect(`${place.out}?done=discarded`, 303);
  });
  routes.get(`${first}/:step`, mayChangePartnerships, async (c) =>
    answerStep(c, c.var.deps, await firstPlace(c)),
  );
  routes.post(`${first}/:step`, mayChangePartnerships, smallBody, async (c) =>
    saveAndGoOn(c, c.var.deps, await firstPlace(c)),
  );

  return routes;
}

/** Nothing is saved, and what is known is not a whole: there is nothing to read yet. */
async function isUnwritten(deps: Deps, place: BuilderPlace): Promise<boolean> {
  const draft = await actingAs(deps.db.app, place.acting, (tx) => openDraft(tx, place.draft, place.from));
  return draft.saved.length === 0 && !wholeOf(draft.answers).isComplete;
}

async function askToDiscard(
  c: Context,
  deps: Deps,
  place: BuilderPlace,
  timeZone: string,
): Promise<Response> {
  const draft = await actingAs(deps.db.app, place.acting, (tx) => findOpenDraft(tx, place.draft));
  if (!draft) return c.redirect(place.out, 303);
  return c.render(<DiscardDraftPage {...{ place, draft, timeZone }} />);
}

interface SentProposal {
  readonly terms: Extract<Whole, { isComplete: true }>['terms'];
  readonly revision: number;
  readonly note: string;
  readonly signer: { readonly name: string; readonly title: string };
  readonly representativeEmail: string | undefined;
}

/** Reads the proposal, proposes the draft as it is saved, and throws the draft away once it is proposed. */
async function withProposal(
  c: Context,
  deps: Deps,
  place: BuilderPlace,
  act: (sent: SentProposal) => Promise<Response | FormErrors>,
): Promise<Response> {
  const fields = await readForm(c);
  const draft = await actingAs(deps.db.app, place.acting, (tx) => openDraft(tx, place.draft, place.from));
  const whole = wholeOf(draft.answers);
  const form = parseForm(proposalForm, fields);
  const asked = representativeIn(place, fields);
  if (!whole.isComplete) return answerWhole(c, deps, place, { fields, errors: {} });
  if (!form.ok || !asked.ok) {
    const errors = { ...(asked.ok ? {} : asked.errors), ...(form.ok ? {} : form.errors) };
    return answerWhole(c, deps, place, { fields, errors });
  }
  const { revision, note, signerName, signerTitle } = form.value;
  const signer = { name: signerName, title: signerTitle };
  const sent = { terms: whole.terms, revision, note, signer, representativeEmail: asked.email };
  const answer = await act(sent);
  if (!(answer instanceof Response)) return answerWhole(c, deps, place, { fields, errors: answer });
  await actingAs(deps.db.app, place.acting, (tx) => discardDraft(tx, place.draft));
  return answer;
}

type Representative =
  | { readonly ok: true; readonly email: string | undefined }
  | { readonly ok: false; readonly errors: FormErrors };

function representativeIn(
  { asksRepresentative }: Pick<BuilderPlace, 'asksRepresentative'>,
  fields: FormFields,
): Representative {
  if (!asksRepresentative) return { ok: true, email: undefined };
  const message = 'Enter the email address of the person who speaks for the organization';
  const parsed = emailField(message).safeParse(sentText(fields, 'representativeEmail'));
  return parsed.success
    ? { ok: true, email: parsed.data }
    : { ok: false, errors: { representativeEmail: message } };
}

async function answerWhole(
  c: Context,
  deps: Deps,
  place: BuilderPlace,
  refused?: { readonly fields: FormFields; readonly errors: FormErrors },
): Promise<Response> {
  const draft = await actingAs(deps.db.app, place.acting, (tx) => openDraft(tx, place.draft, place.from));
  const sent = (name: string) => (refused ? sentText(refused.fields, name) : '');
  if (refused) c.status(422);
  return c.render(
    <WholePage
      place={place}
      whole={wholeOf(draft.answers)}
      states={stepStatesOf(draft.answers)}
      typed={{
        note: sent('note'),
        signerName: refused ? sent('signerName') : place.name,
        signerTitle: sent('signerTitle'),
        representativeEmail: sent('representativeEmail'),
      }}
      hasDraft={draft.saved.length > 0}
      errors={refused?.errors}
    />,
  );
}
