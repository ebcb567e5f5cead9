import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import { admitDocumentOf, agreementKinds, intakeRefusalSentence } from '../files/document-intake.ts';
import { documentSizeLimit } from '../files/file-kind.ts';
import type { AppEnv, Deps } from '../http/environment.ts';
import { parseForm } from '../http/form.ts';
import { receiveUpload } from '../http/upload.ts';
import { formContent } from '../partnership/partnership-form-content.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import type { AgreementPlace } from './agreement-place.ts';
import { onBothSides } from './agreement-place-routes.ts';
import { versionRefusalMessage } from './agreement-refusal-content.ts';
import { type AgreementVersion, waitingVersion } from './agreement-version.ts';
import { otherVersionConflict } from './other-version-content.ts';
import {
  otherVersionForm,
  type TypedOtherVersion,
  typedFacts,
  typedOtherVersion,
} from './other-version-form.ts';
import { OtherVersionPage } from './other-version-page.tsx';
import { placeNow, propose, proposed } from './proposal-routes.tsx';
import { listVersions } from './version-actions.ts';

/** A side's own version in answer to an uploaded one: without having to write the whole agreement. */
export function otherVersionRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  onBothSides(routes, 'get', '/agreement/answer', async (c, deps, place) => {
    const waiting = await uploadedToAnswer(deps, place);
    if (!waiting) return c.redirect(`${place.base}/agreement/versions`, 303);
    const typed: TypedOtherVersion = {
      ...typedFacts(waiting.terms.arrangement),
      note: '',
      signerName: place.name,
      signerTitle: '',
    };
    return answer(c, place, waiting, typed);
  });

  onBothSides(routes, 'upload', '/agreement/answer', async (c, deps, place) => {
    const waiting = await uploadedToAnswer(deps, place);
    if (!waiting) return c.redirect(`${place.base}/agreement/versions`, 303);
    const upload = await receiveUpload(c, { fileSize: documentSizeLimit, files: 1 });
    try {
      const typed = typedOtherVersion(upload.fields);
      const form = parseForm(otherVersionForm, upload.fields);
      const received = upload.files.find(({ field }) => field === 'file');
      const file = received && (await admitDocumentOf(deps, agreementKinds, received));
      const fileErrors: FormErrors =
        file && !file.ok ? { file: intakeRefusalSentence(agreementKinds, file.refusal) } : {};
      const chosenAgain: FormErrors = received ? { file: formContent.chooseAgain } : {};
      const again = (errors: FormErrors) => answer(c, place, waiting, typed, errors);
      if (!form.ok) return again({ ...chosenAgain, ...fileErrors, ...form.errors });
      if (file && !file.ok) return again(fileErrors);
      const { revision, note, signer, facts } = form.value;
      const { arrangement, memorandum } = waiting.terms;
      const outcome = await propose(deps, place, {
        revision,
        terms: { arrangement: { ...arrangement, ...facts }, memorandum },
        file: file?.value,
        note,
        renews: false,
        signer,
      });
      if (outcome.ok) return proposed(c, place);
      if (outcome.refusal.code !== 'partnership-changed') {
        return again({ ...chosenAgain, ...versionRefusalMessage(outcome.refusal) });
      }
      return answerChanged(c, await placeNow(deps, place), typed, chosenAgain);
    } finally {
      await upload.discard();
    }
  });

  return routes;
}

/** The version before the reader's side, where a document holds it and the reader may propose another. */
async function uploadedToAnswer(
  deps: Deps,
  { partnership, acting, reader, mayChange }: AgreementPlace,
): Promise<AgreementVersion | undefined> {
  if (!mayChange || partnership.waitingFor !== reader.side) return undefined;
  const of = { agency: partnership.agency.id, partnership: partnership.id };
  const waiting = waitingVersion(await actingAs(deps.db.app, acting, (tx) => listVersions(tx, of)));
  return waiting?.terms.memorandum ? undefined : waiting;
}

function answer(
  c: Context,
  place: AgreementPlace,
  { document }: AgreementVersion,
  typed: TypedOtherVersion,
  errors?: FormErrors,
): Response | Promise<Response> {
  if (errors) c.status(422);
  return c.render(<OtherVersionPage {...{ place, typed, errors }} document={document?.name} />);
}

/** Something else was proposed or agreed while the form was open: it is shown beside what was typed. */
function answerChanged(
  c: Context,
  { place, versions }: { readonly place: AgreementPlace; readonly versions: readonly AgreementVersion[] },
  typed: TypedOtherVersion,
  errors: FormErrors,
): Response | Promise<Response> {
  const waiting = waitingVersion(versions);
  if (!waiting || waiting.side === place.reader.side || waiting.terms.memorandum) {
    return c.redirect(`${place.base}/agreement/versions`, 303);
  }
  c.status(409);
  const conflict = otherVersionConflict(typed, typedFacts(waiting.terms.arrangement));
  return c.render(
    <OtherVersionPage {...{ place, typed, errors, conflict }} document={waiting.document?.name} />,
  );
}
