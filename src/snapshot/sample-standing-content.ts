import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import { count } from '../requirement/plain-words.ts';
import type { HowDrawn } from './sample-draw.ts';
import type { SampleStanding } from './sample-standing.ts';

/** Whether every record behind the figures is asked for, as in a small agency: then chance picks nothing. */
export function areAllAsked(standing: SampleStanding): boolean {
  return standing.is !== 'none' && standing.wanted === standing.records;
}

/** What the reviewer reads about a sample that follows others; undefined for the first. */
export function redrawnWords(
  draw: HowDrawn,
): { readonly heading: string; readonly sentences: readonly string[] } | undefined {
  const { draws } = draw;
  const failed = failedBeforeSentences(draw);
  const sentAgain = isSentAgain(draw) ? sentAgainSentences(draw) : [];
  if (failed.length + sentAgain.length === 0) return undefined;
  const drawn = draws === 1 ? 'Sent in again: the first draw stands' : `Drawn ${timesWord(draws)}`;
  return {
    heading: failed.length > 0 ? 'Records did not hold in an earlier round' : drawn,
    sentences: [...failed, ...sentAgain],
  };
}

const timesWord = (times: number) => (times === 2 ? 'twice' : `${times} times`);

/** Whether the agency took its work back before a review, and this sample follows that one. */
const isSentAgain = ({ draws, carried, failedBefore }: HowDrawn) => draws > 1 || carried > failedBefore;

function failedBeforeSentences({ failedBefore, failedGone }: HowDrawn): readonly string[] {
  if (failedBefore + failedGone === 0) return [];
  return [
    ...(failedBefore > 0
      ? [
          `${count(failedBefore, 'record that did not hold in an earlier round comes', 'records that did not hold in an earlier round come')} first here, or what stands in the place of it.`,
        ]
      : []),
    ...(failedGone > 0
      ? [
          `${count(failedGone, 'record that did not hold in an earlier round does', 'records that did not hold in an earlier round do')} not count any more.`,
        ]
      : []),
    'No fewer records are asked for than at the end of that round.',
  ];
}

function sentAgainSentences({ draws, carried, gone, failedBefore }: HowDrawn): readonly string[] {
  const asked = carried - failedBefore;
  return [
    'The agency took its work back before anyone reviewed it, and sent it in again.',
    asked === 0
      ? 'None of these records was asked for before.'
      : `${count(asked, 'record of this sample was', 'records of this sample were')} asked for before.`,
    ...(gone > 0
      ? [
          `${count(gone, 'person of the sample before does', 'people of the sample before do')} not count any more. Ask the agency why.`,
        ]
      : []),
    ...(draws > 1 ? ['So records were drawn anew, and as many more are asked for.'] : []),
  ];
}

/** The same for the agency; undefined for a first sample. */
export function sentAgainSentence(draw: HowDrawn): string | undefined {
  const sentences = [
    ...(draw.failedBefore > 0
      ? ['What did not hold in an earlier round is asked for again, and comes first.']
      : []),
    ...(draw.failedBefore + draw.failedGone > 0
      ? ['No fewer records are asked for than at the end of that round.']
      : []),
    ...(isSentAgain(draw) ? ['You took your work back and sent it in again.', pickedBefore(draw)] : []),
  ];
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

function pickedBefore({ draws }: HowDrawn): string {
  return draws > 1
    ? 'People who were picked before do not count any more, so more records were picked.'
    : 'The records that were picked before are asked for again.';
}

/** Where a sample stands, in a sentence for both sides. */
export function standingSentence(standing: SampleStanding): string {
  switch (standing.is) {
    case 'none':
      return 'Nothing is asked for.';
    case 'open': {
      const more =
        standing.widened > 0
          ? ` A record did not hold, so more are asked for (${standing.widened} of 2 times).`
          : '';
      return `${count(standing.wanted, 'record is', 'records are')} asked for, of ${standing.records.toLocaleString('en-US')}.${more}`;
    }
    case 'held':
      return standing.failed === 0
        ? 'Every record that was asked for holds.'
        : 'What holds is enough. The records that did not hold are not needed.';
    case 'failed':
      return standing.why === 'widened-enough'
        ? 'Records did not hold each time. The training requirements go back to the agency.'
        : `Without the records that did not hold, this is not met: ${standing.requirements.map((name) => requirementWords[name]).join(', ')}.`;
  }
}

/** The same to the agency about a round whose review has ended. */
export function endedStandingSentence(standing: SampleStanding): string {
  return standing.is === 'open'
    ? `${count(standing.wanted, 'record was', 'records were')} asked for, of ${standing.records.toLocaleString('en-US')}.`
    : standingSentence(standing);
}

const requirementWords: Readonly<Record<Requirement, string>> = {
  partnership: 'the partnership',
  policy: 'the policy',
  'advanced-training': 'crisis training for enough officers',
  'everyone-trained': 'mental health training for everyone',
};
