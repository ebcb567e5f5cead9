import type { Context } from 'hono';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { rulesOf } from '../training/coverage-actions.ts';
import { trainingOf } from '../training/person-training-actions.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { personHistory } from './person-history.ts';
import { findPersonSource, listPersonEvents } from './person-history-store.ts';
import { findMergedInto, listMergesInto } from './person-merge-actions.ts';
import { PersonPage } from './person-page.tsx';
import { personWords } from './person-page-content.ts';
import { findStaff } from './roster-actions.ts';
import { rosterWords } from './roster-page-content.ts';
import { hasLeft } from './staff-member.ts';

export type PersonContext = Context<AgencyEnv>;

const notices: Readonly<Record<string, string>> = rosterWords.notices;

/**
 * The page about one person; who was merged into somebody is found there. When something is wrong the status is 422. An unknown or
 * another agency's id is not found.
 */
export async function showPerson(
  c: PersonContext,
  id: string,
  wrong?: { readonly errors: FormErrors; readonly lastDay?: string } | { readonly problem: string },
) {
  const { agency, acting, deps } = c.var;
  const today = dayIn(agency.timeZone, deps.now());
  const found = await actingAs(deps.db.app, acting, async (tx) => {
    const member = await findStaff(tx, agency.id, id);
    const source = member && (await findPersonSource(tx, agency.id, member.id));
    if (!member || !source) return { mergedInto: await findMergedInto(tx, agency.id, id) };
    return {
      member,
      source,
      history: personHistory(await listPersonEvents(tx, agency.id, member.id), source.state),
      merges: await listMergesInto(tx, agency.id, member.id),
      rules: await rulesOf(tx, agency.id),
      training: await trainingOf(tx, agency.id, member.id, today),
    };
  });
  if ('mergedInto' in found) {
    if (!found.mergedInto) throw new NotFound();
    return c.redirect(`${personPath(agency.slug, found.mergedInto)}?done=was-merged`, 303);
  }
  if (wrong) c.status(422);
  return c.render(
    <PersonPage
      {...found}
      agency={agency}
      hasLeft={hasLeft(found.member, today)}
      mayChange={agency.roles.some((role) => role === 'coordinator' || role === 'training-officer')}
      notice={wrong ? undefined : noticeOf(c)}
      {...wrong}
    />,
  );
}

export function personPath(slug: string, id: string): string {
  return `/workspace/${slug}/roster/people/${id}`;
}

function noticeOf(c: PersonContext): string | undefined {
  const done = notices[c.req.query('done') ?? ''];
  const matched = Number(c.req.query('matched') ?? 0);
  return done && Number.isInteger(matched) && matched > 0 ? `${done} ${personWords.matched(matched)}` : done;
}
