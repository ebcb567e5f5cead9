import { describe, expect, it } from 'vitest';
import { SummaryList } from './summary-list.tsx';

describe('a list of facts', () => {
  const facts = [
    { term: 'Sworn officers', detail: 0, change: '/headcount' },
    { term: 'ORI', detail: '', change: '/agency' },
  ];
  const html = String(<SummaryList facts={facts} />);

  it('tells a zero from nothing', () => {
    expect(html).toMatch(/<dt>Sworn officers<\/dt><dd class="om-facts__detail">0<\/dd>/);
    expect(html).toMatch(/<dt>ORI<\/dt><dd class="om-facts__detail"><span class="om-quiet">Not given/);
  });

  it('names what each link changes', () => {
    expect(html).toContain('Change<span class="usa-sr-only"> sworn officers</span>');
    expect(html).toContain('Change<span class="usa-sr-only"> ORI</span>');
  });
});
