import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SignOffTypes } from '../acknowledgment/sign-off-import.ts';
import { listStagedSignOffs, signOffImport } from '../acknowledgment/sign-off-import-actions.ts';
import {
  matchWords,
  remarkWords as signOffRemark,
  signOffWords,
} from '../acknowledgment/sign-off-import-content.ts';
import { dayIn } from '../calendar/calendar-date.ts';
import { type AgencyId, actingAs, type Transaction } from '../database/acting.ts';
import { commitImport } from '../file-import/commit-actions.ts';
import type {
  FileImport,
  ImportId,
  ImportRefusal,
  ImportSubjectName,
  ImportTypes,
} from '../file-import/file-import.ts';
import { importContent } from '../file-import/file-import-content.ts';
import { findImport } from '../file-import/import-actions.ts';
import { importPlaces } from '../file-import/import-place.ts';
import { importRefusalSentence } from '../file-import/import-refusal-content.ts';
import { actingFor, type Importer, type ImportSubject, meantFor } from '../file-import/import-subject.ts';
import { planImport } from '../file-import/plan-actions.ts';
import { understandFile } from '../file-import/understand-actions.ts';
import type { Deps } from '../http/environment.ts';
import type { ReceivedFile } from '../http/upload.ts';
import { findMember } from '../identity/person-actions.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { done, type Outcome } from '../outcome.ts';
import { listRosterChanges, rosterImport } from '../roster/roster-import-actions.ts';
import { rosterImportWords } from '../roster/roster-import-content.ts';
import { remarkSentence as rosterRemark } from '../roster/roster-remarks.ts';
import { troubleSentence } from '../spreadsheet/reading-fact-content.ts';
import { listTrainingRowsToLookAt } from '../training/rows-to-look-at-actions.ts';
import { listStagedRecords, trainingImport } from '../training/training-import-actions.ts';
import {
  trainingImportWords,
  remarkSentence as trainingRemark,
} from '../training/training-import-content.ts';
import type { ImportOptions } from './import-options.ts';
import type { ShownRow } from './roster-rows.ts';
import { mostShown, rosterRowsToLookAt } from './roster-rows.ts';
import type { CommandIo, ExitCode } from './usage.ts';
import { type TitleNotAgreed, wholeFileFacts, withoutBlanks } from './whole-file.ts';

/** Answers 0 when the file was imported or could be, 2 when it can't be used. */
export async function importFile(deps: Deps, options: ImportOptions, io: CommandIo): Promise<ExitCode> {
  const place = await importingPlace(deps, options);
  if (typeof place === 'string') return unusable(io, place);
  const { who, agency } = place;
  const file = await receivedFile(options.path);
  if (!file) return unusable(io, `${options.path}: There is no such file. Check its name and folder.`);
  if (options.subject === 'roster') {
    const { full: fullRoster, everyone: defaultKind, separateMissing } = options;
    const words = {
      ...rosterImportWords,
      refusedRows: refusedRosterRows,
      rowsToLookAt,
      rowsOfLooks: rosterRowsToLookAt,
    };
    return carryOut(deps, io, { who, agency, file, options }, rosterImport, words, {
      facts: async (found) => done({ ...found.facts, ...withoutBlanks({ fullRoster, defaultKind }) }),
      choice: { separateMissing },
    });
  }
  if (options.subject === 'acknowledgments') {
    return carryOut(deps, io, { who, agency, file, options }, signOffImport, signOffCommandWords, {
      facts: async ({ facts }) => done({ ...facts, ...withoutBlanks({ signedOn: options.signedOn }) }),
      choice: {},
    });
  }
  const words = {
    ...trainingImportWords,
    refusedRows: refusedTrainingRows,
    rowsToLookAt,
    rowsOfLooks: (tx: Transaction, place: AgencyPlace, id: ImportId) =>
      listTrainingRowsToLookAt(tx, place.id, id, dayIn(place.timeZone, deps.now()), mostShown),
  };
  return carryOut(deps, io, { who, agency, file, options }, trainingImport, words, {
    facts: (found) => wholeFileFacts(found, options, io),
    choice: {},
  });
}

function rowsToLookAt(report: { readonly rowsToLookAt?: number | undefined }): number {
  return report.rowsToLookAt ?? 0;
}

