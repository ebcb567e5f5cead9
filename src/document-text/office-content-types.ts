import type { ActiveContent } from './document-text.ts';
import { walkXml } from './xml-walk.ts';

/** What an Office file says of the kinds of its parts, in small letters. */
export class OfficeContentTypes {
  readonly #byName = new Map<string, string>();
  readonly #byEnding = new Map<string, string>();
  /** Every value in the list: a reader may look for a kind elsewhere than is right. */
  readonly #values: string[] = [];

  /** Throws `XmlUnsound`. */
  constructor(xml: string) {
    walkXml(xml, {
      open: ({ attributes }) => {
        const of = new Map(attributes.map(({ name, value }) => [name, value.trim().toLowerCase()]));
        this.#values.push(...of.values());
        const type = of.get('ContentType');
        const [name, ending] = [of.get('PartName'), of.get('Extension')];
        if (type !== undefined && name !== undefined) this.#byName.set(name.replace(/^\//, ''), type);
        if (type !== undefined && ending !== undefined) this.#byEnding.set(ending, type);
      },
      close() {},
      text() {},
    });
  }

  /** The kind of a part, by its name in small letters; empty where none is said. */
  of(name: string): string {
    return this.#byName.get(name) ?? this.#byEnding.get(name.slice(name.lastIndexOf('.') + 1)) ?? '';
  }

  get holdMacros(): boolean {
    return this.#values.some((value) => /macroenabled|vbaproject|vbadata|macrosheet|dialogsheet/.test(value));
  }
}

/** What a part is by its kind, whatever its name. */
export function activeKind(type: string): ActiveContent | undefined {
  if (/activex/.test(type)) return 'control';
  if (/oleobject|x-msdownload|x-msdos-program|application\/(?:hta|rtf)|text\/(?:html|rtf)/.test(type)) {
    return 'embedded-file';
  }
  return undefined;
}
