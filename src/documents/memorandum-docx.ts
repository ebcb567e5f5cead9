import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { MemorandumFacts } from './document-facts.ts';
import { printableText } from './printable-text.ts';

const clauses = 'clauses';
const title = 'Memorandum of Understanding';

/** Twentieths of a point. */
const inch = 1440;

/**
 * The memorandum to be worked on in Word or LibreOffice: real headings and numbered clauses, so that a clause put in
 * between renumbers the rest. Language and title are set for screen readers.
 */
export async function memorandumDocx(facts: MemorandumFacts): Promise<Uint8Array> {
  const { agencyName, partnerName, standing } = facts;
  const document = new Document({
    title: `${title}: ${oneLine(agencyName)} and ${oneLine(partnerName)}`,
    creator: oneLine(agencyName),
    description: standing,
    styles,
    numbering,
    sections: [
      {
        properties: { page: { size: { width: 8.5 * inch, height: 11 * inch }, margin: pageMargin } },
        footers: { default: footer(standing) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
          new Paragraph({ text: `${oneLine(agencyName)} and ${oneLine(partnerName)}` }),
          new Paragraph({ text: `${standing}. ${oneLine(facts.campaignName)}.` }),
          ...facts.sections.flatMap(section),
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'Signatures', numbering: false }),
          ...facts.signatures.flatMap(signatureBlock),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function section({ heading, clauses: said }: MemorandumFacts['sections'][number]): Paragraph[] {
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      text: heading,
      numbering: { reference: clauses, level: 0 },
    }),
    ...said.flatMap(({ text, items = [] }) => [
      new Paragraph({ children: lines(text), numbering: { reference: clauses, level: 1 } }),
      ...items.map((item) => new Paragraph({ children: lines(item), bullet: { level: 1 } })),
    ]),
  ];
}

/** A text with its line breaks. */
function lines(text: string): TextRun[] {
  return printableText(text)
    .split('\n')
    .map((line, place) => new TextRun(place === 0 ? { text: line } : { text: line, break: 1 }));
}

function signatureBlock({ party, confirmed }: MemorandumFacts['signatures'][number]): Paragraph[] {
  const toFill = ['Signature and date', 'Printed name and title'];
  return [
    new Paragraph({
      children: [new TextRun({ text: `For ${oneLine(party)}`, bold: true })],
      keepNext: true,
      spacing: { before: 240 },
    }),
    ...(confirmed === '' ? [] : [new Paragraph({ children: lines(confirmed), keepNext: true })]),
    // Lines above paragraphs that follow each other would be drawn as one: an empty one keeps them apart.
    ...toFill.flatMap((words, place) => [
      new Paragraph({ keepNext: true }),
      new Paragraph({
        text: words,
        style: 'SignatureLine',
        keepNext: place < toFill.length - 1,
        border: { top: { style: BorderStyle.SINGLE, size: 6, space: 4, color: '14333D' } },
      }),
    ]),
  ];
}

function footer(standing: string): Footer {
  const children = [`${title}, ${standing}. Page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children, size: 18 })] }),
    ],
  });
}

function oneLine(text: string): string {
  return printableText(text).replaceAll('\n', ' ');
}

const pageMargin = { top: inch, bottom: inch, left: inch, right: inch };

const headingRun = { color: '14333D', bold: true } as const;

const styles = {
  default: {
    document: {
      run: { font: 'Georgia', size: 23, language: { value: 'en-US' } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: { run: { ...headingRun, size: 40 }, paragraph: { spacing: { after: 160 } } },
    heading1: {
      run: { ...headingRun, size: 27 },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'SignatureLine',
      name: 'Signature Line',
      basedOn: 'Normal',
      run: { size: 18, color: '565C65' },
      paragraph: { spacing: { before: 240, after: 60 } },
    },
  ],
} as const;

const numbering = {
  config: [
    {
      reference: clauses,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 0.4 * inch, hanging: 0.4 * inch } } },
        },
        {
          level: 1,
          format: LevelFormat.DECIMAL,
          text: '%1.%2',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 0.55 * inch, hanging: 0.55 * inch } } },
        },
      ],
    },
  ],
};
