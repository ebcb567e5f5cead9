import { z } from 'zod';
import { staffCategoryLabels } from '../agency/agency-content.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { emailField } from '../identity/email-address.ts';
import { countAnswer, lineAnswer, optionalCount } from '../question/answer.ts';
import type { Question, Typed } from '../question/question.ts';
import { type StaffCategory, staffCategories } from '../roster/staff-category.ts';
import type { Headcount, PledgeTerms } from './pledge.ts';
import { isTargetLength } from './pledge-term.ts';

const largestAgency = 100_000;

const nonSwornName = (category: StaffCategory) => `nonSworn.${category}`;

export const headcountQuestions: readonly Question[] = [
  {
    kind: 'count',
    name: 'sworn',
    label: 'Sworn officers',
    hint: 'Everybody who holds a sworn position today, full time and part time.',
    required: true,
  },
  ...staffCategories.map(
    (category): Question => ({
      kind: 'count',
      name: nonSwornName(category),
      label: staffCategoryLabels[category],
    }),
  ),
];

/** Categories with nobody in them are not in scope. */
export const headcountFields = z
  .looseObject({
    sworn: countAnswer('Enter the number of sworn officers', largestAgency),
    ...Object.fromEntries(
      staffCategories.map((category) => [
        nonSwornName(category),
        optionalCount('Enter the number as digits, such as 12, or leave it empty', largestAgency),
      ]),
    ),
  })
  .transform((answers): Headcount => {
    const counts = staffCategories.flatMap((category) => {
      const count = answers[nonSwornName(category)];
      return typeof count === 'number' && count > 0 ? [[category, count]] : [];
    });
    return { sworn: answers.sworn, nonSworn: Object.fromEntries(counts) };
  });

export const executiveQuestions: readonly Question[] = [
  {
    kind: 'text',
    name: 'executiveName',
    label: 'Name of the executive',
    hint: 'The chief, sheriff or other head of the agency, who signs the pledge. First and last name.',
    required: true,
    maxlength: 120,
  },
  {
    kind: 'text',
    name: 'executiveRank',
    label: 'Rank or title',
    hint: 'Such as Chief of Police.',
    required: true,
    maxlength: 80,
  },
];

export const executiveEmailQuestion: Question = {
  kind: 'email',
  name: 'executiveEmail',
  label: 'Email of the executive',
  hint: 'We send the link for signing there. If you are the executive yourself, give your own address.',
  required: true,
  maxlength: 254,
};

export const executiveFields = z.object({
  executiveName: lineAnswer('Enter the name of the executive', { max: 120 }),
  executiveRank: lineAnswer('Enter the rank or title of the executive', { max: 80 }),
});

export const executiveEmailField = emailField(
  'Enter the email address of the executive, such as chief@elmfork.gov',
);

export function lengthQuestions(rules: CampaignRules): readonly Question[] {
  const { shortestMonths, longestMonths } = rules.term;
  return [
    {
      kind: 'count',
      name: 'targetMonths',
      label: 'Months until you mean to be done',
      hint: `From ${shortestMonths} to ${longestMonths}. The months begin on the day the campaign accepts your pledge.`,
      required: true,
    },
  ];
}

export function lengthFields(rules: CampaignRules) {
  const { shortestMonths, longestMonths } = rules.term;
  const instruction = `Enter a number of months from ${shortestMonths} to ${longestMonths}`;
  return z.object({
    targetMonths: countAnswer(instruction, 999).refine(
      (months) => isTargetLength(rules, months),
      instruction,
    ),
  });
}

/** The terms as somebody typed them, to fill a form with. */
export function typedTerms(terms: PledgeTerms): Typed {
  const { headcount, executive } = terms;
  return {
    sworn: String(headcount.sworn),
    ...Object.fromEntries(
      staffCategories.map((category) => [
        nonSwornName(category),
        headcount.nonSworn[category]?.toString() ?? '',
      ]),
    ),
    executiveName: executive.name,
    executiveRank: executive.rank,
    executiveEmail: executive.email,
    targetMonths: String(terms.targetMonths),
  };
}
