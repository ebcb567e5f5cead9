import { expect, test } from '@playwright/test';
import { aCredentialKey, aSignedCredential } from '../src/testing/a-credential.ts';
import { anAgency } from './agency.ts';
import { pdfFile } from './files/tiny-pdf.ts';
import { onePlaceToLook, type PlaceToLook } from './place-to-look.ts';
import { send, showAt, verified } from './shown-things.ts';
import { withJourneyStage } from './site/journey-stage.ts';
import { madeOnce } from './site/made-once.ts';
import { aReviewDesk, type ReviewDesk } from './site/review-desk.ts';
import {
  type SentFile,
  takeCertificate,
  takeFiles,
  takeOwnCredential,
  withOneByteTurned,
} from './steps/check-files.ts';

// One desk for all of them, which need nothing of each other.
test.describe.configure({ mode: 'parallel', timeout: 600_000 });

const theDesk = () =>
  madeOnce('review-desk', () => withJourneyStage((stage) => aReviewDesk(stage, anAgency)));

test('pages of the campaign’s reviewers fit phone, tablet, desk and paper, and axe finds nothing', async ({
  browser,
}) => {
  const desk = await theDesk();
  const place = await onePlaceToLook(browser);
  const { reviewer, secondReviewer, administrator } = desk.reviewing.of;
  await place.sitsDown(reviewer);
  await lookAsReviewer(place, desk);
  await place.sitsDown(secondReviewer);
  await lookAsSecondReviewer(place, desk);
  await place.sitsDown(administrator);
  await lookAsThirdPerson(place, desk);
});

test('pages of agencies under review fit everywhere, and axe finds nothing', async ({ browser }) => {
  const desk = await theDesk();
  const place = await onePlaceToLook(browser);
  await lookAsAgencies(place, desk);
});

test('pages of certificates and every answer about one fit everywhere, and axe finds nothing', async ({
  browser,
}) => {
  const desk = await theDesk();
  const place = await onePlaceToLook(browser);
  await lookAtCertificates(place, desk);
  await lookAtAnswers(place, desk);
});

const reviewOf = ({ submission }: { readonly submission: string }) => `/campaign/reviews/${submission}`;

async function lookAsReviewer({ page, look }: PlaceToLook, desk: ReviewDesk): Promise<void> {
  const { reviewing, returned, closed, phrasing, recognized } = desk;
  const own = reviewOf(reviewing);
  await look('reviewer', [
    '/campaign/reviews',
    own,
    ...['policy', 'partnership', 'advanced-training', 'everyone-trained'].map((about) => `${own}/${about}`),
    `${own}/messages`,
    `${own}/sample`,
    ...[1, 2, 3].map((record) => `${own}/sample/${record}`),
    `${reviewOf(returned)}/appeals/${returned.appeal}`,
    `${reviewOf(closed)}/policy`,
    '/campaign/phrasings',
    '/campaign/phrasings/new',
    `/campaign/phrasings/${phrasing}`,
    `/campaign/certificates/${recognized.questioned.number}`,
  ]);
  const undecided = await send(page, `${own}/policy`, { decision: '', comment: '' });
  await look('refused', [await showAt(page, `${own}/policy?refused`, undecided)]);
}

async function lookAsSecondReviewer({ page, look }: PlaceToLook, desk: ReviewDesk): Promise<void> {
  const { approving, returned, recognized } = desk;
  const certificates = '/campaign/certificates';
  await look('second', [
    reviewOf(approving),
    `${reviewOf(approving)}/policy`,
    `${reviewOf(returned)}/messages`,
    `${certificates}?standing=all`,
    ...[recognized.valid, recognized.suspended, recognized.revoked].map(
      ({ number }) => `${certificates}/${number}`,
    ),
    '/campaign/figures',
    '/campaign/figures?by=type',
  ]);
  const asked = { number: recognized.valid.number, form: 'zip', size: 'letter' };
  const batch = (await send(page, `${certificates}/batches`, asked)).url();
  await page.goto(batch);
  await expect(page.locator('a[href$="/file"]')).toBeVisible({ timeout: 60_000 });
  await look('second', [new URL(batch).pathname]);
}

async function lookAsThirdPerson({ page, look }: PlaceToLook, desk: ReviewDesk): Promise<void> {
  const { reviewing, returned, closed, course } = desk;
  const appeal = `${reviewOf(returned)}/appeals/${returned.appeal}`;
  await look('third', [
    appeal,
    reviewOf(closed),
    // Tied to this agency by their own word.
    reviewOf(reviewing),
    '/campaign/ties',
    '/campaign/courses',
    `/campaign/courses/${course}`,
  ]);
  const refused = await send(page, appeal, { verdict: '', grounds: '' });
  await look('refused', [await showAt(page, `${appeal}?refused`, refused)]);
}

