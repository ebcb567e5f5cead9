import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import { memorandumDocx } from '../documents/memorandum-docx.ts';
import { TypesettingError } from '../documents/typesetter.ts';
import { findStoredFile } from '../files/file-actions.ts';
import { attachmentNamed, serveFile } from '../files/serve-file.ts';
import type { AppEnv, Deps } from '../http/environment.ts';
import { NotFound, UnusableRequest } from '../http/refused-request.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { agreementContent, memorandumDocument } from './agreement-content.ts';
import { type AgreementPlace, namesOf } from './agreement-place.ts';
import { onBothSides } from './agreement-place-routes.ts';
import { type AgreementVersion, agreedVersion, versionStanding } from './agreement-version.ts';
import { ComparisonPage } from './comparison-page.tsx';
import { openDraft } from './draft-actions.ts';
import { memorandumSections, sectionTexts } from './memorandum-content.ts';
import { compareSections } from './section-comparison.ts';
import { listVersions } from './version-actions.ts';
import { VersionPage } from './version-page.tsx';
import { VersionsPage } from './versions-page.tsx';

/** What both sides read of an agreement: every version, its documents, and two of them beside each other. */
export function versionRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  onBothSides(routes, 'get', '/agreement/versions', (c, deps, place) => answerVersions(c, deps, place));

  onBothSides(routes, 'get', '/agreement/versions/:number', async (c, deps, place) =>
    answerVersion(c, place, await versionAt(c, deps, place)),
  );

  onBothSides(routes, 'get', '/agreement/versions/:number/changes', async (c, deps, place) => {
    const { version, versions } = await versionAt(c, deps, place);
    const older = olderOf(versions, version, c.req.query('from'));
    if (!older) throw new NotFound();
    const names = namesOf(place.partnership);
    const textsOf = ({ terms }: AgreementVersion) => sectionTexts(memorandumSections(terms, names));
    return c.render(
      <ComparisonPage
        place={place}
        older={older.number}
        newer={version.number}
        sections={compareSections(textsOf(older), textsOf(version))}
      />,
    );
  });

  onBothSides(routes, 'get', '/agreement/versions/:number/document', async (c, deps, place) => {
    const { version } = await versionAt(c, deps, place);
    const { agency } = place.partnership;
    const file =
      version.document &&
      (await actingAs(deps.db.app, place.acting, (tx) =>
        findStoredFile(tx, agency.id, version.document?.id ?? ''),
      ));
    if (!file) throw new NotFound();
    return serveFile(deps.files, file);
  });

  onBothSides(routes, 'get', '/agreement/versions/:number/memorandum.docx', async (c, deps, place) => {
    const { version } = await writtenVersionAt(c, deps, place);
    const facts = memorandumDocument(version, place.partnership, deps.config.campaign.name);
    return download(await memorandumDocx(facts), docxType, `Memorandum, version ${version.number}.docx`);
  });

  onBothSides(routes, 'get', '/agreement/versions/:number/memorandum.pdf', async (c, deps, place) => {
    const { version } = await writtenVersionAt(c, deps, place);
    const facts = memorandumDocument(version, place.partnership, deps.config.campaign.name);
    const pdf = await deps.documents.memorandum(facts).catch((error: unknown) => {
      if (error instanceof TypesettingError) throw new UnusableRequest(422, agreementContent.unprintable);
      throw error;
    });
    return download(pdf, 'application/pdf', `Memorandum, version ${version.number}.pdf`);
  });

  return routes;
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function download(bytes: Uint8Array, type: string, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': attachmentNamed(name),
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  });
}

/** The agreement's page, also after an act on it was refused. */
export async function answerVersions(
  c: Context,
  deps: Deps,
  place: AgreementPlace,
  errors?: FormErrors,
): Promise<Response> {
  const { partnership, reader } = place;
  const { versions, draft } = await actingAs(deps.db.app, place.acting, async (tx) => ({
    versions: await listVersions(tx, { agency: partnership.agency.id, partnership: partnership.id }),
    draft: place.mayChange
      ? await openDraft(
          tx,
          { agency: partnership.agency.id, partner: partnership.partner.id, side: reader.side },
          {},
        )
      : undefined,
  }));
  if (errors) c.status(422);
  return c.render(
    <VersionsPage
      place={place}
      versions={versions}
      hasDraft={(draft?.saved.length ?? 0) > 0}
      notice={errors ? undefined : c.req.query('done')}
      errors={errors}
    />,
  );
}

/** One version, also after its answer was refused. */
export function answerVersion(
  c: Context,
  place: AgreementPlace,
  { version, versions }: FoundVersion,
  refused?: {
    readonly errors: FormErrors;
    readonly typed: { readonly name: string; readonly title: string };
  },
): Response | Promise<Response> {
  if (refused) c.status(422);
  return c.render(
    <VersionPage
      place={place}
      version={version}
      standing={versionStanding(version, versions, place.today)}
      hasEarlier={olderOf(versions, version, undefined) !== undefined}
      typed={refused?.typed}
      errors={refused?.errors}
    />,
  );
}

interface FoundVersion {
  readonly version: AgreementVersion;
  readonly versions: readonly AgreementVersion[];
}

async function versionAt(c: Context, deps: Deps, place: AgreementPlace): Promise<FoundVersion> {
  const { partnership } = place;
  const of = { agency: partnership.agency.id, partnership: partnership.id };
  const versions = await actingAs(deps.db.app, place.acting, (tx) => listVersions(tx, of));
  const number = c.req.param('number');
  const version = versions.find((one) => String(one.number) === number);
  if (!version) throw new NotFound();
  return { version, versions };
}

/** Only what was written here can be set anew: a signed paper is the document itself. */
async function writtenVersionAt(c: Context, deps: Deps, place: AgreementPlace): Promise<FoundVersion> {
  const found = await versionAt(c, deps, place);
  if (!found.version.terms.memorandum) throw new NotFound();
  return found;
}

/** What a version is compared with: the one asked for, else the one agreed last, else the one before it. */
function olderOf(
  versions: readonly AgreementVersion[],
  { number }: AgreementVersion,
  asked: string | undefined,
): AgreementVersion | undefined {
  const others = versions.filter((one) => one.number !== number);
  if (asked !== undefined) return others.find((one) => String(one.number) === asked);
  const agreed = agreedVersion(versions);
  if (agreed && agreed.number < number) return agreed;
  return others.find((one) => one.number < number);
}
