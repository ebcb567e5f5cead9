import { describe, expect, it } from 'vitest';
import { ErrorSummary } from './error-summary.tsx';
import { TextField } from './text-field.tsx';

describe('the error summary', () => {
  it('is nothing while nothing is wrong', () => {
    expect(String(<ErrorSummary errors={{}} />)).toBe('');
  });

  it('is read out, can take the focus, and links every message to its field', () => {
    const errors = { 'agency.name': 'Enter the name', sworn: 'Enter a number' };
    const html = String(<ErrorSummary errors={errors} />);
    expect(html).toMatch(/role="alert" tabindex="-1" aria-labelledby="error-summary-title"/);
    expect(html).toContain('Please fix these 2 things to go on');
    expect(html).toMatch(/href="#field-agency\.name">Enter the name/);
    expect(html).toMatch(/href="#field-sworn">Enter a number/);
    expect(String(<TextField name="agency.name" label="Name" />)).toContain('id="field-agency.name"');
  });
});