async function lookAsAgencies({ page, look, sitsDown }: PlaceToLook, desk: ReviewDesk): Promise<void> {
  const { reviewing, returned, closed } = desk;
  const of = ({ slug }: { readonly slug: string }) => `/workspace/${slug}`;
  await sitsDown(reviewing.of.coordinator);
  const places = `${of(reviewing)}/review/${reviewing.submission}/sample`;
  await look('reviewing', [
    `${of(reviewing)}/review`,
    `${of(reviewing)}/review/sample`,
    ...[2, 4].map((record) => `${places}/${record}`),
    `${of(reviewing)}/review/cases/${reviewing.submission}`,
    `${of(reviewing)}/training/courses?shown=all`,
  ]);
  await sitsDown(returned.of.coordinator);
  const appeal = `${of(returned)}/review/${returned.submission}/appeal/partnership`;
  const other = `${of(returned)}/review/${returned.submission}/appeal/policy`;
  await look('returned', [
    `${of(returned)}/review`,
    other,
    `${of(returned)}/review/cases/${returned.submission}`,
  ]);
  const wordless = await send(page, appeal, { grounds: '' });
  await look('refused', [await showAt(page, `${appeal}?refused`, wordless)]);
  await sitsDown(closed.of.coordinator);
  await look('closed', [`${of(closed)}/review`, `${of(closed)}/review/${closed.submission}/appeal/closing`]);
}

async function lookAtCertificates(
  { look, sitsDown }: PlaceToLook,
  { recognized }: ReviewDesk,
): Promise<void> {
  const { valid, questioned, suspended } = recognized;
  for (const [as, { slug, coordinator }] of Object.entries({ questioned, suspended })) {
    await sitsDown(coordinator);
    await look(as, [`/workspace/${slug}/certification`]);
  }
  const workspace = `/workspace/${valid.slug}`;
  await sitsDown(valid.executive);
  await look('executive', [
    ...['', '/kit', '/give-back'].map((path) => `${workspace}/certification${path}`),
    `${workspace}/training/credentials`,
  ]);
  await sitsDown(valid.staff);
  const own = `${workspace}/my-training/credentials`;
  await look('staff', [own, `${own}/new/${valid.record}`]);
}

/** What everybody reads about a certificate: by its number, and of a file that somebody shows. */
async function lookAtAnswers(place: PlaceToLook, { recognized }: ReviewDesk): Promise<void> {
  const { valid, suspended, revoked } = recognized;
  const { page, look } = place;
  const shown = await takenFiles(place, recognized);
  await place.sitsDown(undefined);
  await look('public', [
    '/courses',
    `/agencies/${valid.slug}`,
    `/agencies/${suspended.slug}`,
    `/card/${valid.slug}`,
    `/card/${revoked.slug}`,
    ...Object.values(recognized).map(({ number }) => `/verify/${number}`),
    '/verify/OM-2026-999999',
  ]);
  for (const [finding, file] of shown) await look('answer', [await verified(page, file, finding)]);
  const nothing = await send(page, '/verify', {});
  await look('answer', [await showAt(page, '/verify?shown=nothing', nothing)]);
}

/** Files of every kind of answer, taken as their own people take them or made up by somebody. */
async function takenFiles(
  { page, sitsDown }: PlaceToLook,
  { valid, lapsed }: ReviewDesk['recognized'],
): Promise<readonly (readonly [finding: string, file: SentFile])[]> {
  await sitsDown(valid.staff);
  const training = await takeOwnCredential(page, `/workspace/${valid.slug}/my-training/credentials`);
  await sitsDown(lapsed.coordinator);
  const ended = await takeCertificate({ page }, `/workspace/${lapsed.slug}`, lapsed.number);
  await sitsDown(valid.coordinator);
  const [certificate, badge] = await takeFiles({ page }, `/workspace/${valid.slug}`, valid.number);
  if (!certificate || !badge) throw new Error('An agency has its files.');
  const { json } = await aSignedCredential(aCredentialKey());
  const foreign = { name: 'foreign.json', mimeType: 'application/json', buffer: Buffer.from(json) };
  const scribble = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Call the county.') };
  return [
    ['Real and valid', certificate],
    ['Real and valid', training],
    ['Real, but ended', ended],
    ['Altered', withOneByteTurned(badge)],
    ['Not ours', foreign],
    ['Not signed', pdfFile('drawn.pdf', 'One Mind Certified')],
    ['We cannot read this', scribble],
  ];
}
