/** What people and programs write into a cell that has nothing to say. */
const placeholder =
  /^(?:n\.?\s?\/?\s?a\.?|not applicable|not available|none|nil|null|\(null\)|undefined|nan|unknown|unk|unkn|unspecified|not specified|not assigned|unassigned|tbd|t\.b\.d\.|tba|to be (?:determined|announced|assigned)|blank|\(blank\)|empty|#n\/a|[-–—_.?*/\\x\s]+)$/i;

/**
 * Whether a text stands where there is none: `N/A`, `-`, `Unknown`, `NULL`, `TBD`. Such a cell is read as blank, so that
 * it erases nothing. Not for names: Null is one, and what names nobody is told in `nameAbsence`.
 */
export function saysNothing(text: string): boolean {
  return text !== '' && text.length <= 20 && placeholder.test(text.trim());
}
