import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import { admitDocumentOf, agreementKinds, intakeRefusalSentence } from '../files/document-intake.ts';
import { documentSizeLimit } from '../files/file-kind.ts';
import type { AppEnv, Deps } from '../http/environment.ts';
import { type FormFields, parseForm, readForm, sentText } from '../http/form.ts';
import { receiveUpload } from '../http/upload.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import type { Outcome } from '../outcome.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { findPartnership } from '../partnership/partnership-actions.ts';
import { formContent } from '../partnership/partnership-form-content.ts';
import { partnershipOn } from '../partnership/partnership-on-day.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import type { AgreementPlace } from './agreement-place.ts';
import { onBothSides } from './agreement-place-routes.ts';
import type { VersionRefusal } from './agreement-refusal.ts';
import { versionRefusalMessage } from './agreement-refusal-content.ts';
import type { AgreementTerms } from './agreement-terms.ts';
import { type AgreementVersion, agreedTermsNow, agreedVersion, waitingVersion } from './agreement-version.ts';
import { renewalForm, signedFileMissing, signedForm } from './answer-form.ts';
import { type ChangeProposed, proposeChange } from './negotiation-actions.ts';
import { partnershipsOf } from './party.ts';
import { renewalConflict, signedConflict } from './proposal-conflict-content.ts';
import { RenewPage, SignedPage, type TypedRenewal } from './proposal-pages.tsx';
import { closingDates, renewedDates } from './renewal.ts';
import type { TypedSigner } from './signer-fields.tsx';
import { listVersions } from './version-actions.ts';

/** What either side proposes without the builder: a renewal, or the signed paper of what is agreed. */
export function proposalRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  onBothSides(routes, 'get', '/agreement/renew', async (c, deps, place) => {
    const versions = place.mayChange ? await versionsOf(deps, place) : [];
    const terms = termsAgreed(place, versions);
    if (!terms) return back(c, place);
    const dates = place.partnership.gap
      ? closingDates(terms.arrangement, place.partnership.gap)
      : renewedDates(terms.arrangement, place.today);
    const { termStartsOn = '', termEndsOn = '', reviewOn = '' } = dates;
    const typed = { termStartsOn, termEndsOn, reviewOn, ...unsigned(place) };
    return c.render(<RenewPage place={place} typed={typed} waiting={waitingVersion(versions)} />);
  });

  onBothSides(routes, 'post', '/agreement/renew', async (c, deps, place) => {
    const versions = await versionsOf(deps, place);
    const terms = termsAgreed(place, versions);
    if (!terms) return back(c, place);
    const fields = await readForm(c);
    const typed = typedRenewal(fields);
    const again = (errors: FormErrors) => {
      c.status(422);
      return c.render(<RenewPage {...{ place, typed, errors }} waiting={waitingVersion(versions)} />);
    };
    const form = parseForm(renewalForm(place.today), fields);
    if (!form.ok) return again(form.errors);
    const { revision, note, signerName, signerTitle, termStartsOn, termEndsOn, reviewOn } = form.value;
    const outcome = await propose(deps, place, {
      revision,
      terms: { ...terms, arrangement: { ...terms.arrangement, termStartsOn, termEndsOn, reviewOn } },
      file: undefined,
      note,
      renews: true,
      signer: { name: signerName, title: signerTitle },
    });
    if (outcome.ok) return proposed(c, place);
    const { code } = outcome.refusal;
    if (code !== 'partnership-changed' && code !== 'answer-first') {
      return again(versionRefusalMessage(outcome.refusal));
    }
    const now = await placeNow(deps, place);
    const conflict = renewalConflict({ termStartsOn, termEndsOn, reviewOn, note }, now.versions);
    // The same was proposed already, by a second click or by a colleague who wrote the very same.
    if (conflict.length === 0) return back(c, place);
    c.status(409);
    return c.render(
      <RenewPage {...{ place: now.place, typed, conflict }} waiting={waitingVersion(now.versions)} />,
    );
  });

  onBothSides(routes, 'get', '/agreement/signed', async (c, deps, place) => {
    const versions = place.mayChange ? await versionsOf(deps, place) : [];
    if (!termsAgreed(place, versions)) return back(c, place);
    return c.render(<SignedPage place={place} typed={unsigned(place)} waiting={waitingVersion(versions)} />);
  });

  onBothSides(routes, 'upload', '/agreement/signed', async (c, deps, place) => {
    const versions = await versionsOf(deps, place);
    const terms = termsAgreed(place, versions);
    if (!terms) return back(c, place);
    const upload = await receiveUpload(c, { fileSize: documentSizeLimit, files: 1 });
    try {
      const typed = typedSigner(upload.fields);
      const again = (errors: FormErrors) => {
        c.status(422);
        return c.render(<SignedPage {...{ place, typed, errors }} waiting={waitingVersion(versions)} />);
      };
      const form = parseForm(signedForm, upload.fields);
      const received = upload.files.find(({ field }) => field === 'file');
      const file = await admitDocumentOf(deps, agreementKinds, received);
      if (!file.ok) {
        const sentence = received ? intakeRefusalSentence(agreementKinds, file.refusal) : signedFileMissing;
        return again({ file: sentence, ...(form.ok ? {} : form.errors) });
      }
      if (!form.ok) return again(form.errors);
      const { revision, note, signerName, signerTitle } = form.value;
      const signer = { name: signerName, title: signerTitle };
      const change = { revision, terms, file: file.value, note, renews: false, signer };
      const outcome = await propose(deps, place, change);
      if (outcome.ok) return proposed(c, place);
      const errors = { file: formContent.chooseAgain };
      if (outcome.refusal.code !== 'partnership-changed') {
        return again({ ...versionRefusalMessage(outcome.refusal), ...errors });
      }
      const now = await placeNow(deps, place);
      const conflict = signedConflict({ file: file.value.name, note }, now.versions);
      c.status(409);
      const waiting = waitingVersion(now.versions);
      return c.render(<SignedPage {...{ place: now.place, typed, errors, conflict, waiting }} />);
    } finally {
      await upload.discard();
    }
  });

  return routes;
}

