import type { PolicyElement, PolicyElementCode } from '../campaign-rules/policy-element.ts';
import { type FormFields, sentText } from '../http/form.ts';
import type { ConflictField } from '../uswds/edit-conflict.tsx';
import { longestReference } from './accepted-passage.ts';
import { checklistContent } from './checklist-content.ts';
import { type ElementAnswer, elementStatuses } from './policy.ts';
import { statusLabels } from './policy-content.ts';

/** An element's answer as it was typed; `status` is empty while none is chosen. */
export interface TypedAnswer {
  readonly status: string;
  readonly reference: string;
  readonly notes: string;
  /** `yes` where somebody says that an answer about an earlier document holds for this one too. */
  readonly checked?: string;
}

export type TypedAnswers = Readonly<Partial<Record<PolicyElementCode, TypedAnswer>>>;

/** The form's name for one part of an element's answer: `dispatch.reference`. */
export function answerField(code: PolicyElementCode, part: keyof TypedAnswer): string {
  return `${code}.${part}`;
}

export function typedFromSent(elements: readonly PolicyElement[], sent: FormFields): TypedAnswers {
  return Object.fromEntries(
    elements.map(({ code }) => [
      code,
      {
        status: sentText(sent, answerField(code, 'status')),
        reference: sentText(sent, answerField(code, 'reference')),
        notes: sentText(sent, answerField(code, 'notes')),
        checked: sentText(sent, answerField(code, 'checked')),
      },
    ]),
  );
}

export function typedFromAnswers(answers: readonly ElementAnswer[]): TypedAnswers {
  return Object.fromEntries(
    answers.map(({ code, status, reference, notes }) => [code, { status, reference, notes }]),
  );
}

export type ReadChecklist =
  | { readonly ok: true; readonly answers: readonly ElementAnswer[] }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** What the program put into the references of elements by itself: no answer by a person. */
export type SuggestedReferences = Readonly<Partial<Record<PolicyElementCode, string>>>;

/**
 * Reads the whole checklist. Elements without an answer are left open; every fault is told, in the list's order. What was
 * answered about an earlier document (`kept` says which) stays to be checked unless it was changed or ticked.
 */
export function readChecklist(
  elements: readonly PolicyElement[],
  typed: TypedAnswers,
  suggested: SuggestedReferences = {},
  kept: readonly ElementAnswer[] = [],
): ReadChecklist {
  const read = elements.map((element) => readAnswer(element, typed[element.code], suggested[element.code]));
  const unchecked = new Map(kept.filter(({ isToCheck }) => isToCheck).map((answer) => [answer.code, answer]));
  const errors = Object.assign({}, ...read.map((one) => one.errors));
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const answers = read.flatMap(({ answer }) => (answer ? [answer] : []));
  return {
    ok: true,
    answers: answers.map((answer) => {
      const before = unchecked.get(answer.code);
      const isToCheck = before && typed[answer.code]?.checked !== 'yes' && isSameAnswer(answer, before);
      return isToCheck ? { ...answer, isToCheck: true } : answer;
    }),
  };
}

function isSameAnswer(one: ElementAnswer, other: ElementAnswer): boolean {
  // A browser sends lines of a text apart with two characters.
  const written = ({ status, reference, notes }: ElementAnswer) =>
    JSON.stringify([status, reference.trim(), notes.trim().replaceAll('\r\n', '\n')]);
  return written(one) === written(other);
}

interface ReadAnswer {
  readonly answer?: ElementAnswer;
  readonly errors: Readonly<Record<string, string>>;
}

function readAnswer(
  { code, title }: PolicyElement,
  typed: TypedAnswer | undefined,
  suggested: string | undefined,
): ReadAnswer {
  const words = checklistContent.errors;
  const reference = (typed?.reference ?? '').trim();
  const notes = (typed?.notes ?? '').trim();
  const status = elementStatuses.find((known) => known === typed?.status);
  if (status === undefined) {
    const isSilent = (reference === '' || reference === suggested) && notes === '';
    return { errors: isSilent ? {} : { [answerField(code, 'status')]: words.status(title) } };
  }
  const needsReference = status === 'covered' || status === 'partly';
  const errors: Record<string, string> = {};
  if ((needsReference && reference === '') || reference.length > longestReference)
    errors[answerField(code, 'reference')] = words.reference(title);
  if (status === 'not-applicable' && notes === '') errors[answerField(code, 'notes')] = words.reason(title);
  else if (notes.length > 2_000) errors[answerField(code, 'notes')] = words.notes(title);
  return { answer: { code, status, reference, notes }, errors };
}

/** The parts of the checklist in which what was typed differs from what is saved now, as a person reads them. */
export function differingAnswers(
  elements: readonly PolicyElement[],
  typed: TypedAnswers,
  now: TypedAnswers,
): readonly ConflictField[] {
  return elements.flatMap(({ code, title }) =>
    parts.flatMap((part) => {
      const [yours, saved] = [typed[code]?.[part] ?? '', now[code]?.[part] ?? ''];
      if (yours.trim() === saved.trim()) return [];
      const shown = (value: string) => (part === 'status' ? statusWords(value) : value);
      return [{ label: `${title}: ${partLabels[part]}`, yours: shown(yours), now: shown(saved) }];
    }),
  );
}

const parts = ['status', 'reference', 'notes'] as const;
const partLabels: Readonly<Record<(typeof parts)[number], string>> = {
  status: checklistContent.columns.status,
  reference: checklistContent.columns.reference,
  notes: checklistContent.columns.notes,
};

function statusWords(value: string): string {
  const status = elementStatuses.find((known) => known === value);
  return status ? statusLabels[status] : '';
}
