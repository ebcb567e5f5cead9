import { describe, expect, it } from 'vitest';
import { Timeline } from './timeline.tsx';

describe('a timeline', () => {
  it('says what, when and who', () => {
    const entry = {
      at: '2026-03-05T14:00:00Z',
      when: 'March 5, 2026',
      who: 'Dana Example',
      what: 'Roster uploaded',
    };
    expect(String(<Timeline entries={[entry]} />)).toContain(
      'Roster uploaded</p><p class="om-timeline__when"><time datetime="2026-03-05T14:00:00Z">March 5, 2026</time>, Dana Example',
    );
  });
});
