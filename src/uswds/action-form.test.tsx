import { describe, expect, it } from 'vitest';
import { ActionForm } from './action-form.tsx';

describe('an action', () => {
  it('is a form sent with POST whose button names what it acts on', () => {
    const html = String(
      <ActionForm action="/files/7/remove" hidden={{ version: '3' }} about="agreement.pdf">
        Remove
      </ActionForm>,
    );
    expect(html).toMatch(/<form [^>]*method="post" action="\/files\/7\/remove">/);
    expect(html).toContain('<input type="hidden" name="version" value="3"/>');
    expect(html).toContain('Remove<span class="usa-sr-only"> agreement.pdf</span>');
  });
});
