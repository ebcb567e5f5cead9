import { recordAudit } from '../audit/audit.ts';
import { type AgencyId, actingAs, type PersonId, type Transaction } from '../database/acting.ts';
import { forgetFile, releaseContent } from '../files/file-actions.ts';
import type { JobDeps, JobWork } from '../jobs/job-work.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { upsertRememberedColumns } from './column-memory-store.ts';
import { rememberDates } from './date-decision-store.ts';
import {
  type FileImport,
  type ImportId,
  type ImportRefusal,
  type ImportTypes,
  isOpen,
  totalOf,
} from './file-import.ts';
import { findImport, lockImport, updateClosed, updateKeptFile } from './file-import-store.ts';
import { actingFor, type Importer, type ImportSubject, touchedRefusal } from './import-subject.ts';
import { droppedColumns, keepCopyInstead, withKeepableCopy } from './kept-file-actions.ts';
import { deleteStagedOf } from './plan-actions.ts';
import { changedParts } from './plan-stamp.ts';

export type ImportDone = Readonly<Record<string, number>>;

/**
 * Carries a planned import out, whole or not at all. Refused when what it was held against has changed since, and when
 * it is another plan than the one with the stamp `seen`; without it, than the one there is when this begins.
 */
export async function commitImport<T extends ImportTypes>(
  deps: Pick<JobDeps, 'db' | 'files'>,
  who: Importer,
  subject: ImportSubject<T>,
  id: string,
  choice: T['choice'],
  work?: Pick<JobWork, 'settle'>,
  seen?: string,
): Promise<Outcome<ImportDone, ImportRefusal>> {
  const found = await actingAs(deps.db.app, actingFor(who), (tx) =>
    findImport(tx, who.agency.id, subject, id),
  );
  if (!found) return refused({ code: 'import-not-found' });
  const stamp = seen ?? found.report?.stamp ?? '';
  const unlike = whyNotAsSeen(found, stamp);
  if (unlike) return refused(unlike);
  const outcome = await withKeepableCopy(deps, subject, found, (copy) =>
    actingAs(deps.db.app, actingFor(who), async (tx) => {
      const carriedOut = await carryOut(tx, who, subject, found.id, choice, stamp);
      if (!carriedOut.ok) return carriedOut;
      if (copy) await keepCopyInstead(tx, who, subject, found, copy);
      await work?.settle(tx);
      return carriedOut;
    }),
  );
  if (outcome.ok) await giveUpOriginal(deps, found);
  return outcome;
}

async function carryOut<T extends ImportTypes>(
  tx: Transaction,
  who: Importer,
  subject: ImportSubject<T>,
  id: ImportId,
  choice: T['choice'],
  seen: string,
): Promise<Outcome<ImportDone, ImportRefusal>> {
  const agency = who.agency.id;
  await subject.lock(tx, agency);
  const found = await lockImport(tx, agency, subject, id);
  if (!found) return refused({ code: 'import-not-found' });
  const unlike = whyNotAsSeen(found, seen);
  if (unlike || !found.report) return refused(unlike ?? { code: 'not-planned' });
  const staged = await subject.countStaged(tx, agency, found.id);
  const isCurrent = (await subject.basis(tx, agency)) === found.report.heldAgainst;
  // After a crash of the database the staged plan is gone; the file is still there to plan it again.
  if (!isCurrent || staged !== totalOf(found.report.counts)) return refused({ code: 'plan-outdated' });
  const applied = await subject.apply(tx, agency, found, choice);
  await updateClosed(tx, agency, found.id, 'committed', who.person);
  const headings = found.columns.proposal.columns.map(({ heading }) => heading);
  const said = { mapping: found.columns.mapping, facts: found.facts };
  await rememberDates(tx, agency, subject.name, found.id, who.person);
  await upsertRememberedColumns(tx, agency, subject, headings, said);
  await recordAudit(
    tx,
    { agency },
    {
      action: `${subject.name}-imported`,
      subject: { kind: `${subject.name}-import`, id: found.id },
      details: {
        ...found.report.counts,
        ...datesIn(found),
        ...applied,
        ...choice,
        sha256: found.file.sha256,
      },
    },
  );
  return done(applied);
}

