import { Hono } from 'hono';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { shownName } from '../person-name/person-name.ts';
import { type PersonTraining, trainingOf } from '../training/person-training-actions.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { type MergeId, type MergeUndoRefusal, proposedChoices } from './person-merge.ts';
import { findMergedInto, listMergesInto, mergePeople, seenStamp, undoMerge } from './person-merge-actions.ts';
import { mergeRefusalSentence, mergeUndoRefusalSentence } from './person-merge-content.ts';
import { mergeForm, sentChoices } from './person-merge-form.ts';
import { likelySame } from './person-merge-likely.ts';
import { ChooseOtherPage, ComparePeoplePage } from './person-merge-pages.tsx';
import { mayChangeRoster } from './roster-access.ts';
import { findStaff, listAllStaff, listStaff } from './roster-actions.ts';
import { rosterQuery } from './roster-query.ts';
import { type PersonContext, personPath, showPerson } from './shown-person-routes.tsx';
import type { StaffId, StaffMember } from './staff-member.ts';

const peopleFound = 20;

/** Two entries of the roster that are one person: found, compared, made one, and made two again. */
export function personMergeRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/roster/people/:id';

  routes.get(`${base}/merge`, mayChangeRoster, async (c) => {
    const { agency, acting, deps } = c.var;
    const id = pathId<StaffId>(c, 'id');
    const { search } = rosterQuery.parse(c.req.query());
    const today = dayIn(agency.timeZone, deps.now());
    const props = await actingAs(deps.db.app, acting, async (tx) => {
      const member = await memberOf(c, tx, id);
      const likely = likelySame(member, await listAllStaff(tx, agency.id));
      if (search === '') return { member, likely, found: [] };
      const { members } = await listStaff(tx, agency.id, {
        search,
        kind: undefined,
        standing: 'all',
        today,
        sort: 'name',
        descending: false,
        limit: peopleFound,
        offset: 0,
      });
      return { member, likely, found: members.filter((other) => other.id !== member.id) };
    });
    return c.render(<ChooseOtherPage {...props} agency={agency} search={search} today={today} />);
  });

  routes.get(`${base}/merge/:other`, mayChangeRoster, (c) => showComparison(c));

  routes.post(`${base}/merge/:other`, mayChangeRoster, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const [kept, other] = [pathId<StaffId>(c, 'id'), pathId<StaffId>(c, 'other')];
    const fields = await readForm(c);
    const form = parseForm(mergeForm, fields);
    if (!form.ok) return showComparison(c, { fields, errors: form.errors });
    const answer = await actingAs(deps.db.app, acting, async (tx) => {
      const outcome = await mergePeople(tx, agency.id, { kept, other, ...form.value }, viewer.person);
      if (outcome.ok || outcome.refusal.code !== 'staff-not-found') return outcome;
      return { ...outcome, isDone: (await findMergedInto(tx, agency.id, other)) === kept };
    });
    // Merged by two people at once is merged: both see the one person.
    if (answer.ok || ('isDone' in answer && answer.isDone))
      return c.redirect(`${personPath(agency.slug, kept)}?done=merged`, 303);
    if (answer.refusal.code === 'staff-not-found') throw new NotFound();
    return showComparison(c, { fields, errors: { form: mergeRefusalSentence(answer.refusal) } });
  });

  routes.post(`${base}/merges/:merge/undo`, mayChangeRoster, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const [id, merge] = [pathId<StaffId>(c, 'id'), pathId<MergeId>(c, 'merge')];
    const answer = await actingAs(deps.db.app, acting, async (tx) => {
      const merges = await listMergesInto(tx, agency.id, id);
      if (!merges.some((known) => known.id === merge)) throw new NotFound();
      const outcome = await undoMerge(tx, agency.id, merge, viewer.person);
      return outcome.ok
        ? outcome
        : { ...outcome, sentence: await undoSentence(tx, agency.id, outcome.refusal) };
    });
    if (answer.ok || answer.refusal.code === 'merge-undone-before')
      return c.redirect(`${personPath(agency.slug, id)}?done=merge-undone`, 303);
    return showPerson(c, id, { problem: answer.sentence });
  });

  return routes;
}

async function showComparison(
  c: PersonContext,
  sent?: { readonly fields: FormFields; readonly errors: FormErrors },
) {
  const { agency, acting, deps } = c.var;
  const today = dayIn(agency.timeZone, deps.now());
  const [id, otherId] = [pathId<StaffId>(c, 'id'), pathId<StaffId>(c, 'other')];
  if (id === otherId) throw new NotFound();
  const props = await actingAs(deps.db.app, acting, async (tx) => {
    const [kept, other] = [await memberOf(c, tx, id), await memberOf(c, tx, otherId)];
    const recordsOf = async (of: StaffMember) => recordCount(await trainingOf(tx, agency.id, of.id, today));
    return {
      kept,
      other,
      records: { kept: await recordsOf(kept), other: await recordsOf(other) },
      seen: await seenStamp(tx, agency.id, kept.id, other.id),
    };
  });
  const proposed = proposedChoices(props.kept, props.other);
  if (sent) c.status(422);
  return c.render(
    <ComparePeoplePage
      {...props}
      agency={agency}
      choices={sent ? sentChoices((fact) => sentText(sent.fields, fact), proposed) : proposed}
      reason={sent ? sentText(sent.fields, 'reason') : ''}
      {...(sent ? { errors: sent.errors } : {})}
    />,
  );
}

function recordCount({ classes, removed }: PersonTraining): number {
  return classes.reduce((sum, { rows }) => sum + rows.length, removed.length);
}

async function memberOf(c: PersonContext, tx: Transaction, id: StaffId): Promise<StaffMember> {
  const member = await findStaff(tx, c.var.agency.id, id);
  if (!member) throw new NotFound();
  return member;
}

async function undoSentence(
  tx: Transaction,
  agency: Parameters<typeof findStaff>[1],
  refusal: MergeUndoRefusal,
): Promise<string> {
  const about = 'kept' in refusal ? refusal.kept : 'into' in refusal ? refusal.into : undefined;
  const member = about && (await findStaff(tx, agency, about));
  return mergeUndoRefusalSentence(refusal, member ? shownName(member.name) : 'this person');
}
