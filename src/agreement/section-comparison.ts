import { type ComparedPart, compareTexts } from './text-comparison.ts';

export interface ComparedSection {
  readonly code: string;
  readonly heading: string;
  readonly change: 'none' | 'changed' | 'added' | 'removed';
  readonly parts: readonly ComparedPart[];
}

/** A section as it is compared: its clauses one under another. */
export interface SectionText {
  readonly code: string;
  readonly heading: string;
  readonly text: string;
}

/** Two versions section by section, in the order of the later one; what it dropped follows where it stood. */
export function compareSections(
  before: readonly SectionText[],
  after: readonly SectionText[],
): readonly ComparedSection[] {
  return inOneOrder(before, after).map((code) => {
    const old = before.find((section) => section.code === code);
    const now = after.find((section) => section.code === code);
    return compareOne(code, old, now);
  });
}

function compareOne(
  code: string,
  old: SectionText | undefined,
  now: SectionText | undefined,
): ComparedSection {
  const heading = now?.heading ?? old?.heading ?? '';
  if (!old) return { code, heading, change: 'added', parts: [{ is: 'added', text: now?.text ?? '' }] };
  if (!now) return { code, heading, change: 'removed', parts: [{ is: 'removed', text: old.text }] };
  if (old.text === now.text)
    return { code, heading, change: 'none', parts: [{ is: 'same', text: now.text }] };
  return { code, heading, change: 'changed', parts: compareTexts(old.text, now.text) };
}

function inOneOrder(before: readonly SectionText[], after: readonly SectionText[]): readonly string[] {
  const order = after.map(({ code }) => code);
  before.forEach(({ code }, place) => {
    if (order.includes(code)) return;
    const follows = before[place - 1]?.code;
    const at = follows === undefined ? 0 : order.indexOf(follows) + 1;
    order.splice(at, 0, code);
  });
  return order;
}
