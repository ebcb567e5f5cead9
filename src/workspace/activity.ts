/** The details an audited act carries: ids, codes, dates and numbers. */
export type ActivityDetails = Readonly<Record<string, unknown>>;

/** How a slice words its audited acts for the people of an agency: action to sentence, without who and when. */
export type ActivityWording = Readonly<Record<string, (details: ActivityDetails) => string>>;

/** A text among the details, or '' when it is none. */
export function detailText(details: ActivityDetails, name: string): string {
  const value = details[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** An event, and how many more of its kind the same person did right before it on the same day. */
export interface FoldedEvent<Event> {
  readonly event: Event;
  readonly more: number;
}

/** Runs of events that `isAlike` finds alike, each as its newest; at most `most` of them. */
export function foldedEvents<Event>(
  events: readonly Event[],
  isAlike: (one: Event, other: Event) => boolean,
  most: number,
): readonly FoldedEvent<Event>[] {
  const folded: { event: Event; more: number }[] = [];
  for (const event of events) {
    const last = folded.at(-1);
    if (last && isAlike(last.event, event)) last.more += 1;
    else folded.push({ event, more: 0 });
  }
  return folded.slice(0, most);
}
