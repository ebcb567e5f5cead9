import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { Snapshot, SnapshotDocument } from '../snapshot/snapshot.ts';
import { changesBetween } from './submission-change.ts';

type Compared = Parameters<typeof changesBetween>[0];

const day = (text: string) => text as CalendarDate;

function aDocument(title: string, content: string): SnapshotDocument {
  return {
    file: `file-${content}` as StoredFileId,
    requirement: 'policy',
    title,
    note: '',
    fileName: `${title}.pdf`,
    sha256: content.padEnd(64, '0'),
  };
}

function aSnapshot(with_: Partial<Compared> = {}): Compared {
  const facts: Snapshot['facts'] = {
    today: day('2026-03-01'),
    partnerships: [{ partner: 'Harbor Counseling', state: 'confirmed', hasAgreement: true }],
    policy: { hasDocument: true, adoptedOn: day('2026-01-01'), elements: [] },
    coverage: undefined,
  };
  return { documents: [aDocument('Policy', 'a')], facts, checklist: [], requirements: [], ...with_ };
}

describe('what changed between two rounds', () => {
  it('is nothing when only the day is another', () => {
    const later = aSnapshot();
    expect(
      changesBetween(aSnapshot(), { ...later, facts: { ...later.facts, today: day('2026-04-01') } }),
    ).toEqual([]);
  });

  it('goes by a document’s content: the same one under another name is no change', () => {
    const renamed = aSnapshot({ documents: [aDocument('Policy 300', 'a')] });
    expect(changesBetween(aSnapshot(), renamed)).toEqual([]);
  });

  it.each([
    ['another content under the same title', [aDocument('Policy', 'b')], ['document-replaced']],
    ['one more', [aDocument('Policy', 'a'), aDocument('Annex', 'c')], ['document-added']],
    ['one less', [], ['document-removed']],
    ['another one altogether', [aDocument('Annex', 'c')], ['document-added', 'document-removed']],
  ])('tells documents apart: %s', (_what, documents, codes) => {
    expect(changesBetween(aSnapshot(), aSnapshot({ documents })).map(({ code }) => code)).toEqual(codes);
  });

  it('names partners that came, went or agreed otherwise', () => {
    const { facts } = aSnapshot();
    const later = aSnapshot({
      facts: {
        ...facts,
        partnerships: [
          {
            partner: 'Harbor Counseling',
            state: 'confirmed',
            hasAgreement: true,
            termEndsOn: day('2027-01-01'),
          },
          { partner: 'Peer Network', state: 'confirmed', hasAgreement: true },
          { partner: 'Asked Only', state: 'awaiting-partner', hasAgreement: false },
        ],
      },
    });
    expect(changesBetween(aSnapshot(), later)).toEqual([
      { code: 'partnership-changed', partner: 'Harbor Counseling' },
      { code: 'partnership-added', partner: 'Peer Network' },
    ]);
    expect(changesBetween(later, aSnapshot())).toContainEqual({
      code: 'partnership-gone',
      partner: 'Peer Network',
    });
  });

  it('tells a policy adopted anew and answers changed in its checklist', () => {
    const { facts } = aSnapshot();
    const answer = { code: 'definitions', status: 'covered', reference: 'p. 2', notes: '' } as const;
    const later = aSnapshot({
      facts: { ...facts, policy: { hasDocument: true, adoptedOn: day('2026-02-02'), elements: [] } },
      checklist: [{ ...answer, reference: 'p. 3' }],
    });
    expect(changesBetween(aSnapshot({ checklist: [answer] }), later)).toEqual([
      { code: 'policy-adopted-anew' },
      { code: 'elements-answered-anew', elements: ['definitions'] },
    ]);
  });

  it('gives figures as they were and as they are', () => {
    const coverage = {
      rules: '2024',
      sworn: 10,
      advanced: 2,
      base: 8,
      untrained: 0,
      advancedWithoutBase: 0,
      advancedRequired: 2,
      advancedMissing: 0,
      nonSworn: { inScope: 1, trained: 1, untrained: 0 },
      excluded: [],
      meetsAdvanced: true,
      meetsEveryone: true,
      byUnit: [],
      byShift: [],
      byRank: [],
    } as const;
    const { facts } = aSnapshot();
    const before = aSnapshot({ facts: { ...facts, coverage } });
    const after = aSnapshot({ facts: { ...facts, coverage: { ...coverage, advanced: 3, base: 7 } } });
    expect(changesBetween(before, after)).toEqual([
      { code: 'figure-changed', figure: 'advanced', before: 2, after: 3 },
      { code: 'figure-changed', figure: 'base', before: 8, after: 7 },
    ]);
  });
});
