import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { admitDocumentOf, intakeRefusalSentence } from '../files/document-intake.ts';
import { documentSizeLimit } from '../files/file-kind.ts';
import { serveFile } from '../files/serve-file.ts';
import type { AppEnv, Deps } from '../http/environment.ts';
import { type FormFields, parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { receiveUpload, type Upload } from '../http/upload.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import {
  courseReadings,
  decideCourse,
  findProposal,
  listProposals,
  proposeCourse,
  undoCourseDecision,
  withdrawProposal,
} from './course-actions.ts';
import { CoursePage } from './course-page.tsx';
import { coursePageContent, courseRefusalSentence, proposalRefusalSentence } from './course-page-content.ts';
import { courseDecisionForm, proposalForm } from './course-page-form.ts';
import { CoursesPage } from './course-pages.tsx';
import type { CourseProposalId } from './course-proposal.ts';
import { rulesOf } from './coverage-actions.ts';
import { syllabusKinds } from './syllabus-kinds.ts';
import { mayChangeTraining } from './training-access.ts';

const pageSize = 50;
const lengthsShown = 50;
const notices: Readonly<Record<string, string>> = coursePageContent.notices;

const courseQuery = z.object({
  shown: z.enum(['related', 'all']).catch('related'),
  search: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

type CourseContext = Context<AgencyEnv>;

/** The courses in an agency's records: how each is read, what the agency says it was, and what it asks. */
export function courseRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/training/courses';

  routes.get(base, mayChangeTraining, async (c) => {
    const { agency, acting, deps } = c.var;
    const query = courseQuery.parse(c.req.query());
    const props = await actingAs(deps.db.app, acting, async (tx) => ({
      rules: await rulesOf(tx, agency.id),
      ...(await courseReadings(tx, agency.id, {
        today: dayIn(agency.timeZone, deps.now()),
        related: query.shown === 'related',
        search: query.search,
        limit: pageSize,
        offset: (query.page - 1) * pageSize,
      })),
      proposals: await listProposals(tx, agency.id),
    }));
    const { pathname, search } = new URL(c.req.url);
    return c.render(
      <CoursesPage
        {...props}
        {...query}
        agency={agency}
        pageSize={pageSize}
        href={pathname + search}
        notice={notices[c.req.query('done') ?? '']}
      />,
    );
  });

  routes.get(`${base}/course`, mayChangeTraining, (c) => showCourse(c, c.req.query('key') ?? ''));

  routes.post(`${base}/decide`, mayChangeTraining, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const fields = await readForm(c);
    const form = parseForm(courseDecisionForm, fields);
    if (!form.ok) return showCourse(c, sentText(fields, 'key'), fields, form.errors);
    const { key, ...said } = form.value;
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      decideCourse(tx, agency.id, key, said, viewer.person),
    );
    if (outcome.ok) return c.redirect(`${coursesPath(c)}?done=decided`, 303);
    return showCourse(c, key, fields, { form: courseRefusalSentence(outcome.refusal) });
  });

  routes.post(`${base}/undo`, mayChangeTraining, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const key = sentText(await readForm(c), 'key');
    const outcome = await actingAs(deps.db.app, acting, (tx) => undoCourseDecision(tx, agency.id, key));
    if (!outcome.ok) throw new NotFound();
    return c.redirect(`${coursesPath(c)}?done=undone`, 303);
  });

  routes.post(`${base}/propose`, mayChangeTraining, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const upload = await receiveUpload(c, { fileSize: documentSizeLimit, files: 1 });
    try {
      const form = parseForm(proposalForm, upload.fields);
      const syllabus = await admittedSyllabus(deps, upload);
      if (!form.ok || !syllabus.ok) {
        const errors = { ...(form.ok ? {} : form.errors), ...(syllabus.ok ? {} : syllabus.errors) };
        return await showCourse(c, sentText(upload.fields, 'key'), upload.fields, errors);
      }
      const { key: courseKey, onlyThere, ...asked } = form.value;
      const provider = onlyThere ? asked.offeredBy : '';
      const question = { ...asked, courseKey, provider, syllabus: syllabus.value };
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        proposeCourse(tx, agency.id, question, viewer.person, deps.now()),
      );
      if (outcome.ok) return c.redirect(`${coursesPath(c)}?done=proposed#asked`, 303);
      const errors = { form: proposalRefusalSentence(outcome.refusal) };
      return await showCourse(c, courseKey, upload.fields, errors);
    } finally {
      await upload.discard();
    }
  });

  routes.get(`${base}/proposals/:id/syllabus`, mayChangeTraining, async (c) => {
    const { agency, acting, deps } = c.var;
    const id = pathId<CourseProposalId>(c, 'id');
    const proposal = await actingAs(deps.db.app, acting, (tx) => findProposal(tx, id));
    if (proposal?.agency !== agency.id || !proposal.syllabus) throw new NotFound();
    return serveFile(deps.files, proposal.syllabus);
  });

  routes.post(`${base}/proposals/:id/withdraw`, mayChangeTraining, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const id = pathId<CourseProposalId>(c, 'id');
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      withdrawProposal(tx, agency.id, id, viewer.person, deps.now()),
    );
    if (!outcome.ok && outcome.refusal.code === 'proposal-not-found') throw new NotFound();
    return c.redirect(`${coursesPath(c)}${outcome.ok ? '?done=withdrawn' : ''}#asked`, 303);
  });

  return routes;
}

async function admittedSyllabus(deps: Deps, { files }: Upload) {
  const file = await admitDocumentOf(
    deps,
    syllabusKinds,
    files.find(({ field }) => field === 'syllabus'),
  );
  if (file.ok) return file;
  return { ok: false, errors: { syllabus: intakeRefusalSentence(syllabusKinds, file.refusal) } } as const;
}

function coursesPath(c: Pick<CourseContext, 'var'>): string {
  return `/workspace/${c.var.agency.slug}/training/courses`;
}

async function showCourse(c: CourseContext, courseKey: string, fields: FormFields = {}, errors?: FormErrors) {
  const { agency, acting, deps } = c.var;
  const props = await actingAs(deps.db.app, acting, async (tx) => ({
    rules: await rulesOf(tx, agency.id),
    ...(await courseReadings(tx, agency.id, {
      today: dayIn(agency.timeZone, deps.now()),
      related: false,
      search: '',
      courseKey,
      limit: lengthsShown,
      offset: 0,
    })),
  }));
  if (props.readings.length === 0) throw new NotFound();
  if (errors) c.status(422);
  const values = Object.fromEntries(Object.keys(fields).map((name) => [name, sentText(fields, name)]));
  return c.render(
    <CoursePage
      agency={agency}
      rules={props.rules}
      readings={props.readings}
      values={values}
      {...(errors ? { errors } : {})}
    />,
  );
}
