import { describe, expect, it } from 'vitest';
import { agencySlug } from './agency-slug.ts';

describe('the name of an agency in addresses', () => {
  it.each([
    ['Cedar Falls Police Department', 'IA', 1, 'cedar-falls-police-department-ia'],
    ["St. Mary's P.D.", 'OH', 1, 'st-marys-pd-oh'],
    ['Sûreté du Québec', 'QC', 1, 'surete-du-quebec-qc'],
    ['ᓄᓇᕗᑦ', 'NU', 1, 'agency-nu'],
    ['Cedar Falls Police Department', 'IA', 2, 'cedar-falls-police-department-ia-2'],
  ])('%s in %s, attempt %i, is %s', (name, region, attempt, slug) => {
    expect(agencySlug(name, region, attempt)).toBe(slug);
  });

  it('a very long name keeps its beginning and its state', () => {
    const slug = agencySlug('Metropolitan '.repeat(20), 'TN');
    expect(slug.length).toBeLessThanOrEqual(83);
    expect(slug).toMatch(/^metropolitan-.*[a-z]-tn$/);
  });
});
