import { type Context, Hono } from 'hono';
import { readStep } from '../agreement/builder-form.ts';
import type { StepPlace } from '../agreement/builder-place.ts';
import type { BuilderStep } from '../agreement/builder-step.ts';
import { BuilderStepPage } from '../agreement/builder-step-page.tsx';
import { revisionOf } from '../agreement/draft-step.ts';
import { stepStatesOf } from '../agreement/step-state.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import { revisionField } from '../partnership/partnership-form-content.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { mayLeadGroups } from './joint-access.ts';
import { type JointGroup, missingForOpening } from './joint-agreement.ts';
import { proposeJointVersion } from './joint-asking-actions.ts';
import { jointRefusalMessage } from './joint-content.ts';
import { openJointDraft, saveJointDraftStep, wholeOfJoint } from './joint-draft-actions.ts';
import { sendForm, type TypedWord, typedWord } from './joint-form.ts';
import { groupBase, ledGroup } from './joint-place-routes.ts';
import { countProgress, findMember } from './joint-reading-actions.ts';
import { JointWholePage } from './joint-whole-page.tsx';
import { sharedSteps } from './shared-terms.ts';

/** The lead writes the agreement of the group step by step, reads it whole, and puts it before everybody. */
export function jointBuilderRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/groups/:group/agreement';

  routes.get(base, mayLeadGroups, async (c) => answerWhole(c, await ledGroup(c)));

  routes.post(base, mayLeadGroups, smallBody, async (c) => {
    const { deps, acting, viewer } = c.var;
    const group = await ledGroup(c);
    const draft = await actingAs(deps.db.app, acting, (tx) => openJointDraft(tx, group));
    const whole = wholeOfJoint(draft);
    const fields = await readForm(c);
    const typed = typedWord(fields);
    const form = parseForm(sendForm, fields);
    if (!whole.isComplete) return answerWhole(c, group, { typed, errors: {} });
    if (!form.ok) return answerWhole(c, group, { typed, errors: form.errors });
    await takeMailAttempts(deps.db.app, viewer.person);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      proposeJointVersion(tx, agencyAct(c.var), group.id, { ...form.value, terms: whole.terms }),
    );
    if (!outcome.ok) {
      return answerWhole(c, await ledGroup(c), { typed, errors: jointRefusalMessage(outcome.refusal) });
    }
    deps.mailPosted();
    return c.redirect(`${groupBase(c)}?done=sent`, 303);
  });

  routes.get(`${base}/:step`, mayLeadGroups, async (c) => {
    const { deps, acting } = c.var;
    const step = stepAt(c);
    const group = await ledGroup(c);
    const draft = await actingAs(deps.db.app, acting, (tx) => openJointDraft(tx, group));
    const { answers } = draft;
    const [revision, states] = [revisionOf(draft, step), stepStatesOf(answers)];
    return c.render(<BuilderStepPage place={placeOf(c, group)} {...{ step, answers, states, revision }} />);
  });

  routes.post(`${base}/:step`, mayLeadGroups, smallBody, async (c) => {
    const { deps, acting, viewer } = c.var;
    const step = stepAt(c);
    const group = await ledGroup(c);
    const place = placeOf(c, group);
    const fields = await readForm(c);
    const shown = revisionField.parse(sentText(fields, 'revision'));
    const { answers, errors } = readStep(step, fields);
    const states = stepStatesOf(
      (await actingAs(deps.db.app, acting, (tx) => openJointDraft(tx, group))).answers,
    );
    if (Object.keys(errors).length > 0) {
      c.status(422);
      return c.render(<BuilderStepPage {...{ place, step, answers, states, errors }} revision={shown} />);
    }
    const save = { step, answers, shown, by: viewer.person, at: deps.now() };
    const outcome = await actingAs(deps.db.app, acting, (tx) => saveJointDraftStep(tx, group.id, save));
    if (!outcome.ok) {
      c.status(409);
      const { refusal: conflict } = outcome;
      return c.render(
        <BuilderStepPage {...{ place, step, answers, states, conflict }} revision={conflict.revision} />,
      );
    }
    const next = sharedSteps[sharedSteps.indexOf(step) + 1];
    return c.redirect(next ? `${place.address}/${next}` : place.address, 303);
  });

  return routes;
}

function stepAt(c: Context): BuilderStep {
  const step = sharedSteps.find((one) => one === c.req.param('step'));
  if (!step) throw new NotFound();
  return step;
}

function placeOf(c: Context<AgencyEnv>, group: JointGroup): StepPlace {
  const { agency } = c.var;
  return {
    about: { is: 'group', agency },
    names: { agency: agency.name, partner: group.name },
    party: { side: 'agency', act: agencyAct(c.var) },
    address: `${groupBase(c)}/agreement`,
    out: groupBase(c),
    steps: sharedSteps,
  };
}

async function answerWhole(
  c: Context<AgencyEnv>,
  group: JointGroup,
  refused?: { readonly typed: TypedWord; readonly errors: FormErrors },
): Promise<Response> {
  const { deps, acting, agency, viewer } = c.var;
  const { draft, member, progress } = await actingAs(deps.db.app, acting, async (tx) => ({
    draft: await openJointDraft(tx, group),
    member: await findMember(tx, group.id, agency.id),
    progress: await countProgress(tx, group),
  }));
  if (refused) c.status(422);
  const typed = refused?.typed ?? {
    ...typedWord({}),
    liaisonName: member?.contact.name || viewer.name,
    liaisonEmail: member?.contact.email || viewer.email,
    liaisonPhone: member?.contact.phone ?? '',
    always: member?.contact.always ?? '',
    signerName: viewer.name,
  };
  return c.render(
    <JointWholePage
      place={placeOf(c, group)}
      group={group}
      whole={wholeOfJoint(draft)}
      missing={missingForOpening({ ...progress, agreement: true })}
      states={stepStatesOf(draft.answers)}
      typed={typed}
      errors={refused?.errors}
    />,
  );
}
