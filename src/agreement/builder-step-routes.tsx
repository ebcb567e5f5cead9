import type { Context } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { Deps } from '../http/environment.ts';
import { readForm, sentText } from '../http/form.ts';
import { NotFound } from '../http/refused-request.ts';
import { revisionField } from '../partnership/partnership-form-content.ts';
import { readStep } from './builder-form.ts';
import type { BuilderPlace } from './builder-place.ts';
import { type BuilderStep, builderSteps } from './builder-step.ts';
import { BuilderStepPage } from './builder-step-page.tsx';
import { openDraft, saveStep } from './draft-actions.ts';
import { revisionOf } from './draft-step.ts';
import { type StepStates, stepStatesOf } from './step-state.ts';

function stepAt(c: Context): BuilderStep {
  const step = builderSteps.find((one) => one === c.req.param('step'));
  if (!step) throw new NotFound();
  return step;
}

/** One step of a draft, as it is saved. */
export async function answerStep(c: Context, deps: Deps, place: BuilderPlace): Promise<Response> {
  const step = stepAt(c);
  const draft = await actingAs(deps.db.app, place.acting, (tx) => openDraft(tx, place.draft, place.from));
  return c.render(
    <BuilderStepPage
      place={place}
      step={step}
      answers={draft.answers}
      states={stepStatesOf(draft.answers)}
      revision={revisionOf(draft, step)}
    />,
  );
}

async function savedStates(deps: Deps, place: BuilderPlace): Promise<StepStates> {
  const draft = await actingAs(deps.db.app, place.acting, (tx) => openDraft(tx, place.draft, place.from));
  return stepStatesOf(draft.answers);
}

/** Saves a step and leads on to the next; faults and what somebody else saved meanwhile are shown on it. */
export async function saveAndGoOn(c: Context, deps: Deps, place: BuilderPlace): Promise<Response> {
  const step = stepAt(c);
  const fields = await readForm(c);
  const shown = revisionField.parse(sentText(fields, 'revision'));
  const { answers, errors } = readStep(step, fields);
  if (Object.keys(errors).length > 0) {
    c.status(422);
    const states = await savedStates(deps, place);
    return c.render(<BuilderStepPage {...{ place, step, answers, states, errors }} revision={shown} />);
  }
  const outcome = await actingAs(deps.db.app, place.acting, (tx) =>
    saveStep(tx, place.draft, { step, answers, shown, by: place.party.act.person, at: deps.now() }),
  );
  if (!outcome.ok) {
    c.status(409);
    const states = await savedStates(deps, place);
    const { refusal: conflict } = outcome;
    return c.render(
      <BuilderStepPage {...{ place, step, answers, states, conflict }} revision={conflict.revision} />,
    );
  }
  // Who changes one part of what is written has no need of the steps after it.
  const isWholeNext = sentText(fields, 'next') === 'whole';
  const next = isWholeNext ? undefined : builderSteps[builderSteps.indexOf(step) + 1];
  return c.redirect(next ? `${place.address}/${next}` : place.address, 303);
}
