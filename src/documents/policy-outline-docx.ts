import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { printableText } from './printable-text.ts';

/** What an outline of a policy says, section by section. */
export interface PolicyOutlineFacts {
  readonly agencyName: string;
  readonly title: string;
  readonly standing: string;
  readonly intro: readonly string[];
  readonly factsHeading: string;
  /** Lines of the first page to fill in. */
  readonly facts: readonly string[];
  readonly sections: readonly {
    readonly heading: string;
    readonly explanation: string;
    readonly prompts: readonly string[];
    readonly toWrite: string;
  }[];
  readonly checklist: {
    readonly heading: string;
    readonly lead: string;
    readonly columns: readonly string[];
  };
}

/** Twentieths of a point. */
const inch = 1440;
const textWidth = 6.5 * inch;

/** An outline to be worked on in Word or LibreOffice: real headings, a table with a heading row, language and title set. */
export async function policyOutlineDocx(facts: PolicyOutlineFacts): Promise<Uint8Array<ArrayBuffer>> {
  const agency = printableText(facts.agencyName).replaceAll('\n', ' ');
  const { checklist } = facts;
  const document = new Document({
    title: `${facts.title}: ${agency}`,
    creator: agency,
    description: facts.standing,
    styles,
    sections: [
      {
        properties: { page: { size: { width: 8.5 * inch, height: 11 * inch }, margin } },
        footers: { default: footer(`${agency}. ${facts.standing}. Page `) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: facts.title }),
          new Paragraph({ text: `${agency}. ${facts.standing}.` }),
          ...facts.intro.map((text) => new Paragraph({ text })),
          heading(facts.factsHeading),
          table(
            facts.facts.map((fact) => [fact, '']),
            [2.5, 4],
          ),
          ...facts.sections.flatMap((section, place) => [
            heading(`${place + 1}. ${section.heading}`),
            new Paragraph({ text: section.explanation }),
            ...section.prompts.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
            new Paragraph({ children: [new TextRun({ text: `[${section.toWrite}]`, italics: true })] }),
          ]),
          heading(checklist.heading),
          new Paragraph({ text: checklist.lead }),
          table(
            [checklist.columns, ...facts.sections.map((section) => [section.heading, '', ''])],
            [2.5, 1.5, 2.5],
            true,
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, text });
}

/** Widths in inches, one for each column. */
function table(rows: readonly (readonly string[])[], widths: readonly number[], hasHeading = false): Table {
  const columnWidths = widths.map((width) => width * inch);
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths,
    rows: rows.map(
      (cells, place) =>
        new TableRow({
          tableHeader: hasHeading && place === 0,
          cantSplit: true,
          children: cells.map((text, column) => {
            const bold = column === 0 || (hasHeading && place === 0);
            return new TableCell({
              width: { size: columnWidths[column] ?? inch, type: WidthType.DXA },
              margins: { top: 60, bottom: 60, left: 100, right: 100 },
              children: [new Paragraph({ children: [new TextRun({ text, bold })] })],
            });
          }),
        }),
    ),
  });
}

function footer(text: string): Footer {
  const children = [text, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children, size: 18 })] }),
    ],
  });
}

const margin = { top: inch, bottom: inch, left: inch, right: inch };
const headingRun = { color: '14333D', bold: true } as const;
const styles = {
  default: {
    document: {
      run: { font: 'Georgia', size: 23, language: { value: 'en-US' } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { ...headingRun, size: 40 },
      paragraph: { spacing: { after: 160, line: 276, lineRule: LineRuleType.AUTO } },
    },
    heading1: {
      run: { ...headingRun, size: 27 },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
  },
} as const;
