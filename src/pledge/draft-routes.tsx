import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import { type SignedInEnv, signedIn } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound, UnusableRequest } from '../http/refused-request.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import { typedAnswers } from '../question/question.ts';
import { personAct } from '../team/agency-act-routes.ts';
import { noErrors } from '../uswds/form-errors.ts';
import { type Draft, type DraftId, type DraftStep, isDraftStep } from './draft.ts';
import { agencyInTheWay, beginDraft, draftOf, dropDraft, saveStep } from './draft-actions.ts';
import { draftContent } from './draft-content.ts';
import { draftJourney, nextStep, readApplication, stepAfter, typedInStep } from './draft-journey-content.ts';
import {
  CheckDraftPage,
  DeleteDraftPage,
  DraftStepPage,
  draftPath,
  KnownAgencyPage,
} from './draft-pages.tsx';
import { signingPath } from './signature-request-actions.ts';
import { takePledge } from './take-pledge-actions.ts';

/** The form that takes the pledge: every step is kept as it was typed, and the person can stop at any of them. */
export function draftRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .post('/pledge/drafts', smallBody, signedIn, async (c) => {
      const { deps, acting, viewer } = c.var;
      const begun = await actingAs(deps.db.app, acting, (tx) => beginDraft(tx, viewer.person, deps.now()));
      if (!begun.ok) throw new UnusableRequest(422, draftContent.tooMany);
      return c.redirect(draftPath({ id: begun.value }, 'agency'), 303);
    })
    .get('/pledge/drafts/:id', signedIn, async (c) => {
      const draft = await ownDraft(c);
      return c.redirect(draftPath(draft, nextStep(draft.answers) ?? 'check'), 303);
    })
    .get('/pledge/drafts/:id/check', signedIn, async (c) =>
      c.render(<CheckDraftPage draft={await ownDraft(c)} />),
    )
    .get('/pledge/drafts/:id/known', signedIn, async (c) => {
      const draft = await ownDraft(c);
      const { deps, acting, viewer } = c.var;
      const known = await actingAs(deps.db.app, acting, (tx) => agencyInTheWay(tx, draft));
      if (!known) return c.redirect(draftPath(draft, nextStep(draft.answers) ?? 'check'), 303);
      const belongs = viewer.agencies.some(({ id }) => id === known.id);
      return c.render(<KnownAgencyPage draft={draft} known={known} belongs={belongs} />);
    })
    .post('/pledge/drafts/:id/send', smallBody, signedIn, async (c) => {
      const { deps, acting, viewer } = c.var;
      const draft: Pick<Draft, 'id'> = { id: pathId<DraftId>(c, 'id') };
      const kept = await actingAs(deps.db.app, acting, (tx) => draftOf(tx, viewer.person, draft.id));
      const asked = kept && readApplication(kept.answers);
      if (asked?.ok) {
        const { terms, otherCoordinator } = asked.value;
        await takeMailAttempts(deps.db.app, viewer.person, terms.executive.email, otherCoordinator);
      }
      const taken = await actingAs(deps.db.app, acting, (tx) =>
        takePledge(tx, { ...personAct(c.var), draft: draft.id }),
      );
      if (taken.ok) {
        deps.mailPosted();
        const { agency, signsHere } = taken.value;
        return c.redirect(
          signsHere ? signingPath(agency.slug) : `/workspace/${agency.slug}?done=pledge-sent`,
          303,
        );
      }
      switch (taken.refusal.code) {
        case 'draft-gone':
          return c.redirect('/start', 303);
        case 'draft-incomplete':
          return c.redirect(draftPath(draft, 'check'), 303);
        case 'agency-already-known':
          return c.redirect(draftPath(draft, 'known'), 303);
      }
    })
    .get('/pledge/drafts/:id/delete', signedIn, async (c) =>
      c.render(<DeleteDraftPage draft={await ownDraft(c)} />),
    )
    .post('/pledge/drafts/:id/delete', smallBody, signedIn, async (c) => {
      const { deps, acting, viewer } = c.var;
      const id = pathId<DraftId>(c, 'id');
      await actingAs(deps.db.app, acting, (tx) => dropDraft(tx, viewer.person, id));
      return c.redirect('/start?done=draft-deleted', 303);
    })
    .get('/pledge/drafts/:id/:step', signedIn, async (c) => {
      const step = askedStep(c);
      const draft = await ownDraft(c);
      const typed = typedInStep(step, draft.answers);
      return c.render(
        <DraftStepPage
          draft={draft}
          step={step}
          typed={typed}
          errors={noErrors}
          isChanging={isChanging(c)}
        />,
      );
    })
    .post('/pledge/drafts/:id/:step', smallBody, signedIn, async (c) => {
      const { deps, acting, viewer } = c.var;
      const step = askedStep(c);
      const fields = await readForm(c);
      const typed = typedAnswers(draftJourney[step].questions, fields);
      const save = { draft: pathId<DraftId>(c, 'id'), step, typed, now: deps.now() };
      const { saved, known } = await actingAs(deps.db.app, acting, async (tx) => {
        const kept = await saveStep(tx, viewer.person, save);
        const inTheWay = kept.ok && (step === 'agency' || step === 'place');
        return { saved: kept, known: inTheWay ? await agencyInTheWay(tx, kept.value) : undefined };
      });
      if (!saved.ok) throw new NotFound();
      const draft = saved.value;
      if (sentText(fields, 'leave') !== '') return c.redirect('/start?done=draft-saved', 303);
      const parsed = parseForm(draftJourney[step].fields(draft.answers), typed);
      if (!parsed.ok) {
        c.status(422);
        const { errors } = parsed;
        return c.render(
          <DraftStepPage
            draft={draft}
            step={step}
            typed={typed}
            errors={errors}
            isChanging={isChanging(c)}
          />,
        );
      }
      if (known) return c.redirect(draftPath(draft, 'known'), 303);
      return c.redirect(draftPath(draft, isChanging(c) ? 'check' : (stepAfter(step) ?? 'check')), 303);
    });
}

/** The person's own draft; others' don't exist for them. */
async function ownDraft(c: Context<SignedInEnv>): Promise<Draft> {
  const { deps, acting, viewer } = c.var;
  const id = pathId<DraftId>(c, 'id');
  const draft = await actingAs(deps.db.app, acting, (tx) => draftOf(tx, viewer.person, id));
  if (!draft) throw new NotFound();
  return draft;
}

function askedStep(c: Context<SignedInEnv>): DraftStep {
  const step = c.req.param('step') ?? '';
  if (!isDraftStep(step)) throw new NotFound();
  return step;
}

/** Whether the person came from checking the answers, and goes back there. */
function isChanging(c: Context<SignedInEnv>): boolean {
  return c.req.query('change') !== undefined;
}
