import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { actingAs } from '../database/acting.ts';
import { serveFile } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { CampaignEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { CampaignCoursePage, CampaignCoursesPage, campaignCoursesPath } from './campaign-course-pages.tsx';
import {
  countWaitingProposals,
  decideProposal,
  findProposal,
  listAcceptedCourses,
  listWaitingProposals,
} from './course-actions.ts';
import { campaignCourseContent, proposalRefusalSentence } from './course-page-content.ts';
import { listSaidCourses } from './course-promotion-actions.ts';
import { coursePromotionRoutes } from './course-promotion-routes.tsx';
import type { CourseProposalId } from './course-proposal.ts';
import { mayDecideCourses } from './training-access.ts';

const pageSize = 50;
const acceptedShown = 500;
/** Those that most agencies say; the others have their own list. */
const saidShown = 10;
const notices: Readonly<Record<string, string>> = campaignCourseContent.notices;
const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);

type CampaignContext = Context<CampaignEnv>;

/** Equivalents: an agency proposes, the campaign decides, and it holds for every record of the course. */
export function campaignCourseRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get(campaignCoursesPath, mayDecideCourses, async (c) => {
    const { acting, deps, viewer } = c.var;
    const page = pageNumber.parse(c.req.query('page') ?? '1');
    const props = await actingAs(deps.db.app, acting, async (tx) => ({
      waiting: await listWaitingProposals(tx, { limit: pageSize, offset: (page - 1) * pageSize }),
      total: await countWaitingProposals(tx),
      said: await listSaidCourses(tx, saidShown),
      accepted: await listAcceptedCourses(tx, { limit: acceptedShown, offset: 0 }),
    }));
    return c.render(
      <CampaignCoursesPage
        {...props}
        roles={viewer.campaignRoles}
        page={page}
        pageSize={pageSize}
        notice={notices[c.req.query('done') ?? '']}
      />,
    );
  });

  routes.route('/', coursePromotionRoutes(campaignCoursesPath));

  routes.get(`${campaignCoursesPath}/:id`, mayDecideCourses, (c) => showProposal(c, ''));
  routes.get(`${campaignCoursesPath}/:id/syllabus`, mayDecideCourses, async (c) => {
    const { acting, deps } = c.var;
    const id = pathId<CourseProposalId>(c, 'id');
    const proposal = await actingAs(deps.db.app, acting, (tx) => findProposal(tx, id));
    if (!proposal?.syllabus) throw new NotFound();
    return serveFile(deps.files, proposal.syllabus);
  });
  routes.post(`${campaignCoursesPath}/:id/accept`, mayDecideCourses, smallBody, (c) => decide(c, true));
  routes.post(`${campaignCoursesPath}/:id/decline`, mayDecideCourses, smallBody, (c) => decide(c, false));

  return routes;
}

async function decide(c: CampaignContext, accept: boolean) {
  const { acting, deps, viewer } = c.var;
  const id = pathId<CourseProposalId>(c, 'id');
  const reason = sentText(await readForm(c), 'reason')
    .trim()
    .slice(0, 1000);
  if (reason === '') return showProposal(c, reason, { reason: campaignCourseContent.reasonMissing });
  const outcome = await actingAs(deps.db.app, acting, (tx) =>
    decideProposal(tx, id, { accept, reason }, viewer.person, deps.now()),
  );
  if (outcome.ok) return c.redirect(`${campaignCoursesPath}?done=${accept ? 'accepted' : 'declined'}`, 303);
  if (outcome.refusal.code === 'proposal-not-found') throw new NotFound();
  return showProposal(c, reason, { form: proposalRefusalSentence(outcome.refusal) });
}

async function showProposal(c: CampaignContext, reason: string, errors?: FormErrors) {
  const { acting, deps, viewer } = c.var;
  const id = pathId<CourseProposalId>(c, 'id');
  const proposal = await actingAs(deps.db.app, acting, (tx) => findProposal(tx, id));
  if (!proposal) throw new NotFound();
  if (errors) c.status(422);
  return c.render(
    <CampaignCoursePage
      roles={viewer.campaignRoles}
      proposal={proposal}
      reason={reason}
      {...(errors ? { errors } : {})}
    />,
  );
}
