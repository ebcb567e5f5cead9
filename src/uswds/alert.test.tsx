import { describe, expect, it } from 'vitest';
import { Alert } from './alert.tsx';

describe('an alert', () => {
  it('interrupts only for an error that somebody just caused', () => {
    expect(String(<Alert kind="error" heading="Not saved" live />)).toContain('role="alert"');
    expect(String(<Alert kind="success" heading="Saved" live />)).toContain('role="status"');
    expect(String(<Alert kind="error" heading="Late" />)).not.toContain('role=');
  });

  it('tells its kind in words, too', () => {
    expect(String(<Alert kind="warning" heading="Nine to go" />)).toContain('Warning: </span>Nine to go');
  });
});
