import { signatureInLastUpdate } from './last-update.ts';

/** A signature's dictionary in a PDF, as far as it can be read. */
export interface SignatureField {
  /** What the signature says it covers: all up to `gapFrom`, and from `gapTo` to `end`; undefined when it's another shape. */
  readonly range: { readonly gapFrom: number; readonly gapTo: number; readonly end: number } | undefined;
  /** What lies in the gap, when that is one string of small hex digits; otherwise what `/Contents` holds. */
  readonly contents: Buffer | undefined;
  /** What the program wrote beside the signature. */
  readonly facts: { readonly document: string; readonly number: string; readonly signedAt: Date } | undefined;
}

/** A file with more signatures than that is none of ours; the rest isn't looked at. */
const mostFields = 8;

/** Twice what the signature with the longest chain of certificates takes, in hex digits. */
const mostDigits = 128 * 1024;

/** How far around a range its dictionary reaches, besides the contents. */
const dictionaryReach = 4096;

/** The signature that the file ends with, as we write it: its range is the last entry but the contents. */
export function ownSignatureField(bytes: Buffer): SignatureField | undefined {
  const object = signatureInLastUpdate(bytes);
  const at = object ? bytes.lastIndexOf('/ByteRange', object.to) : -1;
  return object && at > object.from ? fieldAt(bytes, at) : undefined;
}

/**
 * Whatever else in the file could be taken for a signature, from wherever it stands, the last first: only to tell whose
 * a file is that was changed. A range without contents near it is text.
 */
export function findSignatureFields(bytes: Buffer): readonly SignatureField[] {
  const fields: SignatureField[] = [];
  let looked = 0;
  for (let at = bytes.lastIndexOf('/ByteRange'); at > 0 && looked < mostFields; looked += 1) {
    const field = fieldAt(bytes, at);
    if (field.contents) fields.push(field);
    at = bytes.lastIndexOf('/ByteRange', at - 1);
  }
  return fields;
}

function fieldAt(bytes: Buffer, at: number): SignatureField {
  const before = bytes.toString('latin1', Math.max(0, at - dictionaryReach), at);
  const after = bytes.toString('latin1', at, at + dictionaryReach);
  const range = rangeIn(after);
  const gap = range && digitsBetween(bytes, range.gapFrom, range.gapTo);
  return { range: gap && range, contents: gap ?? contentsNear(bytes, at), facts: factsIn(before) };
}

function rangeIn(text: string): SignatureField['range'] {
  const numbers = /^\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(text);
  if (!numbers) return undefined;
  const [start = 0, gapFrom = 0, gapTo = 0, length = 0] = numbers.slice(1).map(Number);
  return start === 0 && gapFrom < gapTo ? { gapFrom, gapTo, end: gapTo + length } : undefined;
}

/** The bytes of `<0a1b…>` from `from` to `to`; undefined when anything else lies there. */
function digitsBetween(bytes: Buffer, from: number, to: number): Buffer | undefined {
  if (to > bytes.length || to - from - 2 > mostDigits) return undefined;
  const text = bytes.toString('latin1', from, to);
  return /^<(?:[0-9a-f]{2})+>$/.test(text) ? Buffer.from(text.slice(1, -1), 'hex') : undefined;
}

/** What stands as `/Contents` near a range that can't be trusted, damaged or not: only to tell whose signature it was. */
function contentsNear(bytes: Buffer, at: number): Buffer | undefined {
  const text = bytes.toString('latin1', Math.max(0, at - mostDigits), at + mostDigits);
  const [, digits] = /\/Contents\s*<([^>]*)/.exec(text) ?? [];
  return digits === undefined ? undefined : Buffer.from(digits.replace(/[^0-9A-Fa-f]/g, '0'), 'hex');
}

function factsIn(dictionary: string): SignatureField['facts'] {
  const found =
    /\/M \(D:(\d{14})Z\)\n\/OneMind << \/Document \/(\w{1,40}) \/Number \(([\w-]{1,40})\) >>[^>]*$/;
  const [, time, document, number] = found.exec(ownDictionary(dictionary)) ?? [];
  if (time === undefined || document === undefined || number === undefined) return undefined;
  const [, year, ...rest] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(time) ?? [];
  const [month, day, hour, minute, second] = rest;
  return { document, number, signedAt: new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) };
}

/** The part of the dictionary that goes before what readers are told about changes. */
function ownDictionary(dictionary: string): string {
  const end = dictionary.lastIndexOf('/Reference [');
  return end === -1 ? dictionary : dictionary.slice(0, end);
}
