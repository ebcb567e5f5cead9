import { z } from 'zod';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { lineAnswer, textAnswer } from '../question/answer.ts';
import { typedDate } from '../uswds/typed-date.ts';
import type { PledgeTerms } from './pledge.ts';
import { pledgeContent } from './pledge-content.ts';
import { executiveEmailField, executiveFields, headcountFields, lengthFields } from './terms-form-content.ts';

export const signForm = z.object({
  name: lineAnswer(pledgeContent.sign.nameMissing, { max: 120 }),
  confirmed: z.literal('yes', pledgeContent.sign.confirmMissing),
});

/** A form that asks for nothing but a reason. `missing` is the instruction shown without one. */
export function reasonForm(missing: string) {
  return z.object({ reason: textAnswer(missing, { max: 2000 }) });
}

export const extendForm = z.object({
  to: z.string(pledgeContent.extend.toMissing).transform((text, ctx) => {
    const day = typedDate(text);
    if (day) return day;
    ctx.addIssue({ code: 'custom', message: pledgeContent.extend.toMissing });
    return z.NEVER;
  }),
  reason: textAnswer(pledgeContent.extend.reasonMissing, { max: 2000 }),
});

/** The terms as the form sends them. `settledEmail` stands for the executive's address where it isn't asked. */
export function termsForm(rules: CampaignRules, settledEmail: string | undefined) {
  const email = settledEmail === undefined ? executiveEmailField : z.unknown().transform(() => settledEmail);
  return z
    .intersection(
      z.intersection(headcountForm, executiveFields.extend({ executiveEmail: email })),
      lengthFields(rules),
    )
    .transform(
      (answers): PledgeTerms => ({
        headcount: answers.headcount,
        targetMonths: answers.targetMonths,
        executive: {
          name: answers.executiveName,
          rank: answers.executiveRank,
          email: answers.executiveEmail,
        },
      }),
    );
}

const headcountForm = headcountFields.transform((headcount) => ({ headcount }));
