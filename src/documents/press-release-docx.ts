import { Document, HeadingLevel, LineRuleType, Packer, Paragraph, TextRun } from 'docx';
import { printableText } from './printable-text.ts';

/** What a draft for the press says, paragraph by paragraph. */
export interface PressReleaseFacts {
  readonly agencyName: string;
  readonly title: string;
  /** Says that it is a draft, and whom to ask. */
  readonly notice: string;
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly about: { readonly heading: string; readonly text: string };
  readonly contact: { readonly heading: string; readonly lines: readonly string[] };
}

/** Twentieths of a point. Lines are counted in 240ths of one, which LibreOffice takes for a height unless it is told. */
const inch = 1440;

/** A draft to be changed in Word or LibreOffice: real headings, language and title set. */
export async function pressReleaseDocx(facts: PressReleaseFacts): Promise<Uint8Array<ArrayBuffer>> {
  const { about, contact } = facts;
  const document = new Document({
    title: plain(facts.title),
    creator: plain(facts.agencyName),
    description: plain(facts.notice),
    styles,
    sections: [
      {
        properties: { page: { size: { width: 8.5 * inch, height: 11 * inch }, margin } },
        children: [
          new Paragraph({ children: [new TextRun({ text: plain(facts.notice), italics: true })] }),
          new Paragraph({ heading: HeadingLevel.TITLE, text: plain(facts.headline) }),
          ...facts.paragraphs.map((text) => new Paragraph({ text: plain(text) })),
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: plain(about.heading) }),
          new Paragraph({ text: plain(about.text) }),
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: plain(contact.heading) }),
          ...contact.lines.map((text) => new Paragraph({ text: plain(text) })),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function plain(text: string): string {
  return printableText(text).replaceAll('\n', ' ');
}

const margin = { top: inch, bottom: inch, left: inch, right: inch };
const headingRun = { color: '14333D', bold: true } as const;
const styles = {
  default: {
    document: {
      run: { font: 'Georgia', size: 23, language: { value: 'en-US' } },
      paragraph: { spacing: { after: 160, line: 300, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { ...headingRun, size: 40 },
      paragraph: { spacing: { before: 200, after: 200, line: 264, lineRule: LineRuleType.AUTO } },
    },
    heading1: {
      run: { ...headingRun, size: 26 },
      paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
    },
  },
} as const;