/** Proposes, and mails the other side. Answers the version's number. */
export async function propose(
  deps: Deps,
  { party, acting, partnership }: Pick<AgreementPlace, 'party' | 'acting' | 'partnership'>,
  change: ChangeProposed,
): Promise<Outcome<number, VersionRefusal>> {
  await takeMailAttempts(deps.db.app, party.act.person);
  const outcome = await actingAs(deps.db.app, acting, (tx) =>
    proposeChange(tx, party, partnership.id, change),
  );
  if (outcome.ok) deps.mailPosted();
  return outcome;
}

export function proposed(c: Context, { base }: Pick<AgreementPlace, 'base'>): Response {
  return c.redirect(`${base}/agreement/versions?done=proposed`, 303);
}

function back(c: Context, { base }: AgreementPlace): Response {
  return c.redirect(`${base}/agreement/versions`, 303);
}

function versionsOf(
  deps: Deps,
  { partnership, acting }: AgreementPlace,
): Promise<readonly AgreementVersion[]> {
  return actingAs(deps.db.app, acting, (tx) => listVersions(tx, agreementOf(partnership)));
}

/** What both sides agreed to last. */
function termsAgreed(
  { partnership }: AgreementPlace,
  versions: readonly AgreementVersion[],
): AgreementTerms | undefined {
  const agreed = partnership.state.is === 'active' ? agreedVersion(versions) : undefined;
  return agreed && agreedTermsNow(partnership, agreed);
}

/** The place as it stands after a form of an older revision was refused, and the versions there are by then. */
export async function placeNow(
  deps: Deps,
  place: AgreementPlace,
): Promise<{ readonly place: AgreementPlace; readonly versions: readonly AgreementVersion[] }> {
  const { partnership: shown, party, acting } = place;
  return actingAs(deps.db.app, acting, async (tx) => {
    const partnership = (await findPartnership(tx, partnershipsOf(party), shown.id)) ?? shown;
    const now = partnershipOn(partnership, place.today);
    return { place: { ...place, partnership: now }, versions: await listVersions(tx, agreementOf(shown)) };
  });
}

function agreementOf({ agency, id }: Partnership) {
  return { agency: agency.id, partnership: id };
}

function unsigned({ name }: AgreementPlace): TypedSigner {
  return { note: '', signerName: name, signerTitle: '' };
}

function typedSigner(fields: FormFields): TypedSigner {
  return {
    note: sentText(fields, 'note'),
    signerName: sentText(fields, 'signerName'),
    signerTitle: sentText(fields, 'signerTitle'),
  };
}

function typedRenewal(fields: FormFields): TypedRenewal {
  return {
    ...typedSigner(fields),
    termStartsOn: sentText(fields, 'termStartsOn'),
    termEndsOn: sentText(fields, 'termEndsOn'),
    reviewOn: sentText(fields, 'reviewOn'),
  };
}
