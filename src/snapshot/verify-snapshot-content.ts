import { longDate } from '../calendar/calendar-date.ts';
import { count } from '../requirement/plain-words.ts';
import { reasonSentence, stateLabels } from '../requirement/requirement-content.ts';
import type { SampledRecord } from './draw-sample.ts';
import type { SnapshotFinding, SnapshotReport } from './examine-snapshot.ts';
import type { SnapshotFileRefusal } from './snapshot-file.ts';

/** Why a file is no snapshot that can be checked. */
export function snapshotRefusalSentence(refusal: SnapshotFileRefusal | FileUnread): string {
  switch (refusal.code) {
    case 'file-not-found':
      return 'There is no such file. Check the name and the folder.';
    case 'file-unreadable':
      return `This file can't be read (${refusal.why}).`;
    case 'file-too-large':
      return `This file is larger than ${refusal.megabytes} MB. A snapshot is never that large: choose the snapshot.json that you downloaded.`;
    case 'not-json':
      return 'This file is damaged or is not a snapshot: it is not JSON. Download the snapshot again.';
    case 'not-a-snapshot':
      return 'This is not a snapshot of One Mind. Choose the snapshot.json that you downloaded with a submission.';
    case 'not-readable':
      return `This snapshot says something that can't be read here (at “${refusal.at}”). It was changed, or it comes from a newer version of One Mind.`;
  }
}

/** What keeps a file from being read at all. */
export type FileUnread =
  | { readonly code: 'file-not-found' }
  | { readonly code: 'file-unreadable'; readonly why: string }
  | { readonly code: 'file-too-large'; readonly megabytes: number };

/** What is wrong with a snapshot, as a sentence. */
export function findingSentence(finding: SnapshotFinding, { rules }: Pick<SnapshotReport, 'rules'>): string {
  switch (finding.code) {
    case 'reformatted':
      return 'The file is not laid out as One Mind writes it. Something was put in, left out or laid out anew.';
    case 'hash-differs':
      return `The snapshot was changed: its hash is ${finding.computed}, and the file says ${finding.written}.`;
    case 'people-differ':
      return `The people in the file are not those of the snapshot: it counted ${finding.written}, and the file holds ${finding.found}. Somebody was added, left out or changed.`;
    case 'person-twice':
      return 'Somebody is in the file twice.';
    case 'sample-differs':
      return 'The sample in the file is not the one that its seed draws.';
    case 'sample-too-small':
      return `The file asks for a sample of ${finding.wanted}. The rules of ${rules.version} ask for ${finding.least} at the least.`;
    case 'needs-differ':
      return `The snapshot says that the rules of ${rules.version} ask for something else than they do.`;
    case 'figure-differs':
      return `The snapshot says “${finding.figure}” is ${finding.written}. Its people come to ${finding.computed}.`;
    case 'requirement-differs':
      return `The snapshot says “${titleOf(rules, finding.requirement)}” is ${stateWords(finding.written)}. Its facts come to ${stateWords(finding.computed)}.`;
    case 'outstanding-differs':
      return 'What the snapshot says is left to do is not what its facts come to.';
  }
}

/** The report for a person at a terminal. */
export function snapshotText(report: SnapshotReport): string {
  const { snapshot, findings, sha256, people } = report;
  const { agency, asOf, rules, format } = snapshot;
  const paragraphs = [
    [
      findings.length === 0
        ? 'Equal: the snapshot is whole, and comes to what it says.'
        : 'NOT EQUAL: do not rely on this file.',
      ...findings.map((finding) => `  ${findingSentence(finding, report)}`),
    ],
    [
      `${agency.name}, ${agency.city}, ${agency.region}, on ${longDate(asOf)}`,
      `Rules of ${rules}. Format ${format}.`,
      `SHA-256 ${sha256}`,
      'Compare this hash with the one on the certificate.',
    ],
    ['Coverage', ...coverageLines(report, people)],
    ...requirementParagraphs(report),
    sampleLines(report),
  ];
  return withoutControls(
    paragraphs
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n')
      .concat('\n'),
  );
}

function coverageLines({ coverage, snapshot }: SnapshotReport, people: number): readonly string[] {
  if (!coverage) return ['  Nobody is on the roster.'];
  const { sworn, advanced, base, untrained, advancedWithoutBase, advancedRequired, nonSworn } = coverage;
  return [
    snapshot.format === 1
      ? '  As written: this format holds figures only, and nobody to count again.'
      : `  Counted again from ${count(people, 'person', 'people')}.`,
    `  ${count(sworn, 'sworn officer')}: ${advanced} with an advanced course, ${base} with a base course only, ${untrained} with neither.`,
    `  Needed with an advanced course: ${advancedRequired}.`,
    ...(advancedWithoutBase > 0 ? [`  ${advancedWithoutBase} of these still need the base course.`] : []),
    ...(nonSworn.inScope > 0
      ? [
          `  ${nonSworn.inScope} non-sworn staff counted: ${nonSworn.trained} trained, ${nonSworn.untrained} not.`,
        ]
      : []),
  ];
}

function requirementParagraphs(report: SnapshotReport): readonly (readonly string[])[] {
  return report.requirements.map(({ requirement, state, reasons }) => [
    `${titleOf(report.rules, requirement)}: ${stateLabels[state]}`,
    ...reasons.map((reason) => `  ${reasonSentence(report.rules, reason)}`),
  ]);
}

function sampleLines({ sampled, sampledOf, draw, sha256 }: SnapshotReport): readonly string[] {
  if (!draw) return ['Sample: NOT CHECKED. The file names none, so nothing was drawn again.'];
  const { seed, drawnFor, draws, carried } = draw;
  return [
    `Sample: ${sampled.length} of ${count(sampledOf, 'record')}, drawn by the seed ${seed}`,
    ...(drawnFor === sha256
      ? []
      : [`  The seed was drawn for an earlier snapshot of this round, ${drawnFor}.`]),
    ...(draws > 1 ? [`  Records were drawn ${draws} times in this round.`] : []),
    ...(carried > 0 ? [`  The first ${carried} were asked for before.`] : []),
    ...sampled.map((one, index) => `  ${index + 1}. ${sampledWords(one)}`),
  ];
}

function sampledWords({ person, record }: SampledRecord): string {
  return `${person.id} ${record.ref} ${record.program} ${record.completedOn}`;
}

function titleOf({ requirements }: SnapshotReport['rules'], requirement: string): string {
  return requirements.find((one) => one.requirement === requirement)?.title ?? requirement;
}

function stateWords(state: keyof typeof stateLabels | 'absent'): string {
  return state === 'absent' ? 'not there' : stateLabels[state].toLowerCase();
}

/** Names in a file may hold signs that a terminal obeys. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{C}\n]/gu, '');
}
