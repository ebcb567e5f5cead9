import { expect, it } from 'vitest';
import { EditConflict } from './edit-conflict.tsx';

it('shows what a person wrote beside what somebody else saved', () => {
  const page = String(
    <EditConflict
      fields={[
        { label: 'Purpose', yours: 'Care <first>', now: 'Care before custody' },
        { label: 'Note', yours: 'Mine', now: ' ' },
      ]}
    />,
  );
  expect(page).toContain('You wrote:</span> <span class="om-written">Care &lt;first&gt;</span>');
  expect(page).toContain('It says now:</span> <span class="om-written">Care before custody</span>');
  expect(page).toContain('It says now:</span> <em>nothing</em>');
});
