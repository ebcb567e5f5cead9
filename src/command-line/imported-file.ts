import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { signOffImport } from '../acknowledgment/sign-off-import-actions.ts';
import { actingAs } from '../database/acting.ts';
import { commitImport } from '../file-import/commit-actions.ts';
import type { FileImport, ImportId, ImportRefusal, ImportTypes } from '../file-import/file-import.ts';
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
import { rosterImport } from '../roster/roster-import-actions.ts';
import { trainingImport } from '../training/training-import-actions.ts';
import type { ImportOptions } from './import-options.ts';
import { importDone, importSummary } from './import-summary-content.ts';
import { type ImportWords, rosterWords, signOffListWords, trainingWords } from './import-words.ts';
import { mostShown } from './roster-rows.ts';
import type { CommandIo, ExitCode } from './usage.ts';
import { type TitleNotAgreed, wholeFileFacts, withoutBlanks } from './whole-file.ts';

/** Answers 0 when the file was imported or could be, 2 when it can't be used. */
export async function importFile(deps: Deps, options: ImportOptions, io: CommandIo): Promise<ExitCode> {
  const place = await importingPlace(deps, options);
  if (typeof place === 'string') return unusable(io, place);
  const file = await receivedFile(options.path);
  if (!file) return unusable(io, `${options.path}: There is no such file. Check its name and folder.`);
  const task = { ...place, file, options };
  switch (options.subject) {
    case 'roster': {
      const { full: fullRoster, everyone: defaultKind, separateMissing } = options;
      return carryOut(deps, io, task, rosterImport, rosterWords, {
        facts: async ({ facts }) => done({ ...facts, ...withoutBlanks({ fullRoster, defaultKind }) }),
        choice: { separateMissing },
      });
    }
    case 'acknowledgments':
      return carryOut(deps, io, task, signOffImport, signOffListWords, {
        facts: async ({ facts }) => done({ ...facts, ...withoutBlanks({ signedOn: options.signedOn }) }),
        choice: {},
      });
    case 'training':
      return carryOut(deps, io, task, trainingImport, trainingWords(deps.now), {
        facts: (found) => wholeFileFacts(found, options, io),
        choice: {},
      });
  }
}

interface ImportTask {
  readonly who: Importer;
  readonly agency: AgencyPlace;
  readonly file: ReceivedFile;
  readonly options: ImportOptions;
}

/** What holds for the whole file (or why that isn't settled), and what the command chose for the commit. */
interface WholeFile<T extends ImportTypes> {
  facts(found: FileImport<T>): Promise<Outcome<T['facts'], TitleNotAgreed>>;
  readonly choice: T['choice'];
}

async function carryOut<T extends ImportTypes>(
  deps: Deps,
  io: CommandIo,
  { who, agency, file, options }: ImportTask,
  subject: ImportSubject<T>,
  words: ImportWords<T>,
  whole: WholeFile<T>,
): Promise<ExitCode> {
  const refuse = (refusal: ImportRefusal) => {
    const { nothingFound } = words;
    const sentence = importRefusalSentence(refusal, { fileName: file.name, nothingFound });
    return unusable(io, `${file.name}: ${sentence}`);
  };
  const understood = await understandFile(deps, who, subject, file, { sheet: options.sheet });
  if (!understood.ok) return refuse(understood.refusal);
  const { id } = understood.value;
  const found = await actingAs(deps.db.app, actingFor(who), (tx) => findImport(tx, agency.id, subject, id));
  if (!found) return refuse({ code: 'import-not-found' });
  const settled = await whole.facts(found);
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
  io.out(importSummary(found, subject, words, planned.value));
  const onSite = whereOnSite(
    deps,
    `/workspace/${agency.slug}/${importPlaces[subject.name].path}/import/${id}`,
  );
  const looks = words.rowsToLookAt(planned.value);
  await nameRows(deps, io, { who, agency, id, looks, onSite }, words);
  if (!options.commit) {
    io.out(`Nothing was changed. Add --commit to import this, or look at every row: ${onSite}`);
    return 0;
  }
  const committed = await commitImport(deps, who, subject, id, whole.choice);
  if (!committed.ok) return refuse(committed.refusal);
  io.out(importDone(planned.value.counts, options));
  return 0;
}

interface PlannedRows {
  readonly who: Importer;
  readonly agency: AgencyPlace;
  readonly id: ImportId;
  /** How many there are to look at, named or not. */
  readonly looks: number;
  readonly onSite: string;
}

async function nameRows<T extends ImportTypes>(
  deps: Deps,
  io: CommandIo,
  { who, agency, id, looks, onSite }: PlannedRows,
  words: ImportWords<T>,
): Promise<void> {
  const rows = await actingAs(deps.db.app, actingFor(who), async (tx) => ({
    refused: await words.refusedRows(tx, agency.id, id),
    toLookAt: await words.rowsOfLooks(tx, agency, id),
  }));
  for (const { row, sentence } of rows.refused) io.out(`    row ${row ?? '?'}: ${sentence}`);
  if (rows.toLookAt.length > 0) io.out('  To look at:');
  for (const { row, sentence } of rows.toLookAt) io.out(`    row ${row ?? '?'}: ${sentence}`);
  if (looks > mostShown) io.out(`    … these are the first ${mostShown}. Every row: ${onSite}`);
}

/** Without SITE_URL the address would be a guess: the server may listen at another port. */
function whereOnSite({ config: { siteUrl, port } }: Pick<Deps, 'config'>, path: string): string {
  return siteUrl === `http://localhost:${port}` ? `open ${path} on your site` : `open ${siteUrl}${path}`;
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
