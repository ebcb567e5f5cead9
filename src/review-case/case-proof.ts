import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Program } from '../campaign-rules/program.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { SubmissionId } from '../review/submission.ts';
import type { Pseudonym } from '../snapshot/counted-person.ts';
import type { ProofDecision } from '../snapshot/sample-place.ts';
import { safeFileName } from './safe-file-name.ts';

/** A file that the agency showed for a record of a round's sample, and what the reviewer found about it. */
export interface ShownProof {
  readonly submission: SubmissionId;
  /** The record's place in the sample, from 1 on. */
  readonly place: number;
  readonly person: Pseudonym;
  /** Undefined once the person is gone from the roster. */
  readonly staff: (PersonName & { readonly number: string }) | undefined;
  readonly program: Program;
  /** The register's title, or the agency's own words. */
  readonly course: string;
  readonly completedOn: CalendarDate;
  readonly shownAt: Date;
  readonly sha256: string;
  readonly fileName: string;
  /** Undefined while nothing is found, and for a finding that was set aside. */
  readonly finding:
    | { readonly decision: ProofDecision; readonly word: string; readonly at: Date }
    | undefined;
}

export interface CaseProof extends ShownProof {
  readonly round: number;
  /** Where it lies in the archive. */
  readonly path: string;
}

/** The proofs of a case by round, each with a place of its own in the archive: one file may prove several records. */
export function proofsOfCase(
  rounds: readonly { readonly id: SubmissionId; readonly round: number }[],
  shown: readonly ShownProof[],
): readonly CaseProof[] {
  return rounds.flatMap(({ id, round }) =>
    shown
      .filter(({ submission }) => submission === id)
      .map((proof, index) => ({
        ...proof,
        round,
        path: `proofs/round-${round}/${index + 1}-record-${proof.place}-${safeFileName(proof.fileName)}`,
      })),
  );
}
