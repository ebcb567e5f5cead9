import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { RulesVersion } from '../campaign-rules/campaign-rules.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { ElementAnswer } from '../policy/policy.ts';
import type { RequirementState } from '../requirement/assessment.ts';
import type { PolicyFacts, RequirementFacts } from '../requirement/requirement-facts.ts';
import type { Outstanding } from '../requirement/requirement-reason.ts';
import type { Coverage } from '../training/coverage.ts';
import type { RulesNeeds } from './rules-needs.ts';

/** A file the decision rests on, by its hash: an agreement, the policy, a piece of evidence. */
export interface SnapshotDocument {
  readonly file: StoredFileId;
  readonly requirement: Requirement;
  readonly title: string;
  readonly note: string;
  readonly fileName: string;
  readonly sha256: string;
}

/** The policy's elements as the agency answered them. */
export type SnapshotChecklist = readonly ElementAnswer[];

export interface SnapshotAgency {
  readonly name: string;
  readonly city: string;
  readonly region: string;
  readonly country: string;
  readonly addressLines: readonly string[];
}

export interface SnapshotPledge {
  readonly takenOn: CalendarDate;
  readonly executiveName: string;
  readonly executiveRank: string;
}

/** That a partner itself said yes to what is agreed. */
export interface SnapshotConfirmation {
  readonly partner: string;
  /** As typed by the partner's representative. */
  readonly name: string;
  readonly title: string;
  /** An instant, in ISO 8601. */
  readonly at: string;
}

/** That the executive adopted the policy. */
export interface SnapshotAdoption {
  readonly name: string;
  readonly on: CalendarDate;
  /** An instant, in ISO 8601. */
  readonly at: string;
}

export interface SnapshotRequirement {
  readonly requirement: Requirement;
  readonly state: RequirementState;
  /** In sentences, as the agency read them that day. */
  readonly reasons: readonly string[];
}

/** What every format holds. */
interface SnapshotCore {
  readonly rules: RulesVersion;
  readonly asOf: CalendarDate;
  readonly agency: SnapshotAgency;
  readonly pledge: SnapshotPledge;
  readonly requirements: readonly SnapshotRequirement[];
  readonly checklist: SnapshotChecklist;
  readonly documents: readonly SnapshotDocument[];
}

/** The figures of coverage alone: units, shifts and ranks would tell people apart who are the only ones in theirs. */
export type SnapshotCoverage = Omit<Coverage, 'byUnit' | 'byShift' | 'byRank'>;

/** What was known that day. What nobody had begun yet is absent. */
export interface SnapshotFacts extends Omit<RequirementFacts, 'coverage' | 'policy'> {
  readonly policy?: PolicyFacts | undefined;
  readonly coverage?: SnapshotCoverage | undefined;
}

/** The first format had figures, and nobody behind them. */
export interface SnapshotOfFormat1 extends SnapshotCore {
  readonly format: 1;
  readonly facts: SnapshotFacts & { readonly coverage?: Coverage | undefined };
}

/** The counted people lie beside the snapshot, which vouches for them by their hash: lists needn't load them. */
export interface PeopleDigest {
  readonly count: number;
  /** SHA-256 of their canonical JSON in UTF-8, 64 hex digits. */
  readonly sha256: string;
}

export interface SnapshotOfFormat2 extends SnapshotCore {
  readonly format: 2;
  readonly needs: RulesNeeds;
  readonly facts: SnapshotFacts;
  /** All that was left to do; empty in whatever was sent in. */
  readonly outstanding: readonly Outstanding[];
  readonly confirmations: readonly SnapshotConfirmation[];
  readonly adoption?: SnapshotAdoption | undefined;
  readonly people: PeopleDigest;
}

/** Everything a decision rests on, as it stood when the agency sent it in. */
export type Snapshot = SnapshotOfFormat1 | SnapshotOfFormat2;

/** A snapshot as the text that is kept and hashed. */
export interface FrozenSnapshot {
  readonly text: string;
  /** SHA-256 of the text in UTF-8, 64 hex digits. It stands on the certificate. */
  readonly sha256: string;
}

/** Reads a kept snapshot back. Its text was written by `freeze` and is checked by the database against its hash. */
export function thaw(text: string): Snapshot {
  return JSON.parse(text);
}
