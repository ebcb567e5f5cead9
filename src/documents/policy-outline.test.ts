import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { policyElements } from '../campaign-rules/policy-element.ts';
import { inspectDocument, readDocument } from '../document-text/open-document.ts';
import { withUploadedFile } from '../testing/received-file.ts';
import { policyOutlineDocx } from './policy-outline-docx.ts';

const facts = {
  agencyName: 'Elm Fork Police Department',
  title: 'Response to People in Crisis',
  standing: 'First draft',
  intro: ['Work on it with your counsel.'],
  factsHeading: 'First page',
  facts: ['Policy number'],
  sections: policyElements.map(({ title, explanation }) => ({
    heading: title,
    explanation,
    prompts: [`What about ${title}?`],
    toWrite: 'Write here.',
  })),
  checklist: { heading: 'Checklist', lead: 'Fill this in.', columns: ['Element', 'Page', 'Answer'] },
};
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('the outline of a policy', () => {
  it('has a heading for every element and a table of all of them', async () => {
    const { value, messages } = await mammoth.convertToHtml({
      buffer: Buffer.from(await policyOutlineDocx(facts)),
    });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    const headings = [...value.matchAll(/<h1>(.*?)<\/h1>/g)].map((match) =>
      match[1]?.replace(/<[^>]+>/g, ''),
    );
    expect(headings).toEqual([
      'First page',
      ...policyElements.map(({ title }, place) => `${place + 1}. ${title}`),
      'Checklist',
    ]);
    expect(value.match(/<tr>/g)).toHaveLength(1 + 1 + policyElements.length);
    expect(value).toContain('<thead>');
    expect(value).toContain('Elm Fork Police Department');
  });

  it('is taken and read by the program itself when it comes back', async () => {
    await withUploadedFile(await policyOutlineDocx(facts), 'outline.docx', async ({ path }) => {
      expect(await inspectDocument(path, docx)).toEqual({ ok: true, value: undefined });
      const read = await readDocument(path, docx);
      expect(
        read.ok && read.value.passages.some(({ section }) => section === '5. Call taking and dispatch'),
      ).toBe(true);
    });
  });
});
