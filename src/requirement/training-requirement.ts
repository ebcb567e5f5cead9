import type { Coverage } from '../training/coverage.ts';
import type { Assessment } from './assessment.ts';
import type { Outstanding } from './requirement-reason.ts';

type TrainingRequirement = 'advanced-training' | 'everyone-trained';

/** Met when the share of officers with an advanced course is reached. */
export function assessAdvancedTraining(coverage: Coverage | undefined): Assessment {
  const uncounted = uncountable('advanced-training', coverage);
  if (uncounted || !coverage) return notStarted(uncounted);
  const { sworn, advancedRequired: required, advancedMissing: missing } = coverage;
  const requirement = 'advanced-training';
  if (!coverage.meetsAdvanced) {
    const have = required - missing;
    return {
      state: have > 0 ? 'in-progress' : 'not-started',
      outstanding: [{ requirement, code: 'advanced-training-short', have, required, missing }],
      notices: [],
    };
  }
  return {
    state: 'met',
    achievement: { requirement, code: 'advanced-training-reached', have: coverage.advanced, required, sworn },
    notices: [],
  };
}

/** Met when everyone who is counted has done what the rules ask of them. */
export function assessEveryoneTrained(coverage: Coverage | undefined): Assessment {
  const uncounted = uncountable('everyone-trained', coverage);
  if (uncounted || !coverage) return notStarted(uncounted);
  const { sworn, untrained, nonSworn } = coverage;
  if (!coverage.meetsEveryone) {
    const isBegun = sworn > untrained || nonSworn.trained > 0;
    return {
      state: isBegun ? 'in-progress' : 'not-started',
      outstanding: untrainedPeople(coverage),
      notices: [],
    };
  }
  return {
    state: 'met',
    achievement: {
      requirement: 'everyone-trained',
      code: 'everyone-trained',
      sworn,
      nonSworn: nonSworn.inScope,
    },
    notices: [],
  };
}

function untrainedPeople({
  sworn,
  untrained,
  advancedWithoutBase,
  nonSworn,
}: Coverage): readonly Outstanding[] {
  const requirement = 'everyone-trained';
  const outstanding: Outstanding[] = [];
  if (untrained > 0) outstanding.push({ requirement, code: 'sworn-training-short', untrained, of: sworn });
  if (advancedWithoutBase > 0)
    outstanding.push({ requirement, code: 'base-training-short', missing: advancedWithoutBase });
  if (nonSworn.untrained > 0) {
    const { untrained: people, inScope } = nonSworn;
    outstanding.push({ requirement, code: 'non-sworn-training-short', untrained: people, of: inScope });
  }
  return outstanding;
}

/** Without a roster, or without sworn officers on it, there is nothing to count. */
function uncountable(
  requirement: TrainingRequirement,
  coverage: Coverage | undefined,
): Outstanding | undefined {
  if (!coverage) return { requirement, code: 'roster-missing' };
  return coverage.sworn === 0 ? { requirement, code: 'sworn-officers-missing' } : undefined;
}

function notStarted(outstanding: Outstanding | undefined): Assessment {
  return { state: 'not-started', outstanding: outstanding ? [outstanding] : [], notices: [] };
}