/** Nobody carries out, or gives up, what they never saw. `seen` is the stamp of the plan shown; '' of none. */
function whyNotAsSeen<T extends ImportTypes>(
  { state, report }: FileImport<T>,
  seen: string,
): ImportRefusal | undefined {
  if (!isOpen({ state })) return { code: 'import-closed' };
  if (state === 'planned' && report?.stamp === seen) return undefined;
  if (report) return { code: 'plan-changed', parts: changedParts(seen, report.stamp) };
  return seen === '' ? { code: 'not-planned' } : { code: 'plan-changed', parts: ['columns'] };
}

/** How the dates written with a typo were read, when there were any. */
function datesIn<T extends ImportTypes>({ report, takenDates }: FileImport<T>) {
  return report && report.dates > 0 ? { dates: report.dates, takenDates } : {};
}

/** The file as it came goes, where a copy without some of its columns, or nothing, is kept instead. */
async function giveUpOriginal<T extends ImportTypes>(
  deps: Pick<JobDeps, 'db' | 'files'>,
  found: FileImport<T>,
): Promise<void> {
  if (found.file.kept && droppedColumns(found).size > 0) await releaseContent(deps, found.file.kept.sha256);
}

/**
 * Takes a committed import back as a whole, until something newer has touched the same people. What was said about its
 * dates stays remembered: it is the agency's word about what a text means, whatever becomes of the file.
 */
export async function undoImport<T extends ImportTypes>(
  deps: Pick<JobDeps, 'db'>,
  who: Importer,
  subject: ImportSubject<T>,
  id: string,
  work?: Pick<JobWork, 'settle'>,
): Promise<Outcome<ImportDone, ImportRefusal>> {
  const agency = who.agency.id;
  return actingAs(deps.db.app, actingFor(who), async (tx) => {
    await subject.lock(tx, agency);
    const found = await lockImport(tx, agency, subject, id);
    if (!found) return refused({ code: 'import-not-found' });
    if (found.state !== 'committed') return refused({ code: 'not-committed' });
    const touched = await subject.listTouchedSince?.(tx, agency, found.id);
    const refusal = touched && touchedRefusal(touched);
    if (refusal) return refused(refusal);
    const undone = await subject.undo(tx, agency, found);
    if (!undone.ok) return undone;
    await updateClosed(tx, agency, found.id, 'undone', who.person);
    await recordAudit(
      tx,
      { agency },
      {
        action: `${subject.name}-import-undone`,
        subject: { kind: `${subject.name}-import`, id: found.id },
        details: undone.value,
      },
    );
    await work?.settle(tx);
    return done(undone.value);
  });
}

/**
 * Gives an import up; everything stays as it is, and the file isn't kept. Refused when it is not, any more, at the plan
 * with the stamp `seen` ('' for none), where that is given: somebody else may have worked on it.
 */
export async function discardImport<T extends ImportTypes>(
  deps: Pick<JobDeps, 'db' | 'files'>,
  who: Importer,
  subject: ImportSubject<T>,
  id: string,
  seen?: string,
): Promise<Outcome<undefined, ImportRefusal>> {
  const agency = who.agency.id;
  const outcome = await actingAs(deps.db.app, actingFor(who), async (tx) => {
    const found = await lockImport(tx, agency, subject, id);
    if (!found) return refused({ code: 'import-not-found' });
    const unlike = whyNotAsSeen(found, seen ?? found.report?.stamp ?? '');
    // Columns that nobody has confirmed can be given up like a plan.
    if (unlike && unlike.code !== 'not-planned') return refused(unlike);
    return done(await giveUpImport(tx, { agency, person: who.person }, subject, found));
  });
  if (!outcome.ok) return outcome;
  if (outcome.value) await releaseContent(deps, outcome.value);
  return done(undefined);
}

/**
 * Lets go of what an open import has staged and keeps, under its lock. Answers the content that is to be released after
 * the commit.
 */
export async function giveUpImport<T extends ImportTypes>(
  tx: Transaction,
  who: { readonly agency: AgencyId; readonly person: PersonId },
  subject: ImportSubject<T>,
  { id, file: { kept } }: FileImport<T>,
): Promise<string | undefined> {
  const { agency } = who;
  await deleteStagedOf(tx, agency, subject, id);
  await updateClosed(tx, agency, id, 'discarded', who.person);
  await updateKeptFile(tx, agency, id, undefined);
  if (kept) await forgetFile(tx, agency, kept.id);
  return kept?.sha256;
}
