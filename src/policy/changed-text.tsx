import { diffWords } from 'diff';
import { changesContent as content } from './changes-content.ts';
import type { Pair } from './policy-changes.ts';

/** Longer texts are laid beside each other whole: word by word they would take seconds to compare. */
const longestCompared = 40_000;

/** A text with what was removed and added marked, for the eye, for paper and for the ear. */
export function ChangedText({ before, after }: Pair<string>) {
  if (before.length + after.length > longestCompared) {
    return (
      <p class="om-changed-text">
        <Removed text={before} /> <Added text={after} />
      </p>
    );
  }
  return (
    <p class="om-changed-text">
      {diffWords(before, after).map(({ value, added, removed }, at, parts) => {
        // What takes the place of something stands apart from it.
        if (added) return [parts[at - 1]?.removed ? ' ' : '', <Added text={value} />];
        return removed ? <Removed text={value} /> : value;
      })}
    </p>
  );
}

function Removed({ text }: { text: string }) {
  if (text === '') return null;
  return (
    <del>
      <span class="usa-sr-only">{content.removedSpoken}</span>
      {text}
      <span class="usa-sr-only">{content.endSpoken}</span>
    </del>
  );
}

function Added({ text }: { text: string }) {
  if (text === '') return null;
  return (
    <ins>
      <span class="usa-sr-only">{content.addedSpoken}</span>
      {text}
      <span class="usa-sr-only">{content.endSpoken}</span>
    </ins>
  );
}
