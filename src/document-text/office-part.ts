import type { ActiveContent } from './document-text.ts';
import { OfficeFields } from './office-fields.ts';
import { activeLink, leadsAway, linkOf } from './office-links.ts';
import { walkXml, type XmlElement } from './xml-walk.ts';

/** One part of an Office file that is XML. */
export class OfficePart {
  readonly #isOfChart: boolean;
  #found: ActiveContent | undefined;

  /** The part's name in small letters. */
  constructor(name: string) {
    this.#isOfChart = /(?:^|\/)charts\/_rels\/[^/]*\.rels$/.test(name);
  }

  /** The first thing in the part that acts. Throws `XmlUnsound`. */
  read(xml: string): ActiveContent | undefined {
    const fields = new OfficeFields();
    walkXml(xml, {
      open: (element) => {
        fields.open(element);
        this.#found ??= this.#ofElement(element);
      },
      close: (name) => fields.close(name),
      text: (text) => fields.text(text),
    });
    fields.end();
    return this.#found ?? fields.found;
  }

  #ofElement(element: XmlElement): ActiveContent | undefined {
    const link = linkOf(element);
    if (link) return activeLink(link, this.#isOfChart);
    const says = (name: string, holds: (value: string) => boolean) =>
      element.attributes.some((attribute) => attribute.name === name && holds(attribute.value.trim()));
    switch (element.name) {
      case 'ddeLink':
        return 'program-start';
      case 'altChunk':
        return 'embedded-file';
      case 'connection':
      case 'queryTable':
        // A table that a workbook fetches by itself.
        return says('refreshOnLoad', (value) => value === '1' || value === 'true')
          ? 'outside-content'
          : undefined;
      case 'imagedata':
      case 'fill':
      case 'stroke':
        return says('src', leadsAway) || says('href', leadsAway) ? 'outside-content' : undefined;
      default:
        return undefined;
    }
  }
}
