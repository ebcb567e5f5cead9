import { z } from 'zod';
import type { AgencyFacts } from '../agency/agency.ts';
import type { Brand } from '../brand.ts';
import type { Typed } from '../question/question.ts';
import type { PledgeTerms } from './pledge.ts';

export type DraftId = Brand<'DraftId'>;

export const draftSteps = ['agency', 'place', 'headcount', 'people', 'length', 'requirements'] as const;

/** The steps that ask; checking the answers and sending them comes after. */
export type DraftStep = (typeof draftSteps)[number];

/** What was typed so far, kept as it was typed, also where it still has a fault. */
export type DraftAnswers = Readonly<Partial<Record<DraftStep, Typed>>>;

export interface Draft {
  readonly id: DraftId;
  readonly answers: DraftAnswers;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A draft whose every step is answered well. */
export interface PledgeApplication {
  readonly facts: AgencyFacts;
  readonly terms: PledgeTerms;
  /** Somebody else who is to run the pledge day to day; undefined when it is the person who fills in the form. */
  readonly otherCoordinator: string | undefined;
}

const storedAnswers = z.partialRecord(z.enum(draftSteps), z.record(z.string(), z.string()));

/** Reads stored answers; throws when they are none of ours. */
export function parseDraftAnswers(stored: unknown): DraftAnswers {
  return storedAnswers.parse(stored);
}

export function isDraftStep(text: string): text is DraftStep {
  return draftSteps.some((step) => step === text);
}

/** How many drafts a person may have open at once. */
export const draftsAtMost = 20;
