import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { policyElements } from '../campaign-rules/policy-element.ts';
import type { AcceptedPassage } from './accepted-passage.ts';
import { ChangedText } from './changed-text.tsx';
import type { AgencyPolicy, ElementAnswer } from './policy.ts';
import { type ComparedVersion, policyChanges } from './policy-changes.ts';

const policy: AgencyPolicy = {
  agency: 'agency' as AgencyPolicy['agency'],
  id: 'policy' as AgencyPolicy['id'],
  state: { is: 'draft' },
  title: 'Crisis Response',
  number: 'GO 41',
  amends: '',
  accreditation: '',
  issuedOn: undefined,
  effectiveOn: '2026-03-01' as CalendarDate,
  reviewOn: undefined,
  document: {
    id: 'file' as AgencyPolicy['document']['id'],
    name: 'a.pdf',
    size: 1,
    sha256: 'a',
    mediaType: '',
  },
  createdAt: new Date(0),
  sharedAt: undefined,
  documentReplacedAt: undefined,
  revision: 1,
};
const covered = (code: ElementAnswer['code'], reference: string): ElementAnswer => ({
  code,
  status: 'covered',
  reference,
  notes: '',
});
const passage = (code: ElementAnswer['code'], text: string): AcceptedPassage => ({
  id: text as AcceptedPassage['id'],
  code,
  page: 1,
  section: '',
  place: 0,
  text,
});
const version = (change: Partial<ComparedVersion> = {}): ComparedVersion => ({
  policy,
  answers: [covered('purpose', 'page 1'), covered('dispatch', 'page 2')],
  passages: [passage('dispatch', 'Call takers ask about weapons.')],
  ...change,
});

describe('two versions beside each other', () => {
  it('that say the same have no changes', () => {
    expect(policyChanges(policyElements, version(), version())).toEqual({
      details: [],
      changed: [],
      unchanged: policyElements,
    });
  });

  it('tell element by element what changed, in the order of the checklist', () => {
    const after = version({
      policy: { ...policy, number: 'GO 42', document: { ...policy.document, sha256: 'b' } },
      answers: [{ ...covered('purpose', 'page 1'), status: 'partly' }, covered('dispatch', 'page 3')],
      passages: [passage('dispatch', 'Call takers ask about weapons and children.')],
    });
    const changes = policyChanges(policyElements, version(), after);
    expect(changes.details).toEqual(['number', 'document']);
    expect(
      changes.changed.map(({ element: { code }, status, reference, text }) => ({
        code,
        status,
        reference,
        text,
      })),
    ).toEqual([
      {
        code: 'purpose',
        status: { before: 'covered', after: 'partly' },
        reference: undefined,
        text: undefined,
      },
      {
        code: 'dispatch',
        status: undefined,
        reference: { before: 'page 2', after: 'page 3' },
        text: {
          before: 'Call takers ask about weapons.',
          after: 'Call takers ask about weapons and children.',
        },
      },
    ]);
    expect(changes.unchanged).toHaveLength(12);
  });
});

describe('a changed text', () => {
  it('marks words for the eye and says aloud what was removed and added', () => {
    const html = String(<ChangedText before="ask about weapons" after="ask about children" />);
    expect(html).toMatch(/ask about <del>.*Removed: .*weapons.*<\/del> <ins>.*Added: .*children.*<\/ins>/);
  });

  it('keeps an answer apart from the one it replaces', () => {
    const html = String(<ChangedText before="Covered" after="No answer yet" />);
    const seen = html.replace(/<span class="usa-sr-only">.*?<\/span>/g, '').replace(/<[^>]+>/g, '');
    expect(seen).toBe('Covered No answer yet');
  });

  it('of great length is shown whole, before and after', () => {
    const html = String(<ChangedText before={'a '.repeat(20_000)} after={'b '.repeat(20_000)} />);
    expect(html.match(/<del>/g)).toHaveLength(1);
    expect(html.match(/<ins>/g)).toHaveLength(1);
  });
});
