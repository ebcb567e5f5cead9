import { isBlank } from './pdf-names.ts';
import { gapEnd, PdfTooCostly, type PdfValue, PdfValues } from './pdf-values.ts';

/** A place in the objects of a PDF. */
interface Place {
  readonly text: string;
  readonly at: number;
}

type PdfEntries = (PdfValue & { readonly is: 'dictionary' })['entries'];

/** What an action does by which a file reaches out of itself. */
const reaching = ['Movie', 'SubmitForm', 'ImportData', 'GoToR', 'GoToE', 'URI', 'Launch', 'JavaScript'];
/** Actions that play or show something, by the entry that tells what: it may lie outside. */
const showing: Readonly<Record<string, string>> = { Thread: 'F', Rendition: 'R', Sound: 'Sound' };
const mostSigns = 20_000_000;

/** What happens by itself when a PDF, a page or a field is opened or left; a link that waits for a click is none. */
export class PdfTriggers {
  readonly #opening: Place[] = [];
  readonly #tables: Place[] = [];
  readonly #shown: Place[] = [];
  readonly #files: Place[] = [];
  readonly #objects = new Map<number, Place[]>();
  readonly #seen = new Set<string>();
  readonly #values = new PdfValues(mostSigns);

  /**
   * Remembers where a trigger's value stands: of `OpenAction` one action, of `AA` a table of them, of `Ref` and `Movie`
   * what a page shows out of another file.
   */
  add(key: 'OpenAction' | 'AA' | 'Ref' | 'Movie', text: string, at: number): void {
    const places = { OpenAction: this.#opening, AA: this.#tables, Ref: this.#shown, Movie: this.#shown }[key];
    places.push({ text, at });
  }

  /** Remembers where a file is named: a stream with such an entry has its content there. */
  addFile(text: string, at: number): void {
    this.#files.push({ text, at });
  }

  /** Remembers where the objects of a text begin that stand in it plainly. */
  addObjects(text: string): void {
    for (let at = text.indexOf('obj'); at >= 0; at = text.indexOf('obj', at + 3)) {
      if (text[at - 1] !== 'd') this.#remember(numberBefore(text, at), { text, at: at + 3 });
    }
  }

  /** The same for objects that are packed, of which a list stands before the first. */
  addPacked(text: string, first: number): void {
    const numbers = text
      .slice(0, first)
      .split(/[\s\0]+/, 200_000)
      .filter((word) => word !== '')
      .map(Number);
    for (let place = 0; place + 1 < numbers.length; place += 2) {
      const [number = 0, offset = 0] = numbers.slice(place, place + 2);
      this.#remember(number, { text, at: first + offset });
    }
  }

  /** Whether one of them reaches out. More than can be followed counts as such. */
  get reachOut(): boolean {
    try {
      return (
        this.#opening.some(({ text, at }) => this.#acts(this.#values.at(text, at), false)) ||
        this.#tables.some(({ text, at }) => this.#acts(this.#values.at(text, at), true)) ||
        this.#shown.some(({ text, at }) => this.#isOfFile(this.#values.at(text, at))) ||
        this.#files.some((place) => this.#isOfStream(place))
      );
    } catch (error) {
      if (error instanceof PdfTooCostly) return true;
      throw error;
    }
  }

  #remember(number: number, place: Place): void {
    const places = this.#objects.get(number);
    if (places) places.push(place);
    else this.#objects.set(number, [place]);
  }

  #acts(value: PdfValue, isTable: boolean): boolean {
    if (value.is === 'array') return value.items.some((item) => this.#acts(item, isTable));
    if (value.is === 'reference') {
      const key = `${value.number} ${isTable}`;
      if (this.#seen.has(key)) return false;
      this.#seen.add(key);
      return this.#of(value.number).some((found) => this.#acts(found, isTable));
    }
    if (value.is !== 'dictionary') return false;
    return value.entries.some(([key, inner]) => {
      if (isTable) return this.#acts(inner, false);
      if (key === 'S') return this.#isReaching(inner) || this.#showsOutside(inner, value.entries);
      return key === 'Next' && this.#acts(inner, false);
    });
  }

  #showsOutside(kind: PdfValue, entries: PdfEntries): boolean {
    return this.#plain(kind).some((plain) => {
      const what =
        plain.is === 'name' && Object.hasOwn(showing, plain.name) ? showing[plain.name] : undefined;
      return entries.some(
        ([key, value]) => key === what && (key === 'F' || this.#namesFile(value, new Set())),
      );
    });
  }

  /** Whether a file is named anywhere in it. */
  #namesFile(value: PdfValue, seen: Set<number>): boolean {
    if (value.is === 'array') return value.items.some((item) => this.#namesFile(item, seen));
    if (value.is === 'reference') {
      if (seen.has(value.number)) return false;
      seen.add(value.number);
      return this.#of(value.number).some((found) => this.#namesFile(found, seen));
    }
    if (value.is !== 'dictionary') return false;
    return value.entries.some(([key, inner]) => key === 'F' || key === 'FS' || this.#namesFile(inner, seen));
  }

  #isOfFile(value: PdfValue): boolean {
    return this.#plain(value).some(
      (plain) => plain.is === 'dictionary' && plain.entries.some(([key]) => key === 'F' || key === 'FS'),
    );
  }

  /** Whether the dictionary that names a file is that of a stream. A number alone is a flag, no name. */
  #isOfStream({ text, at }: Place): boolean {
    if (/\d/.test(text.charAt(at)) && this.#values.at(text, at).is !== 'reference') return false;
    const end = gapEnd(text, this.#values.dictionaryEnd(text, at));
    return text.startsWith('stream', end);
  }

  #plain(value: PdfValue): readonly PdfValue[] {
    return value.is === 'reference' ? this.#of(value.number) : [value];
  }

  #isReaching(kind: PdfValue): boolean {
    if (kind.is === 'reference')
      return this.#of(kind.number).some((found) => found.is !== 'reference' && this.#isReaching(found));
    return kind.is === 'name' && reaching.includes(kind.name);
  }

  /** What stands under this number, in whatever version of the file, and under no number that can be read. */
  #of(number: number): readonly PdfValue[] {
    const places = [...(this.#objects.get(number) ?? []), ...(this.#objects.get(Number.NaN) ?? [])];
    return places.map(({ text, at }) => this.#values.at(text, at));
  }
}

/** The number of the object that begins with the word before which this looks; NaN where none can be read. */
function numberBefore(text: string, at: number): number {
  const generation = wordBefore(text, at);
  const number = generation && wordBefore(text, generation.start);
  return generation && number && /^\d{1,10}$/.test(generation.word) && /^\d{1,10}$/.test(number.word)
    ? Number(number.word)
    : Number.NaN;
}

function wordBefore(text: string, at: number): { readonly word: string; readonly start: number } | undefined {
  let end = at;
  while (end > 0 && at - end < 100 && isBlank(text.charCodeAt(end - 1))) end -= 1;
  let start = end;
  while (start > 0 && end - start < 12 && /\d/.test(text.charAt(start - 1))) start -= 1;
  return start < end ? { word: text.slice(start, end), start } : undefined;
}
