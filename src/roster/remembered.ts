/** Fewer would read again and again, more would hold on to files long closed. */
const mostRemembered = 1_000;

/** A reading of texts that repeat from row to row, such as titles and units: each different text is read once. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const readings = new Map<string, { readonly reading: T }>();
  return (text) => {
    const known = readings.get(text);
    if (known) return known.reading;
    if (readings.size >= mostRemembered) readings.clear();
    const reading = read(text);
    readings.set(text, { reading });
    return reading;
  };
}