interface ImportTask {
  readonly who: Importer;
  readonly agency: AgencyPlace;
  readonly file: ReceivedFile;
  readonly options: ImportOptions;
}

interface SubjectWords<T extends ImportTypes> {
  readonly kinds: Readonly<Record<T['kind'], string>>;
  readonly nothingFound: string;
  /** As `onemind check` counts them. */
  rowsToLookAt(report: T['report']): number;
  /** The rows that were not used, with the reason of each: at most as many as a person reads. */
  refusedRows(tx: Transaction, agency: AgencyId, id: ImportId): Promise<readonly ShownRow[]>;
  /** The rows to look at, with what is to say about each: the first `mostShown`, but for those not used. */
  rowsOfLooks(tx: Transaction, agency: AgencyPlace, id: ImportId): Promise<readonly ShownRow[]>;
}

const shownRefused = { kind: 'refused', search: '', limit: mostShown, offset: 0 } as const;

async function refusedRosterRows(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
): Promise<readonly ShownRow[]> {
  const { changes } = await listRosterChanges(tx, agency, id, shownRefused);
  return changes.map(({ row, remark }) => ({ row, sentence: rosterRemark(remark) }));
}

async function refusedTrainingRows(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
): Promise<readonly ShownRow[]> {
  const { records } = await listStagedRecords(tx, agency, id, shownRefused);
  return records.map(({ row, remark }) => ({ row, sentence: trainingRemark(remark) }));
}

/** Lines in doubt are those to look at; nobody of them is recorded. */
const signOffCommandWords: SubjectWords<SignOffTypes> = {
  ...signOffWords,
  rowsToLookAt: ({ counts }) => counts.review ?? 0,
  refusedRows: async (tx, agency, id) => {
    const { lines } = await listStagedSignOffs(tx, agency, id, shownRefused);
    return lines.map(({ row, remark }) => ({ row, sentence: signOffRemark(remark) }));
  },
  rowsOfLooks: async (tx, agency, id) => {
    const { lines } = await listStagedSignOffs(tx, agency.id, id, { ...shownRefused, kind: 'review' });
    return lines.map(({ row, reason }) => ({ row, sentence: matchWords(reason) }));
  },
};

async function carryOut<T extends ImportTypes>(
  deps: Deps,
  io: CommandIo,
  { who, agency, file, options }: ImportTask,
  subject: ImportSubject<T>,
  words: SubjectWords<T>,
  said: {
    /** What holds for the whole file, or why that isn't settled. */
    facts(found: FileImport<T>): Promise<Outcome<T['facts'], TitleNotAgreed>>;
    readonly choice: T['choice'];
  },
): Promise<ExitCode> {
  const refuse = (refusal: ImportRefusal) => {
    const { nothingFound } = words;
    return unusable(
      io,
      `${file.name}: ${importRefusalSentence(refusal, { fileName: file.name, nothingFound })}`,
    );
  };
  const understood = await understandFile(deps, who, subject, file, { sheet: options.sheet });
  if (!understood.ok) return refuse(understood.refusal);
  const { id } = understood.value;
  const found = await actingAs(deps.db.app, actingFor(who), (tx) => findImport(tx, agency.id, subject, id));
  if (!found) return refuse({ code: 'import-not-found' });
  const settled = await said.facts(found);
  if (!settled.ok) {
    const { question } = settled.refusal;
    return unusable(
      io,
      `${file.name}: ${question} Add --accept-title if it does, or say the course: --course TITLE.`,
    );
  }
  const facts = settled.value;
  const other = meantFor(subject, { columns: found.columns, facts });
  if (other) {
    const { seems, instead } = importContent.columns.meantFor[other];
    io.err(`${found.file.name}: ${seems} ${instead}: onemind import ${other}`);
  }
  const { mapping } = found.columns;
  const planned = await planImport(deps, who, subject, id, { mapping, facts });
  if (!planned.ok) return refuse(planned.refusal);
  io.out(summary(found, subject, words, planned.value));
  const rows = await actingAs(deps.db.app, actingFor(who), async (tx) => ({
    refused: await words.refusedRows(tx, agency.id, id),
    toLookAt: await words.rowsOfLooks(tx, agency, id),
  }));
  for (const { row, sentence } of rows.refused) io.out(`    row ${row ?? '?'}: ${sentence}`);
  if (rows.toLookAt.length > 0) io.out('  To look at:');
  for (const { row, sentence } of rows.toLookAt) io.out(`    row ${row ?? '?'}: ${sentence}`);
  if (words.rowsToLookAt(planned.value) > mostShown)
    io.out(
      `    … these are the first ${mostShown}. Every row: ${whereOnSite(deps, importPathOf(agency, subject.name, id))}`,
    );
  if (!options.commit) {
    const path = importPathOf(agency, subject.name, id);
    io.out(
      `Nothing was changed. Add --commit to import this, or look at every row: ${whereOnSite(deps, path)}`,
    );
    return 0;
  }
  const committed = await commitImport(deps, who, subject, id, said.choice);
  if (!committed.ok) return refuse(committed.refusal);
  io.out(doneSentence(planned.value.counts, options));
  return 0;
}

