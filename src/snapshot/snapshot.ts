import { createHash } from 'node:crypto';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { CampaignRules, RulesVersion } from '../campaign-rules/campaign-rules.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { ElementAnswer } from '../policy/policy.ts';
import type { RequirementState } from '../requirement/assessment.ts';
import type { RequirementFacts } from '../requirement/requirement-facts.ts';
import { canonicalJson } from './canonical-json.ts';

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

/** Everything a decision rests on, as it stood when the agency sent it in. */
export interface Snapshot {
  readonly format: 1;
  readonly rules: RulesVersion;
  readonly asOf: CalendarDate;
  readonly agency: SnapshotAgency;
  readonly pledge: SnapshotPledge;
  readonly facts: RequirementFacts;
  readonly requirements: readonly {
    readonly requirement: Requirement;
    readonly state: RequirementState;
    readonly reasons: readonly string[];
  }[];
  readonly checklist: SnapshotChecklist;
  readonly documents: readonly SnapshotDocument[];
}

/** A snapshot as the text that is kept and hashed. */
export interface FrozenSnapshot {
  readonly text: string;
  /** SHA-256 of the text in UTF-8, 64 hex digits. */
  readonly sha256: string;
}

/** Puts together what is frozen; `requirements` come with their sentences, as the agency read them. */
export function takeSnapshot(
  rules: CampaignRules,
  facts: RequirementFacts,
  of: Pick<Snapshot, 'agency' | 'pledge' | 'checklist' | 'documents' | 'requirements'>,
): Snapshot {
  return { format: 1, rules: rules.version, asOf: facts.today, ...of, facts };
}

export function freeze(snapshot: Snapshot): FrozenSnapshot {
  const text = canonicalJson(snapshot);
  return { text, sha256: createHash('sha256').update(text).digest('hex') };
}

/** Reads a kept snapshot back. Its text was written by `freeze` and is checked by the database against its hash. */
export function thaw(text: string): Snapshot {
  return JSON.parse(text);
}
