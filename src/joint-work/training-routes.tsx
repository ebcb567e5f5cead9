import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { longDate } from '../calendar/calendar-date.ts';
import type { ClassSessionId } from '../class-session/class-session.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import type { ConflictField } from '../uswds/edit-conflict.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { revisionOnly } from './joint-form.ts';
import { listAsked, trainingList } from './joint-list.ts';
import { isShared, sideName } from './joint-place.ts';
import { doors, hrefOf, type JointEnv, jointAct } from './joint-request-routes.ts';
import {
  changedTrainingFields,
  type JointTraining,
  type JointTrainingContent,
  type JointTrainingId,
} from './joint-training.ts';
import {
  addTraining,
  changeTraining,
  classesToList,
  findTraining,
  listTrainings,
  removeTraining,
  restoreTraining,
  trainingOfClass,
} from './joint-training-actions.ts';
import { trainingContent, trainingFieldLabels, trainingRefusalMessage } from './joint-training-content.ts';
import {
  newTraining,
  type TypedTraining,
  trainingForm,
  typedTraining,
  typedTrainingFromSent,
} from './joint-training-form.ts';
import { TrainingFormPage } from './training-form-page.tsx';
import { TrainingListPage } from './training-list-page.tsx';

/** Trainings that both sides gave together, the same for both. */
export function jointTrainingRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const { path, read, change } of doors) {
    routes.get(`${path}/trainings`, read, (c) => showList(c));

    routes.get(`${path}/trainings/new`, change, async (c) => {
      const { joint, acting, deps } = c.var;
      if (!isShared(joint.partnership)) return c.redirect(`${joint.base}/trainings`, 303);
      const chosen = z.uuid().safeParse(c.req.query('class')).data as ClassSessionId | undefined;
      const found =
        chosen &&
        joint.side === 'agency' &&
        (await actingAs(deps.db.app, acting, (tx) =>
          trainingOfClass(tx, joint.partnership, chosen, joint.today),
        ));
      return newPage(c, found ? typedTraining(found, chosen) : newTraining);
    });

    routes.post(`${path}/trainings/new`, change, smallBody, async (c) => {
      const { joint, acting, deps } = c.var;
      const sent = await readForm(c);
      const typed = typedTrainingFromSent(sent);
      const form = parseForm(trainingForm, sent);
      if (!form.ok) return newPage(c, typed, form.errors);
      const session = form.value.session as ClassSessionId | undefined;
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        addTraining(tx, jointAct(c), form.value.content, { session, today: joint.today }),
      );
      if (!outcome.ok) return newPage(c, typed, trainingRefusalMessage(outcome.refusal));
      return c.redirect(`${joint.base}/trainings?done=training-added`, 303);
    });

    routes.get(`${path}/trainings/:training/edit`, change, async (c) => {
      const training = await trainingAt(c);
      if (training.isRemoved) return c.redirect(`${c.var.joint.base}/trainings?shown=removed`, 303);
      return c.render(changePage(c, training, { typed: typedTraining(training) }));
    });

    routes.post(`${path}/trainings/:training/edit`, change, smallBody, async (c) => {
      const { joint, acting, deps } = c.var;
      const training = await trainingAt(c);
      const sent = await readForm(c);
      const typed = typedTrainingFromSent(sent);
      const form = parseForm(trainingForm, sent);
      if (!form.ok) {
        c.status(422);
        const revision = Number(sentText(sent, 'revision'));
        return c.render(changePage(c, { ...training, revision }, { typed, errors: form.errors }));
      }
      const { revision, content } = form.value;
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        changeTraining(tx, jointAct(c), training.id, { revision, content, today: joint.today }),
      );
      const saved = `${joint.base}/trainings?done=training-changed`;
      if (outcome.ok) return c.redirect(saved, 303);
      const { refusal } = outcome;
      const isConflict = refusal.code === 'training-changed' && !refusal.now.isRemoved;
      const now = isConflict ? refusal.now : training;
      const conflict = isConflict ? conflictOf(c, content, refusal.now) : undefined;
      // The same was saved already, by a second click or by somebody who wrote the very same.
      if (conflict?.length === 0) return c.redirect(saved, 303);
      c.status(422);
      const errors = isConflict ? undefined : trainingRefusalMessage(refusal);
      return c.render(changePage(c, now, { typed, conflict, errors }));
    });

    for (const [does, act, done] of [
      ['remove', removeTraining, 'training-removed'],
      ['restore', restoreTraining, 'training-restored'],
    ] as const) {
      routes.post(`${path}/trainings/:training/${does}`, change, smallBody, async (c) => {
        const { joint, acting, deps } = c.var;
        const id = pathId<JointTrainingId>(c, 'training');
        const { revision } = revisionOnly.parse(await readForm(c));
        const outcome = await actingAs(deps.db.app, acting, (tx) => act(tx, jointAct(c), id, revision));
        if (!outcome.ok) {
          if (outcome.refusal.code === 'training-not-found') throw new NotFound();
          return showList(c, trainingRefusalMessage(outcome.refusal));
        }
        return c.redirect(`${joint.base}/trainings?done=${done}`, 303);
      });
    }
  }
  return routes;
}

async function showList(c: Context<JointEnv>, errors?: FormErrors) {
  const { joint, acting, deps } = c.var;
  const asked = listAsked(c.req.query(), trainingList);
  const list = await actingAs(deps.db.app, acting, (tx) => listTrainings(tx, joint.partnership, asked));
  if (errors) c.status(422);
  const href = errors ? `${joint.base}/trainings` : hrefOf(c);
  const notice = errors ? undefined : c.req.query('done');
  return c.render(<TrainingListPage place={joint} {...list} {...{ asked, href, notice, errors }} />);
}

async function trainingAt(c: Context<JointEnv>): Promise<JointTraining> {
  const { joint, acting, deps } = c.var;
  const id = pathId<JointTrainingId>(c, 'training');
  const training = await actingAs(deps.db.app, acting, (tx) => findTraining(tx, joint.partnership, id));
  if (!training) throw new NotFound();
  return training;
}

function conflictOf(
  c: Context<JointEnv>,
  yours: JointTrainingContent,
  now: JointTrainingContent,
): readonly ConflictField[] {
  const side = (of: JointTrainingContent) =>
    of.taughtBySide === 'both' ? trainingContent.both : sideName(c.var.joint.partnership, of.taughtBySide);
  const words = (of: JointTrainingContent) => ({
    ...of,
    heldOn: longDate(of.heldOn),
    taughtBySide: side(of),
    attended: String(of.attended),
  });
  return changedTrainingFields(yours, now).map((field) => ({
    label: trainingFieldLabels[field],
    yours: words(yours)[field],
    now: words(now)[field],
  }));
}

async function newPage(c: Context<JointEnv>, typed: TypedTraining, errors?: FormErrors) {
  const { joint, acting, deps } = c.var;
  const classes =
    joint.side === 'agency'
      ? await actingAs(deps.db.app, acting, (tx) => classesToList(tx, joint.partnership, joint.today))
      : [];
  if (errors) c.status(422);
  return c.render(
    <TrainingFormPage
      place={joint}
      training={undefined}
      revision={0}
      typed={typed}
      classes={classes}
      errors={errors}
    />,
  );
}

function changePage(
  c: Context<JointEnv>,
  training: JointTraining,
  shown: {
    readonly typed: TypedTraining;
    readonly errors?: FormErrors | undefined;
    readonly conflict?: readonly ConflictField[] | undefined;
  },
) {
  const { revision } = training;
  return (
    <TrainingFormPage place={c.var.joint} training={training} revision={revision} classes={[]} {...shown} />
  );
}