/** Without SITE_URL the address would be a guess: the server may listen at another port. */
function whereOnSite({ config: { siteUrl, port } }: Pick<Deps, 'config'>, path: string): string {
  return siteUrl === `http://localhost:${port}` ? `open ${path} on your site` : `open ${siteUrl}${path}`;
}

/** Kinds of staged rows that change nothing because it holds already, and those that nobody could use or decide. */
const hereKinds: ReadonlySet<string> = new Set(['unchanged', 'here', 'missing', 'folded']);
const waitingKinds: ReadonlySet<string> = new Set(['refused', 'undecided']);

function doneSentence(counts: Readonly<Record<string, number>>, options: ImportOptions): string {
  const found = Object.keys(counts).filter((kind) => (counts[kind] ?? 0) > 0 && !hereKinds.has(kind));
  if (options.subject === 'roster' && options.separateMissing && (counts.missing ?? 0) > 0)
    return 'Imported.';
  // A training record in doubt is kept, and waits in its queue; a signature in doubt is nobody's.
  const waits = (kind: string) =>
    waitingKinds.has(kind) || (kind === 'review' && options.subject === 'acknowledgments');
  if (found.some((kind) => !waits(kind))) return 'Imported.';
  return found.length === 0
    ? 'Nothing new: everything in the file is here already.'
    : 'Nothing new: what could be used of the file is here already.';
}

function summary<T extends ImportTypes>(
  found: FileImport<T>,
  subject: ImportSubject<T>,
  words: SubjectWords<T>,
  report: T['report'],
): string {
  const kinds: readonly T['kind'][] = subject.kinds;
  const counts = kinds
    .filter((kind) => (report.counts[kind] ?? 0) > 0)
    .map((kind) => `  ${words.kinds[kind]}: ${(report.counts[kind] ?? 0).toLocaleString('en-US')}`);
  const rows = report.rowsRead.toLocaleString('en-US');
  const looks = words.rowsToLookAt(report);
  return [
    `${found.file.name}, sheet “${found.sheet}”: ${rows} rows read`,
    ...counts,
    ...(looks > 0 ? [`  Rows to look at: ${looks.toLocaleString('en-US')}`] : []),
    ...(report.troubles ?? []).map((trouble) => `  ${troubleSentence(trouble)}`),
  ].join('\n');
}

function importPathOf({ slug }: AgencyPlace, subject: ImportSubjectName, id: ImportId): string {
  return `/workspace/${slug}/${importPlaces[subject].path}/import/${id}`;
}

async function importingPlace(
  deps: Deps,
  { agency: slug, by }: ImportOptions,
): Promise<{ readonly who: Importer; readonly agency: AgencyPlace } | string> {
  const member = await findMember(deps.db, by.toLowerCase());
  const agency = member?.agencies.find((place) => place.slug === slug);
  const mayImport = agency?.roles.some((role) => role === 'coordinator' || role === 'training-officer');
  if (!member || !agency || !mayImport)
    return `${by} is no coordinator or training officer of an agency “${slug}”. Check both names.`;
  return { who: { agency, person: member.person }, agency };
}

async function receivedFile(path: string): Promise<ReceivedFile | undefined> {
  const facts = await stat(path).catch(() => undefined);
  if (!facts?.isFile()) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return { field: 'file', name: basename(path), path, size: facts.size, sha256: hash.digest('hex') };
}

function unusable(io: CommandIo, sentence: string): 2 {
  io.err(`onemind import: ${sentence}`);
  return 2;
}
