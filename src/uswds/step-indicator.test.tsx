import { describe, expect, it } from 'vitest';
import { StepIndicator } from './step-indicator.tsx';

describe('a step indicator', () => {
  const html = String(<StepIndicator steps={['Agency', 'People', 'Check']} current={2} />);

  it('says which step this is and which are done', () => {
    expect(html).toContain('Step 2 of 3: <strong>People</strong>');
    expect(html.match(/aria-current="step"/g)).toHaveLength(1);
    expect(html).toMatch(/Agency<span class="usa-sr-only">, done/);
    expect(html).toMatch(/Check<span class="usa-sr-only">, not done yet/);
  });

  it('says of steps that are filled in any order what each one holds, not where it stands', () => {
    const steps = ['Purpose', 'Roles', 'Term', 'Contacts', 'Read it'];
    const states = ['empty', 'begun', 'begun', 'filled', undefined] as const;
    const said = String(<StepIndicator steps={steps} current={2} states={states} />).replace(/<[^>]+>/g, '');
    for (const words of [
      'Purpose, still empty',
      'Roles, being edited',
      'Term, filled in partly',
      'Contacts, filled in',
    ]) {
      expect(said).toContain(words);
    }
    expect(said).not.toMatch(/done|Read it,/);
  });
});
