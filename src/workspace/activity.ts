/** The details an audited act carries: ids, codes, dates and numbers. */
export type ActivityDetails = Readonly<Record<string, unknown>>;

/** How a slice words its audited acts for the people of an agency: action to sentence, without who and when. */
export type ActivityWording = Readonly<Record<string, (details: ActivityDetails) => string>>;

/** A text among the details, or '' when it is none. */
export function detailText(details: ActivityDetails, name: string): string {
  const value = details[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
