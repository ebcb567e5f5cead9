import { regions } from '../agency/region.ts';
import { oneLine } from '../question/plain-text.ts';

const codes: ReadonlyMap<string, string> = new Map(regions.map(({ code, name }) => [code, name]));

/**
 * The places that a text names, one a line or parted by semicolons, each once. A state's code behind a comma becomes
 * its name, so that "Elm County, TX" and "Elm County, Texas" are one place.
 */
export function placesIn(text: string): readonly string[] {
  const places = text
    .split(/[\n;]/)
    .map(oneLine)
    .filter((place) => place !== '')
    .map(withStateName);
  const first = new Map(places.map((place) => [place.toLowerCase(), place] as const).reverse());
  return places.filter(
    (place) => first.get(place.toLowerCase()) === place && first.delete(place.toLowerCase()),
  );
}

function withStateName(place: string): string {
  return place.replace(/,\s*([A-Za-z]{2})\.?$/, (whole, code: string) => {
    const name = codes.get(code.toUpperCase());
    return name ? `, ${name}` : whole;
  });
}

/** What is searched for, with states by their names: "crisis line, tx" and "TX" find what is in Texas. */
export function searchedText(search: string): string {
  return withStateName(search.trim()).replace(/\b[A-Z]{2}\b/g, (code) => codes.get(code) ?? code);
}
