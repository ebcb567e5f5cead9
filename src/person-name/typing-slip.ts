/**
 * Whether two folded words differ by one typing slip: a letter missing, added, changed, or two swapped
 * (Damerau-Levenshtein distance 1). Words under four letters are names of their own: Jan is not Jon.
 */
export function isTypingSlip(one: string, other: string): boolean {
  if (one === other || Math.max(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1)
    return false;
  const start = commonStart(one, other);
  const [a, b] = [one.slice(start), other.slice(start)];
  if (a.length === b.length) return a.slice(1) === b.slice(1) || isSwap(a, b);
  return a.length > b.length ? a.slice(1) === b : b.slice(1) === a;
}

function isSwap(a: string, b: string): boolean {
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}

function commonStart(one: string, other: string): number {
  let position = 0;
  while (position < one.length && one[position] === other[position]) position += 1;
  return position;
}
