import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { noErrors } from '../uswds/form-errors.ts';
import { agencyAct } from './agency-act-routes.ts';
import type { HandOver, HandOverId } from './hand-over.ts';
import { handOverOf } from './hand-over-actions.ts';
import { acceptHandOver, declineHandOver } from './hand-over-answer-actions.ts';
import { HandOverAnswerPage, HandOverClosedPage } from './hand-over-answer-page.tsx';
import { mayAnswerHandOver } from './team-access.ts';
import { rankForm } from './team-form-content.ts';

const answer = '/workspace/:agency/hand-over/:id';

/** The answer of the person a role was offered to. */
export function handOverRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(answer, mayAnswerHandOver, async (c) => {
      const handOver = await askedHandOver(c);
      const closed = closedFor(c, handOver);
      if (closed) return showClosed(c, closed);
      return c.render(
        <HandOverAnswerPage agency={c.var.agency} handOver={handOver} rank="" errors={noErrors} />,
      );
    })
    .post(answer, smallBody, mayAnswerHandOver, async (c) => {
      const { agency, acting, deps } = c.var;
      const handOver = await askedHandOver(c);
      const closed = closedFor(c, handOver);
      if (closed) return showClosed(c, closed);
      const fields = await readForm(c);
      const form = parseForm(rankForm, fields);
      if (handOver.role === 'executive' && !form.ok) {
        const rank = sentText(fields, 'rank');
        c.status(422);
        return c.render(
          <HandOverAnswerPage agency={agency} handOver={handOver} rank={rank} errors={form.errors} />,
        );
      }
      const rank = form.ok ? form.value.rank : '';
      const taken = await actingAs(deps.db.app, acting, (tx) =>
        acceptHandOver(tx, agencyAct(c.var), { id: handOver.id, rank }),
      );
      if (!taken.ok) return showClosed(c, 'closed');
      deps.mailPosted();
      return c.redirect(`/workspace/${agency.slug}?done=hand-over-accepted`, 303);
    })
    .post(`${answer}/decline`, smallBody, mayAnswerHandOver, async (c) => {
      const { agency, acting, deps } = c.var;
      const handOver = await askedHandOver(c);
      const closed = closedFor(c, handOver);
      if (closed) return showClosed(c, closed);
      const declined = await actingAs(deps.db.app, acting, (tx) =>
        declineHandOver(tx, agencyAct(c.var), handOver.id),
      );
      if (!declined.ok) return showClosed(c, 'closed');
      deps.mailPosted();
      return c.redirect(`/workspace/${agency.slug}?done=hand-over-declined`, 303);
    });
}

async function askedHandOver(c: Context<AgencyEnv>): Promise<HandOver> {
  const { agency, acting, deps } = c.var;
  const id = pathId<HandOverId>(c, 'id');
  const handOver = await actingAs(deps.db.app, acting, (tx) => handOverOf(tx, agency.id, id));
  if (!handOver) throw new NotFound();
  return handOver;
}

function closedFor(c: Context<AgencyEnv>, handOver: HandOver): 'closed' | 'another' | undefined {
  if (handOver.email !== c.var.viewer.email) return 'another';
  return handOver.state === 'offered' ? undefined : 'closed';
}

function showClosed(c: Context<AgencyEnv>, why: 'closed' | 'another'): Response | Promise<Response> {
  c.status(why === 'another' ? 403 : 422);
  return c.render(<HandOverClosedPage agency={c.var.agency} why={why} />);
}
