import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { awaitJob } from '../jobs/job-actions.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import { passageReference, suggestedReference, withReference } from './accepted-passage.ts';
import {
  type ReadChecklist,
  readChecklist,
  type TypedAnswers,
  typedFromSent,
} from './checklist-form-content.ts';
import { acceptPassage, readDraft, takeBackPassage } from './passage-actions.ts';
import { mayChangePolicy } from './policy-access.ts';
import { saveChecklist } from './policy-actions.ts';
import { revisionField } from './policy-form-content.ts';
import {
  answerChecklist,
  answerRefusedChecklist,
  type ShownChecklist,
  shownChecklist,
} from './shown-checklist-routes.tsx';

/** A short document is read before its checklist is shown for the first time. */
const readingMilliseconds = 2_500;

/** Going through the checklist of the draft. */
export function checklistRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/policy/draft/checklist', mayChangePolicy, async (c) => {
    const { acting, deps } = c.var;
    const shown = await shownChecklist(c);
    if (!shown) return c.redirect(basePath(c), 303);
    if (shown.proposals.is !== 'under-way') return answerChecklist(c, shown);
    await awaitJob(deps.db.app, acting, shown.draft.document.id, readingMilliseconds);
    return answerChecklist(c, (await shownChecklist(c)) ?? shown);
  });

  routes.post('/workspace/:agency/policy/draft/checklist', mayChangePolicy, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const sent = await sentChecklist(c);
    if (!sent) return c.redirect(basePath(c), 303);
    const { read, revision } = sent;
    if (!read.ok) return answerChecklist(c, faulty(sent), read);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      saveChecklist(tx, agencyAct(c.var), { revision, answers: read.answers }),
    );
    if (!outcome.ok) return answerRefusedChecklist(c, sent, outcome.refusal);
    const isReady = outcome.value.unsettled === 0;
    return c.redirect(`${basePath(c)}?done=${isReady ? 'ready' : 'saved'}`, 303);
  });

  routes.post('/workspace/:agency/policy/draft/checklist/passages', mayChangePolicy, smallBody, async (c) => {
    const fields = await readForm(c);
    const wanted = passageButton.safeParse(fields);
    const sent = await sentChecklist(c);
    if (!sent || !wanted.success) return c.redirect(`${basePath(c)}/draft/checklist`, 303);
    return 'use' in wanted.data ? use(c, sent, wanted.data.use) : takeBack(c, sent, wanted.data.takeBack);
  });

  routes.post('/workspace/:agency/policy/draft/read', mayChangePolicy, smallBody, async (c) => {
    const { acting, deps } = c.var;
    await actingAs(deps.db.app, acting, (tx) => readDraft(tx, agencyAct(c.var)));
    deps.jobPosted();
    return c.redirect(`${basePath(c)}/draft/checklist?done=reading`, 303);
  });

  return routes;
}

/** Which button of a passage was pressed: `use=dispatch:12`, or `takeBack=` and the id of an accepted one. */
const passageButton = z.union([
  z.object({
    use: z
      .string()
      .regex(/^[a-z-]+:\d{1,6}$/)
      .transform((text) => ({ code: text.split(':')[0] ?? '', place: Number(text.split(':')[1]) })),
  }),
  z.object({ takeBack: z.uuid() }),
]);

interface SentChecklist {
  readonly shown: ShownChecklist;
  readonly typed: TypedAnswers;
  readonly revision: number;
  readonly read: ReadChecklist;
}

async function sentChecklist(c: Context<AgencyEnv>): Promise<SentChecklist | undefined> {
  const shown = await shownChecklist(c);
  if (!shown) return undefined;
  const fields = await readForm(c);
  const typed = typedFromSent(shown.elements, fields);
  const revision = revisionField.parse(sentText(fields, 'revision'));
  return { shown, typed, revision, read: readChecklist(shown.elements, typed, shown.suggested, shown.kept) };
}

/** The page as it was sent, with the revision it showed. */
function faulty({ shown, typed, revision }: SentChecklist): ShownChecklist {
  return { ...shown, typed, draft: { ...shown.draft, revision } };
}

async function use(
  c: Context<AgencyEnv>,
  sent: SentChecklist,
  chosen: { readonly code: string; readonly place: number },
): Promise<Response> {
  const { acting, deps } = c.var;
  const { shown, revision } = sent;
  const element = shown.elements.find(({ code }) => code === chosen.code);
  const proposed = shown.proposals.is === 'read' && element ? shown.proposals.passages[element.code] : [];
  const passage = proposed?.find(({ place }) => place === chosen.place);
  if (!element || !passage) return answerRefusedChecklist(c, sent, { code: 'passage-not-found' });
  const before = sent.typed[element.code] ?? { status: '', reference: '', notes: '' };
  const earlier = shown.kept.find(({ code, isToCheck }) => code === element.code && isToCheck);
  // A reference into an earlier document gives way to one into this; one typed meanwhile is added to.
  const isOutdated = earlier !== undefined && earlier.reference === before.reference;
  const reference = withReference(isOutdated ? '' : before.reference, passageReference(passage));
  // Who takes a passage has looked at this element, and at no other.
  const typed = { ...sent.typed, [element.code]: { ...before, reference, checked: 'yes' } };
  const suggested = { ...shown.suggested, [element.code]: reference };
  const read = readChecklist(shown.elements, typed, suggested, shown.kept);
  if (!read.ok) return answerChecklist(c, faulty({ ...sent, typed }), read);
  const outcome = await actingAs(deps.db.app, acting, (tx) =>
    acceptPassage(tx, agencyAct(c.var), {
      revision,
      answers: read.answers,
      code: element.code,
      place: passage.place,
    }),
  );
  if (!outcome.ok) return answerRefusedChecklist(c, { shown, typed }, outcome.refusal);
  return c.redirect(`${basePath(c)}/draft/checklist?done=accepted#element-${element.code}`, 303);
}

async function takeBack(c: Context<AgencyEnv>, sent: SentChecklist, id: string): Promise<Response> {
  const { acting, deps } = c.var;
  const { shown, revision, typed } = sent;
  const passage = shown.accepted.find((one) => one.id === id);
  if (!passage) return c.redirect(`${basePath(c)}/draft/checklist`, 303);
  const { code } = passage;
  const rest = shown.accepted.filter((one) => one.code === code && one !== passage);
  const before = typed[code];
  // A reference that only the passages made goes with them; one that somebody wrote stays.
  const isSuggested =
    before !== undefined && before.reference === shown.suggested[code] && before.status === '';
  const kept = isSuggested ? { ...typed, [code]: { ...before, reference: suggestedReference(rest) } } : typed;
  const suggested = { ...shown.suggested, [code]: suggestedReference(rest) };
  const read = readChecklist(shown.elements, kept, suggested, shown.kept);
  if (!read.ok) return answerChecklist(c, faulty({ ...sent, typed: kept }), read);
  const outcome = await actingAs(deps.db.app, acting, (tx) =>
    takeBackPassage(tx, agencyAct(c.var), { revision, answers: read.answers, id }),
  );
  if (!outcome.ok) return answerRefusedChecklist(c, { shown, typed: kept }, outcome.refusal);
  return c.redirect(`${basePath(c)}/draft/checklist?done=taken-back#element-${code}`, 303);
}

function basePath(c: Context<AgencyEnv>): string {
  return `/workspace/${c.var.agency.slug}/policy`;
}
