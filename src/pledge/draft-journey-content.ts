import { z } from 'zod';
import { agencyErrors, identityQuestions, oriQuestion, placeQuestions } from '../agency/agency-content.ts';
import { identityFields, oriField, placeFields } from '../agency/agency-form-content.ts';
import { findRegion, type Region } from '../agency/region.ts';
import { currentRules } from '../campaign-rules/campaign-rules.ts';
import { emailField } from '../identity/email-address.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Question, Typed } from '../question/question.ts';
import { type DraftAnswers, type DraftStep, draftSteps, type PledgeApplication } from './draft.ts';
import { agreementQuestion, coordinatorErrors, coordinatorQuestions } from './draft-content.ts';
import {
  executiveEmailField,
  executiveEmailQuestion,
  executiveFields,
  executiveQuestions,
  headcountFields,
  headcountQuestions,
  lengthFields,
  lengthQuestions,
} from './terms-form-content.ts';

interface Step<Value> {
  readonly questions: readonly Question[];
  /** Reads the step's answers; a later step may need to know an earlier one. */
  readonly fields: (answers: DraftAnswers) => z.ZodType<Value>;
  /** What stands in the fields before anything was typed. */
  readonly proposed?: (answers: DraftAnswers) => Typed;
}

const agency: Step<z.output<typeof identityFields>> = {
  questions: identityQuestions,
  fields: () => identityFields,
};

const place = {
  questions: [...placeQuestions, oriQuestion],
  fields: (answers: DraftAnswers) => {
    const region = draftRegion(answers);
    return region ? placeFields(region).extend({ ori: oriField(region) }) : noRegion;
  },
  proposed: (answers: DraftAnswers) => ({ timeZone: draftRegion(answers)?.timeZone ?? '' }),
} satisfies Step<unknown>;

/** The place can't be read before the state is known: the step before asks for it. */
const noRegion = z.never(agencyErrors.region);

const headcount = { questions: headcountQuestions, fields: () => headcountFields } satisfies Step<unknown>;

const coordinatorFields = z.discriminatedUnion(
  'coordinator',
  [
    z.object({ coordinator: z.literal('me') }),
    z.object({ coordinator: z.literal('other'), coordinatorEmail: emailField(coordinatorErrors.email) }),
  ],
  coordinatorErrors.coordinator,
);

const people = {
  questions: [...executiveQuestions, executiveEmailQuestion, ...coordinatorQuestions],
  fields: () => executiveFields.extend({ executiveEmail: executiveEmailField }).and(coordinatorFields),
} satisfies Step<unknown>;

const length = {
  questions: lengthQuestions(currentRules),
  fields: () => lengthFields(currentRules),
} satisfies Step<unknown>;

const requirements = {
  questions: [agreementQuestion],
  fields: () => z.object({ read: z.literal('yes', 'Tick the box when you have read the requirements') }),
} satisfies Step<unknown>;

/** The whole form as data, in the order asked. */
export const draftJourney: Readonly<Record<DraftStep, Step<unknown>>> = {
  agency,
  place,
  headcount,
  people,
  length,
  requirements,
};

/** What stands in a step's fields: what was typed, else what is proposed. */
export function typedInStep(step: DraftStep, answers: DraftAnswers): Typed {
  return answers[step] ?? draftJourney[step].proposed?.(answers) ?? {};
}

export function isAnswered(step: DraftStep, answers: DraftAnswers): boolean {
  return draftJourney[step].fields(answers).safeParse(answers[step] ?? {}).success;
}

/** The first step that still has to be answered, or undefined when the draft can be sent. */
export function nextStep(answers: DraftAnswers): DraftStep | undefined {
  return draftSteps.find((step) => !isAnswered(step, answers));
}

export function stepAfter(step: DraftStep): DraftStep | undefined {
  return draftSteps[draftSteps.indexOf(step) + 1];
}

export function stepBefore(step: DraftStep): DraftStep | undefined {
  return draftSteps[draftSteps.indexOf(step) - 1];
}

/** The region the draft names, once it does. */
export function draftRegion(answers: DraftAnswers): Region | undefined {
  return findRegion(answers.agency?.region ?? '');
}

/** The name and state the draft gives, and its ORI once that is well formed: enough to know the agency by. */
export function draftIdentity(answers: DraftAnswers) {
  const identity = identityFields.safeParse(answers.agency ?? {});
  if (!identity.success) return undefined;
  const { name, region } = identity.data;
  const ori = oriField(region).safeParse(answers.place?.ori ?? '');
  return { name, country: region.country, region: region.code, ori: ori.success ? ori.data : undefined };
}

export interface DraftIncomplete {
  readonly code: 'draft-incomplete';
  readonly step: DraftStep;
}

/** Everything the draft says, read once more as a whole; refused with the first step that can't be read. */
export function readApplication(answers: DraftAnswers): Outcome<PledgeApplication, DraftIncomplete> {
  const region = draftRegion(answers);
  const step = nextStep(answers);
  if (step || !region) return refused({ code: 'draft-incomplete', step: step ?? 'agency' });
  const identity = identityFields.parse(answers.agency);
  const located = placeFields(region)
    .extend({ ori: oriField(region) })
    .parse(answers.place);
  const named = people.fields().parse(answers.people);
  return done({
    facts: { ...located, ...identity, country: region.country, region: region.code },
    terms: {
      headcount: headcountFields.parse(answers.headcount),
      executive: { name: named.executiveName, rank: named.executiveRank, email: named.executiveEmail },
      targetMonths: length.fields().parse(answers.length).targetMonths,
    },
    otherCoordinator: named.coordinator === 'other' ? named.coordinatorEmail : undefined,
  });
}
