import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId } from '../database/acting.ts';
import { memorandumTerms } from '../testing/a-memorandum.ts';
import type { JointGroupId } from './joint-agreement.ts';
import { jointContent } from './joint-content.ts';
import { joinForm } from './joint-form.ts';
import { confirmedDocument } from './joint-sections-content.ts';
import { withoutContacts } from './shared-terms.ts';

const sent = {
  version: '1',
  liaisonName: 'Lee Liaison',
  liaisonEmail: 'lee@liaison.test',
  signerName: 'Morgan Speaker',
  signerTitle: 'Director',
};

/** What the kept document says of the number of a partner that typed this. */
function kept(always: string): readonly string[] {
  const { contact, signer } = joinForm.parse({ ...sent, always });
  const { sections = [] } = confirmedDocument({
    group: {
      id: 'group' as JointGroupId,
      name: 'Birch Region',
      kind: 'county',
      lead: { agency: 'agency' as AgencyId, name: 'Elm Fork Police Department' },
      state: { is: 'open' },
      version: 1,
    },
    version: {
      number: 1,
      terms: withoutContacts(memorandumTerms()),
      note: '',
      proposed: { name: 'Robin', title: 'Chief', at: new Date('2026-03-01') },
    },
    partner: 'Willow Clinic',
    contact,
    signer,
    agencies: [],
    day: '2026-03-05' as CalendarDate,
    campaign: 'One Mind Campaign',
  });
  return sections.flatMap(({ clauses }) => clauses.map(({ text }) => text));
}

describe('a party without a number for day and night', () => {
  it.each(['none', 'None.', 'no number'])('says so with “%s”, and the document says it too', (typed) => {
    expect(kept(typed)).toContain('Willow Clinic has no number that is answered day and night.');
  });

  it('is told how to say so; a number stands as typed', () => {
    expect(kept('555-0199')).toContain('Willow Clinic answers day and night: 555-0199');
    const empty = joinForm.safeParse({ ...sent, always: ' ' });
    expect(empty.error?.issues[0]?.message).toBe(jointContent.errors.always);
    expect(jointContent.errors.always).toContain('or “none” if you have none');
  });
});
