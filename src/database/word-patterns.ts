/** For each word searched for, the pattern of texts that begin with it, for `lower(text) like …`. */
export function wordPatterns(search: string): readonly string[] {
  return search
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((word) => `${word.replace(/[\\%_]/g, '\\$&')}%`);
}
