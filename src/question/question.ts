import type { Choice } from '../uswds/choice.ts';
import type { FieldWidth } from '../uswds/text-field.tsx';

interface Asked {
  /** The form's name for the answer. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
}

/** A question of a form as data: one renderer draws it, one schema reads it, one summary shows its answer. */
export type Question =
  | (Asked & {
      readonly kind: 'text' | 'email' | 'url';
      readonly width?: FieldWidth;
      readonly autocomplete?: string;
      readonly maxlength?: number;
    })
  | (Asked & { readonly kind: 'long-text'; readonly rows?: number; readonly maxlength?: number })
  | (Asked & { readonly kind: 'count'; readonly width?: FieldWidth })
  | (Asked & { readonly kind: 'select'; readonly choices: readonly Choice[]; readonly placeholder: string })
  | (Asked & { readonly kind: 'choice'; readonly choices: readonly Choice[] })
  | (Asked & { readonly kind: 'agreement' });

/** What was typed, by the question's name; shown again as it was. */
export type Typed = Readonly<Record<string, string>>;

/** The answer in words, for a page that shows all answers; empty when there is none. */
export function answerText(question: Question, typed: Typed): string {
  const answer = typed[question.name] ?? '';
  if (question.kind === 'agreement') return answer === '' ? '' : 'Yes';
  if (question.kind !== 'select' && question.kind !== 'choice') return answer;
  return question.choices.find((choice) => choice.value === answer)?.label ?? '';
}

const longestAnswer = 4000;

/** Only what these questions ask for, each as one text: what a draft keeps of a sent form. */
export function typedAnswers(
  questions: readonly Question[],
  fields: Readonly<Record<string, string | readonly string[]>>,
): Typed {
  return Object.fromEntries(
    questions.map(({ name }) => {
      const sent = fields[name];
      const text = typeof sent === 'string' ? sent : (sent?.[0] ?? '');
      return [name, text.slice(0, longestAnswer)];
    }),
  );
}
