import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { policyElements } from '../campaign-rules/policy-element.ts';
import type { AcceptedPassage } from './accepted-passage.ts';
import { ChangedText } from './changed-text.tsx';
import type { AgencyPolicy, ElementAnswer } from './policy.ts';
import { type ComparedVersion, policyChanges } from './policy-changes.ts';
import type { ProposedPassage } from './reference-proposer.ts';

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
const proposal = (place: number, text: string): ProposedPassage => ({
  page: 1,
  section: '',
  place,
  text,
  worth: 3,
  named: [],
  isUnderHeading: false,
});
const version = (change: Partial<ComparedVersion> = {}): ComparedVersion => ({
  policy,
  answers: [covered('purpose', 'page 1'), covered('dispatch', 'page 2')],
  passages: [passage('dispatch', 'Call takers ask about weapons.')],
  proposed: undefined,
  ...change,
});

describe('two versions beside each other', () => {
  it('that say the same have no changes', () => {
    const changes = policyChanges(policyElements, version(), version());
    expect(changes.details).toEqual([]);
    expect(changes.changed).toEqual([]);
    expect(changes.same.map(({ element }) => element.code)).toEqual(['dispatch']);
  });

  it('say of text that was never compared that it was not, and never that it is the same', () => {
    const changes = policyChanges(policyElements, version(), version({ passages: [] }));
    expect(changes.changed).toEqual([]);
    expect(changes.same).toEqual([]);
    expect(changes.notCompared.map(({ element: { code }, text }) => [code, text])).toEqual(
      policyElements.map(({ code }) => [
        code,
        { is: 'not-compared', missing: code === 'dispatch' ? 'after' : 'both' },
      ]),
    );
  });

  it('have proposed passages stand in where none was taken, and say so', () => {
    const after = version({
      passages: [],
      proposed: {
        dispatch: [
          proposal(7, 'The call goes to a trained officer.'),
          proposal(3, 'Call takers ask about weapons.'),
        ],
        training: [proposal(9, 'Officers train each year.')],
      },
    });
    const changes = policyChanges(policyElements, version(), after);
    expect(changes.changed.map(({ element, text }) => [element.code, text])).toEqual([
      [
        'dispatch',
        {
          is: 'differing',
          before: { from: 'accepted', text: 'Call takers ask about weapons.' },
          after: {
            from: 'proposed',
            text: 'Call takers ask about weapons.\nThe call goes to a trained officer.',
          },
        },
      ],
    ]);
    const training = changes.notCompared.find(({ element }) => element.code === 'training');
    expect(training?.text).toEqual({ is: 'not-compared', missing: 'before' });
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
        text: { is: 'not-compared', missing: 'both' },
      },
      {
        code: 'dispatch',
        status: undefined,
        reference: { before: 'page 2', after: 'page 3' },
        text: {
          is: 'differing',
          before: { from: 'accepted', text: 'Call takers ask about weapons.' },
          after: { from: 'accepted', text: 'Call takers ask about weapons and children.' },
        },
      },
    ]);
    expect(changes.notCompared).toHaveLength(12);
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
