import { type Context, Hono } from 'hono';
import type { NamedAgency } from '../agency/agency.ts';
import { namedAgency } from '../agency/agency-actions.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { SignedInEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { attemptLimits, takeAttempt } from '../identity/rate-limit.ts';
import { noErrors } from '../uswds/form-errors.ts';
import { personAct } from './agency-act-routes.ts';
import { askToJoin } from './join-request-actions.ts';
import { JoinPage } from './join-request-page.tsx';
import { mayAskToJoin } from './team-access.ts';
import { teamContent as content } from './team-content.ts';
import { joinForm } from './team-form-content.ts';

/** Asking to belong to an agency: the request goes to those who decide. */
export function joinRequestRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/pledge/join/:agency', mayAskToJoin, async (c) =>
      c.render(<JoinPage agency={await askedAgency(c)} note="" errors={noErrors} />),
    )
    .post('/pledge/join/:agency', smallBody, mayAskToJoin, async (c) => {
      const { deps, acting, viewer } = c.var;
      const agency = await askedAgency(c);
      const fields = await readForm(c);
      const form = parseForm(joinForm, fields);
      if (form.ok) {
        await takeAttempt(deps.db.app, `join:person:${viewer.person}`, attemptLimits.joinByPerson);
        await takeAttempt(deps.db.app, `join:agency:${agency.id}`, attemptLimits.joinByAgency);
      }
      const asked = form.ok
        ? await actingAs(deps.db.app, acting, (tx) =>
            askToJoin(tx, personAct(c.var), { agency, note: form.value.note }),
          )
        : undefined;
      if (asked?.ok) {
        deps.mailPosted();
        return c.redirect('/start?done=join-asked', 303);
      }
      const refusal = asked?.refusal.code === 'belongs-already' ? content.join.belongs : content.join.asked;
      c.status(422);
      return c.render(
        <JoinPage
          agency={agency}
          note={sentText(fields, 'note')}
          errors={form.ok ? { note: refusal } : form.errors}
        />,
      );
    });
}

async function askedAgency(c: Context<SignedInEnv>): Promise<NamedAgency> {
  const { deps, acting } = c.var;
  const agency = await actingAs(deps.db.app, acting, (tx) => namedAgency(tx, c.req.param('agency') ?? ''));
  if (!agency) throw new NotFound();
  return agency;
}
