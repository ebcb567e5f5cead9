import type { ActiveContent } from './document-text.ts';
import { OfficeFields } from './office-fields.ts';
import { activeLink, isPlainAddress, leadsAway, linkOf } from './office-links.ts';
import { walkXml, type XmlElement } from './xml-walk.ts';

/** What is drawn in the old way, and may be a link by itself. */
const drawn = ['shape', 'rect', 'roundrect', 'oval', 'line', 'polyline', 'arc', 'curve', 'group', 'image'];

function isTrue(value: string): boolean {
  return /^["']?(?:1|true|on)["']?$/i.test(value);
}

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
        return says('refreshOnLoad', isTrue) ? 'outside-content' : undefined;
      case 'imagedata':
      case 'fill':
      case 'stroke':
        return says('src', leadsAway) || says('href', leadsAway) ? 'outside-content' : undefined;
      case 'connectString':
      case 'udl':
        // Where the letters of a mail merge come from: Word asks there as soon as it opens the file.
        return says('val', (value) => value !== '') ? 'outside-content' : undefined;
      case 'taskpane':
        return says('visibility', isTrue) ? 'outside-content' : undefined;
      case 'property':
        return says('name', (value) => /autoshowtaskpane/i.test(value)) && says('value', isTrue)
          ? 'outside-content'
          : undefined;
      case 'reference':
        return says('store', leadsAway) && says('storeType', (value) => !/^(?:omex|spcatalog)$/i.test(value))
          ? 'outside-content'
          : undefined;
      case 'graphicData':
        // A program of the web that stands in the page.
        return says('uri', (value) => /webextension/i.test(value)) ? 'outside-content' : undefined;
      default:
        return drawn.includes(element.name) && says('href', (value) => !isPlainAddress(value))
          ? 'unsafe-link'
          : undefined;
    }
  }
}
