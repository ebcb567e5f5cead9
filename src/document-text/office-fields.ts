import type { ActiveContent } from './document-text.ts';
import { isOfTheWeb, isPlainAddress } from './office-links.ts';
import type { XmlElement } from './xml-walk.ts';

/** A field of Word while it is read: its instruction comes in pieces, and may hold further fields. */
interface OpenField {
  /** Without what was struck out. */
  instruction: string;
  /** With it: a struck-out piece comes back by one click. */
  everything: string;
  /** The instruction as far as its first inner field, whose result becomes a part of it. */
  beforeInner: string | undefined;
  isInstruction: boolean;
}

const fetching = /^\s*"?\s*(?:INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|RD|DATABASE)(?![A-Z])/i;
const linking = /^\s*"?\s*HYPERLINK(?![A-Z])/i;
const longestInstruction = 100_000;

/** Reads the fields of one part and tells the first that starts a program or loads from elsewhere. */
export class OfficeFields {
  found: ActiveContent | undefined;
  readonly #open: OpenField[] = [];
  /** Text that stands in no field, such as an instruction without its frame. */
  #loose = '';
  #textOf: string | undefined;

  open({ name, attributes }: XmlElement): void {
    const said = (wanted: string) => attributes.find((attribute) => attribute.name === wanted)?.value ?? '';
    if (name === 'fldSimple') this.#judge(said('instr'), undefined);
    else if (name === 'fldChar') this.#frame(said('fldCharType').trim());
    else if (name === 'instrText' || name === 'delInstrText' || name === 't') this.#textOf = name;
  }

  close(name: string): void {
    if (name === this.#textOf) this.#textOf = undefined;
    if (name === 'instrText' && this.#open.length === 0) this.#endLoose();
  }

  text(text: string): void {
    if (this.#textOf === undefined) return;
    const field = this.#open.at(-1);
    if (!field) {
      if (this.#textOf !== 't') this.#loose = (this.#loose + text).slice(0, longestInstruction);
    } else if (field.isInstruction) {
      field.everything = (field.everything + text).slice(0, longestInstruction);
      if (this.#textOf !== 'delInstrText')
        field.instruction = (field.instruction + text).slice(0, longestInstruction);
    }
  }

  /** Judges what was left open at the end of the part. */
  end(): void {
    while (this.#open.length > 0) this.#endInstruction(this.#open.pop());
    this.#endLoose();
  }

  #frame(type: string): void {
    if (type === 'begin') {
      const outer = this.#open.at(-1);
      if (outer?.isInstruction) outer.beforeInner ??= outer.instruction;
      this.#open.push({ instruction: '', everything: '', beforeInner: undefined, isInstruction: true });
    } else if (type === 'separate') this.#endInstruction(this.#open.at(-1));
    else if (type === 'end') this.#endInstruction(this.#open.pop());
  }

  #endInstruction(field: OpenField | undefined): void {
    if (!field?.isInstruction) return;
    field.isInstruction = false;
    this.#judge(field.instruction, field.beforeInner);
    this.#judge(field.everything, field.beforeInner);
  }

  #endLoose(): void {
    this.#judge(this.#loose, undefined);
    this.#loose = '';
  }

  #judge(instruction: string, beforeInner: string | undefined): void {
    this.found ??= activeInstruction(instruction, beforeInner);
  }
}

function activeInstruction(instruction: string, beforeInner: string | undefined): ActiveContent | undefined {
  if (/^\s*"?\s*DDE/i.test(instruction)) return 'program-start';
  // What the field does is only known once its inner field has its result.
  if (beforeInner !== undefined && /^\s*"?[A-Za-z]*$/.test(beforeInner)) return 'program-start';
  const [link] = linking.exec(instruction) ?? [];
  if (link !== undefined) return unsafeLink(instruction.slice(link.length), beforeInner?.slice(link.length));
  const [start] = fetching.exec(instruction) ?? [];
  if (start === undefined) return undefined;
  if (beforeInner !== undefined) return 'outside-content';
  const address = instruction.slice(start.length).replaceAll('\\\\', '/').replaceAll('\\', '/').toLowerCase();
  const words = address.split(/[\s"\u201c\u201d]+/).filter((word) => word !== '');
  return words.some(leadsElsewhere) ? 'outside-content' : undefined;
}

/**
 * A link to click, by what stands behind its first word. What an inner field adds to an address that has begun as one of
 * the web stays there; any other address is only known once the inner field has its result.
 */
function unsafeLink(words: string, beforeInner: string | undefined): ActiveContent | undefined {
  if (!addressesIn(words).every(isPlainAddress)) return 'unsafe-link';
  if (beforeInner === undefined || /\\[lost](?:\s+|\s*["\u201c][^"\u201c\u201d]*)$/i.test(beforeInner))
    return undefined;
  return isOfTheWeb(addressesIn(beforeInner)[0] ?? '') ? undefined : 'unsafe-link';
}

/** The words of a link that are neither a switch nor what belongs to one: a place in the file, a tip, a frame. */
function addressesIn(words: string): readonly string[] {
  const found = [
    ...words.matchAll(/["\u201c\u201d]([^"\u201c\u201d]*)["\u201c\u201d]?|[^\s"\u201c\u201d]+/g),
  ];
  return found.flatMap(([word, quoted], place) => {
    if (quoted === undefined && isSwitch(word)) return [];
    const before = found[place - 1];
    const isOfSwitch = before && before[1] === undefined && /^\\[lost]$/i.test(before[0]);
    return isOfSwitch ? [] : [quoted ?? word];
  });
}

function isSwitch(word: string): boolean {
  return /^\\(?:[a-z*@#!])?$/i.test(word);
}

/** A switch is a stroke and a letter (`\d`, `\* MERGEFORMAT`); a picture of a letter (`cid:`) lies in no place. */
function leadsElsewhere(word: string): boolean {
  if (/^\/(?:[a-z*@#!])?$/.test(word) || word.startsWith('cid:')) return false;
  return word.startsWith('/') || /^[a-z][a-z0-9+.-]+:/.test(word) || word.includes('//');
}
