import { z } from 'zod';
import { type FormFields, sentText } from '../http/form.ts';
import { type CheckInAnswer, checkInQuestions, ratings } from './check-in.ts';
import { checkInContent, questionTexts } from './check-in-content.ts';
import { longText, revision } from './joint-form.ts';

const { errors } = checkInContent;

function rating(question: (typeof checkInQuestions)[number]) {
  const message = errors.rating(questionTexts[question]);
  return z.string(message).transform((text, context) => {
    const chosen = ratings.find((number) => String(number) === text);
    if (chosen !== undefined) return chosen;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

export const checkInForm = z
  .object({
    revision,
    respect: rating('respect'),
    reach: rating('reach'),
    handover: rating('handover'),
    meetings: rating('meetings'),
    'people-helped': rating('people-helped'),
    liaison: z.enum(['yes', 'no'], errors.liaison),
    goingWell: longText(errors.text, 5_000),
    wouldHelp: longText(errors.text, 5_000),
  })
  .transform(({ revision: shown, liaison, goingWell, wouldHelp, ...given }) => ({
    revision: shown,
    answer: {
      ratings: given,
      goingWell,
      wouldHelp,
      isLiaisonInPlace: liaison === 'yes',
    } satisfies CheckInAnswer,
  }));

/** The fields as texts to show again, by name. */
export type TypedCheckIn = Readonly<Record<string, string>>;

const names = [...checkInQuestions, 'liaison', 'goingWell', 'wouldHelp'];

export function typedCheckInFromSent(sent: FormFields): TypedCheckIn {
  return Object.fromEntries(names.map((name) => [name, sentText(sent, name)]));
}

export function typedCheckIn(answer: CheckInAnswer | undefined): TypedCheckIn {
  if (!answer) return {};
  const given = checkInQuestions.map((question) => [question, String(answer.ratings[question])] as const);
  return {
    ...Object.fromEntries(given),
    liaison: answer.isLiaisonInPlace ? 'yes' : 'no',
    goingWell: answer.goingWell,
    wouldHelp: answer.wouldHelp,
  };
}
