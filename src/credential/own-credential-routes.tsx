import { type Context, Hono } from 'hono';
import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { attachmentNamed } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { maySeeOwnRecord } from '../own-record/own-record-access.ts';
import type { TrainingRecordId } from '../training/stored-record.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { pngBadge, svgBadge } from './badge-image-actions.ts';
import { AskForCredentialPage, OwnCredentialsPage } from './own-credentials-page.tsx';
import type { SignedCredential } from './signed-credential.ts';
import {
  askForCredential,
  findLiveStaffCredential,
  giveUpCredential,
  type Oneself,
  ownCredentials,
  type StaffCredentialId,
} from './staff-credential-actions.ts';
import { staffCredentialContent, staffCredentialRefusalSentence } from './staff-credential-content.ts';
import { staffCredentialForm } from './staff-credential-form.ts';

const notices: Readonly<Record<string, string>> = staffCredentialContent.own.notices;

type OwnContext = Context<AgencyEnv>;

/** Credentials of one's own training: asked for, downloaded and given up by the person alone. */
export function ownCredentialRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/my-training/credentials';

  routes.get(base, maySeeOwnRecord, async (c) => {
    const own = await ownCredentials(c.var.deps.db.app, oneself(c), todayOf(c));
    const notice = notices[c.req.query('done') ?? ''];
    return c.render(<OwnCredentialsPage agency={c.var.agency} own={own} notice={notice} />);
  });

  routes.get(`${base}/new/:record`, maySeeOwnRecord, (c) => showForm(c, c.var.viewer.name));

  routes.post(`${base}/new/:record`, maySeeOwnRecord, smallBody, async (c) => {
    const { deps } = c.var;
    const fields = await readForm(c);
    const form = parseForm(staffCredentialForm, fields);
    if (!form.ok) return showForm(c, sentText(fields, 'name'), form.errors);
    const asked = { record: pathId<TrainingRecordId>(c, 'record'), holder: form.value.name };
    const outcome = await askForCredential(deps.db.app, oneself(c), asked, todayOf(c), deps);
    if (outcome.ok) return c.redirect(`${ownPath(c)}?done=issued`, 303);
    return showForm(c, form.value.name, { form: staffCredentialRefusalSentence(outcome.refusal) });
  });

  routes.get(`${base}/:id/:file`, maySeeOwnRecord, async (c) => {
    const { agency, deps, viewer } = c.var;
    const id = pathId<StaffCredentialId>(c, 'id');
    const [name, suffix = ''] = c.req.param('file').split('.');
    const found = await actingAs(deps.db.app, { as: 'person', person: viewer.person }, (tx) =>
      findLiveStaffCredential(tx, agency.id, id),
    );
    const answer = name === 'file' && Object.hasOwn(files, suffix) ? files[suffix] : undefined;
    if (!found || !answer) throw new NotFound();
    const { content, mediaType } = await answer(c, found);
    return c.body(typeof content === 'string' ? content : new Uint8Array(content), 200, {
      'content-type': mediaType,
      'content-disposition': attachmentNamed(`${found.training}.${suffix}`),
    });
  });

  routes.post(`${base}/:id/give-up`, maySeeOwnRecord, async (c) => {
    const { deps } = c.var;
    const id = pathId<StaffCredentialId>(c, 'id');
    const isEnded = await giveUpCredential(deps.db.app, oneself(c), id, deps.now());
    // Ended a moment before, or never theirs: the page shows what there is.
    return c.redirect(isEnded ? `${ownPath(c)}?done=given-up` : ownPath(c), 303);
  });

  return routes;
}

type Maker = (
  c: OwnContext,
  credential: SignedCredential & { readonly training: string },
) => Promise<{ readonly content: string | Buffer; readonly mediaType: string }>;

const files: Readonly<Record<string, Maker>> = {
  json: async (_, { json }) => ({ content: json, mediaType: 'application/vc' }),
  jwt: async (_, { jwt }) => ({ content: jwt, mediaType: 'application/vc+jwt' }),
  png: async (c, credential) => ({
    content: await pngBadge(c.var.deps, badgeOf(credential.training), credential),
    mediaType: 'image/png',
  }),
  svg: async (c, credential) => ({
    content: await svgBadge(c.var.deps, badgeOf(credential.training), credential),
    mediaType: 'image/svg+xml',
  }),
};

function badgeOf(training: string) {
  return { title: training, isCertified: false };
}

function oneself(c: OwnContext): Oneself {
  const { agency, viewer } = c.var;
  return { agency, person: viewer.person, email: viewer.email };
}

function todayOf(c: OwnContext): CalendarDate {
  return dayIn(c.var.agency.timeZone, c.var.deps.now());
}

function ownPath(c: OwnContext): string {
  return `/workspace/${c.var.agency.slug}/my-training/credentials`;
}

async function showForm(c: OwnContext, name: string, errors?: FormErrors): Promise<Response> {
  const record = pathId<TrainingRecordId>(c, 'record');
  const own = await ownCredentials(c.var.deps.db.app, oneself(c), todayOf(c));
  const training = own?.trainings.find((one) => one.record === record);
  if (!training) throw new NotFound();
  if (errors) c.status(422);
  const props = { agency: c.var.agency, training, name, ...(errors ? { errors } : {}) };
  return c.render(<AskForCredentialPage {...props} />);
}
