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
});
