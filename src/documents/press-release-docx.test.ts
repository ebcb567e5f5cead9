import { expect, it } from 'vitest';
import { readZip } from '../testing/read-zip.ts';
import { pressReleaseDocx } from './press-release-docx.ts';

it('tells every program that its lines grow with their letters, so that a long headline does not lie over itself', async () => {
  const content = await pressReleaseDocx({
    agencyName: 'Elm Fork Police',
    title: 'Press release',
    notice: 'Draft.',
    headline: 'Elm Fork Police completes the One Mind pledge for people in a mental health crisis',
    paragraphs: ['One.'],
    about: { heading: 'About', text: 'Two.' },
    contact: { heading: 'Contact', lines: ['Elm Fork Police'] },
  });
  const styles = String(readZip(Buffer.from(content)).get('word/styles.xml'));
  const spacings = styles.match(/<w:spacing [^>]*w:line=[^>]*>/g) ?? [];
  expect(spacings.length).toBeGreaterThan(1);
  for (const spacing of spacings) expect(spacing).toContain('w:lineRule="auto"');
});
