/** An element as it opens. Names come without their prefix, whatever it is bound to. */
export interface XmlElement {
  readonly name: string;
  /** Every value under its own name without prefix; two prefixes may give one name twice. */
  readonly attributes: readonly XmlAttribute[];
}

export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
}

/** What is met in an XML text, in order; entities are resolved, CDATA is text, comments are left out. */
export interface XmlVisitor {
  open(element: XmlElement): void;
  close(name: string): void;
  text(text: string): void;
}

/** The text is not sound XML, or has what no Office program writes: a document type, another encoding. */
export class XmlUnsound extends Error {
  override readonly name = 'XmlUnsound';
}

/** Office programs themselves open nothing that is nested deeper. */
const deepest = 1_000;
const longestEntity = 12;

/**
 * Walks through XML once, from its first sign to its last, without regular expressions and without going back: time and
 * memory grow with its length alone. Strict where programs differ, so that what is read here is what they read.
 */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  checkSigns(xml);
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const end = next < 0 ? xml.length : next;
    if (end > at) visitor.text(resolved(xml.slice(at, end)));
    if (next < 0) break;
    if (xml.startsWith('<!--', next)) at = behind(xml, '-->', next + 4);
    else if (xml.startsWith('<![CDATA[', next)) {
      at = behind(xml, ']]>', next + 9);
      visitor.text(xml.slice(next + 9, at - 3));
    } else if (xml.startsWith('<?', next)) {
      at = behind(xml, '?>', next + 2);
      checkEncoding(xml, next, at);
    } else if (xml.startsWith('<!', next)) throw new XmlUnsound('It has a document type.');
    else if (xml.startsWith('</', next)) {
      at = behind(xml, '>', next + 2);
      const name = xml.slice(next + 2, at - 1).trimEnd();
      if (open.pop() !== name) throw new XmlUnsound('An element is closed that is not open.');
      visitor.close(withoutPrefix(name));
    } else at = openTag(xml, next + 1, open, visitor);
  }
  if (open.length > 0) throw new XmlUnsound('It breaks off.');
}

/** XML has no signs below the blank but three: a NUL shows that the bytes are of another encoding. */
function checkSigns(xml: string): void {
  for (let at = 0; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (code < 32 && !isSpace(code)) throw new XmlUnsound('It has signs that XML has not.');
  }
}

const encodings = ['utf-8', 'utf8', 'utf-16', 'utf-16le', 'utf-16be', 'us-ascii', 'iso-8859-1'];

function checkEncoding(xml: string, start: number, end: number): void {
  const words = xml.slice(start + 2, Math.min(end - 2, start + 500)).toLowerCase();
  if (!words.startsWith('xml') || !isSpace(words.charCodeAt(3))) return;
  const said = words.split('encoding')[1]?.split(/["']/)[1];
  if (said !== undefined && !encodings.includes(said)) throw new XmlUnsound('It is in another encoding.');
}

/** Reads the tag from behind its `<`; answers where it ends. */
function openTag(xml: string, start: number, open: string[], visitor: XmlVisitor): number {
  let at = nameEnd(xml, start);
  const whole = xml.slice(start, at);
  const attributes: XmlAttribute[] = [];
  const known = new Set<string>();
  for (;;) {
    const blank = at;
    at = spaceEnd(xml, at);
    const sign = xml[at];
    if (sign === '>') break;
    if (sign === '/' && xml[at + 1] === '>') {
      visitor.open({ name: withoutPrefix(whole), attributes });
      visitor.close(withoutPrefix(whole));
      return at + 2;
    }
    if (at === blank) throw new XmlUnsound('Attributes run into each other.');
    const end = nameEnd(xml, at);
    const name = xml.slice(at, end);
    const equals = spaceEnd(xml, end);
    const quoteAt = spaceEnd(xml, equals + 1);
    const quote = xml[quoteAt];
    if (xml[equals] !== '=' || (quote !== '"' && quote !== "'")) throw new XmlUnsound('No quoted value.');
    at = behind(xml, quote, quoteAt + 1);
    const value = xml.slice(quoteAt + 1, at - 1);
    if (value.includes('<') || known.has(name)) throw new XmlUnsound('An attribute is unsound.');
    known.add(name);
    attributes.push({ name: withoutPrefix(name), value: resolved(value) });
  }
  if (open.length >= deepest) throw new XmlUnsound('It is nested too deep.');
  open.push(whole);
  visitor.open({ name: withoutPrefix(whole), attributes });
  return at + 1;
}

function behind(xml: string, end: string, from: number): number {
  const found = xml.indexOf(end, from);
  if (found < 0) throw new XmlUnsound('It breaks off.');
  return found + end.length;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function spaceEnd(xml: string, from: number): number {
  let at = from;
  while (isSpace(xml.charCodeAt(at))) at += 1;
  return at;
}

/** Past the sign that ends a name; a name has one letter at least. */
function nameEnd(xml: string, from: number): number {
  let at = from;
  while (at < xml.length && !isSpace(xml.charCodeAt(at)) && !'=/>"\'<&'.includes(xml.charAt(at))) at += 1;
  if (at === from) throw new XmlUnsound('A name is missing.');
  return at;
}

function withoutPrefix(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolved(text: string): string {
  let entity = text.indexOf('&');
  if (entity < 0) return text;
  const pieces: string[] = [];
  let at = 0;
  while (entity >= 0) {
    const end = text.slice(entity, entity + longestEntity).indexOf(';');
    if (end < 0) throw new XmlUnsound('An entity is unsound.');
    pieces.push(text.slice(at, entity), signOf(text.slice(entity + 1, entity + end)));
    at = entity + end + 1;
    entity = text.indexOf('&', at);
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** The sign an entity stands for. Names that only a document type can give a meaning have none. */
function signOf(entity: string): string {
  const sign = named[entity];
  if (sign !== undefined) return sign;
  const [, hex, digits] = /^#(?:x([0-9A-Fa-f]+)|([0-9]+))$/.exec(entity) ?? [];
  const code = hex === undefined ? Number(digits ?? Number.NaN) : Number.parseInt(hex, 16);
  if (!(code > 0 && code <= 0x10ffff)) throw new XmlUnsound('An entity is unsound.');
  return String.fromCodePoint(code);
}
