import type { ActiveContent } from './document-text.ts';
import type { XmlElement } from './xml-walk.ts';

/** A link from one part of an Office file to another, or out of the file. */
export interface OfficeLink {
  /** The last word of its type, in small letters: `hyperlink`, `oleobject`. */
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** The link that an element makes; undefined for every other element. */
export function linkOf({ name, attributes }: XmlElement): OfficeLink | undefined {
  if (name !== 'Relationship') return undefined;
  const said = (wanted: string) =>
    attributes.find((attribute) => attribute.name === wanted)?.value.trim() ?? '';
  const words = said('Type').toLowerCase().split(/[/\\]/);
  return {
    type: words.findLast((word) => word.trim() !== '')?.trim() ?? '',
    target: said('Target'),
    isExternal: said('TargetMode').toLowerCase() === 'external',
  };
}

/** What a part is by the type of the link that leads to it, wherever it lies and whatever it is called. */
const linkedParts: Readonly<Record<string, ActiveContent>> = {
  vbaproject: 'macros',
  vbaprojectsignature: 'macros',
  vbaprojectsignatureagile: 'macros',
  vbaprojectsignaturev3: 'macros',
  wordvbadata: 'macros',
  xlmacrosheet: 'macros',
  xlintlmacrosheet: 'macros',
  dialogsheet: 'macros',
  control: 'control',
  activexcontrolbinary: 'control',
  activexcontrol: 'control',
  oleobject: 'embedded-file',
  afchunk: 'embedded-file',
};

/** Links that honest programs leave to files of the writer's own disk; nothing is fetched over a network. */
const mayBeLocal = ['attachedtemplate', 'externallinkpath', 'image'];

/** What a link brings with it. Charts keep their tables in a package of their own, which nothing opens by itself. */
export function activeLink(link: OfficeLink, isOfChart: boolean): ActiveContent | undefined {
  const { type, target, isExternal } = link;
  const isOutside = isExternal || leadsAway(target);
  if (isOutside) {
    if (type === 'hyperlink') return isPlainAddress(target) ? undefined : 'unsafe-link';
    return mayBeLocal.includes(type) && !leadsAway(target) ? undefined : 'outside-content';
  }
  const part = Object.hasOwn(linkedParts, type) ? linkedParts[type] : undefined;
  if (part) return part;
  const isTable = isOfChart && /\.xlsx$/i.test(target);
  return type === 'package' && !isTable ? 'embedded-file' : undefined;
}

/** The writer's own disk is nowhere else, and harmless; a name alone lies beside the file. */
export function leadsAway(target: string): boolean {
  const address = addressOf(target);
  const onDisk = /^(?:file:\/\/\/(?:localhost\/)?)?[a-z]:\//.test(address);
  if (onDisk) return address.includes('..');
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/.test(address);
}

/** Where a reader may be sent by a click: a page, a mailbox, a telephone, a place or a file beside this one. */
export function isPlainAddress(target: string): boolean {
  const address = addressOf(target);
  return isOfTheWeb(address) || !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/.test(address);
}

/** Whether it says by its beginning that it is a page, a mailbox or a telephone. */
export function isOfTheWeb(target: string): boolean {
  return /^(?:https?:|mailto:|tel:)/.test(addressOf(target));
}

/** Signs may be written by their codes, and codes by codes: nobody honest goes deeper. */
const deepestCodes = 4;

/** An address as programs understand it: codes resolved, strokes of one kind, and no blanks. */
function addressOf(target: string): string {
  let address = target;
  for (let depth = 0; depth < deepestCodes && address.includes('%'); depth++)
    address = address.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return address
    .replace(/[\s\p{Cc}]/gu, '')
    .replaceAll('\\', '/')
    .toLowerCase();
}
