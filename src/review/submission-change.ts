import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { PolicyElementCode } from '../campaign-rules/policy-element.ts';
import type { Snapshot, SnapshotDocument } from '../snapshot/snapshot.ts';

/** One thing that differs between two rounds, as a reviewer looks for it. */
export type SubmissionChange =
  | {
      readonly code: 'document-added' | 'document-removed';
      readonly requirement: Requirement;
      readonly title: string;
    }
  /** The same piece with another content. */
  | { readonly code: 'document-replaced'; readonly requirement: Requirement; readonly title: string }
  | {
      readonly code: 'partnership-added' | 'partnership-gone' | 'partnership-changed';
      readonly partner: string;
    }
  | { readonly code: 'policy-adopted-anew' }
  | { readonly code: 'elements-answered-anew'; readonly elements: readonly PolicyElementCode[] }
  | {
      readonly code: 'figure-changed';
      readonly figure: CoverageFigure;
      readonly before: number;
      readonly after: number;
    }
  | { readonly code: 'requirement-state-changed'; readonly requirement: Requirement };

export type CoverageFigure = 'sworn' | 'advanced' | 'base' | 'untrained' | 'non-sworn' | 'non-sworn-trained';

/** To which requirement's page a change belongs. */
export function requirementsOfChange(change: SubmissionChange): readonly Requirement[] {
  switch (change.code) {
    case 'document-added':
    case 'document-removed':
    case 'document-replaced':
    case 'requirement-state-changed':
      return [change.requirement];
    case 'partnership-added':
    case 'partnership-gone':
    case 'partnership-changed':
      return ['partnership'];
    case 'policy-adopted-anew':
    case 'elements-answered-anew':
      return ['policy'];
    case 'figure-changed':
      return change.figure === 'advanced' ? ['advanced-training'] : ['advanced-training', 'everyone-trained'];
  }
}

type Compared = Pick<Snapshot, 'documents' | 'facts' | 'checklist' | 'requirements'>;

/** What the later snapshot has otherwise than the earlier one: documents by their hash, facts, answers, standing. */
export function changesBetween(earlier: Compared, later: Compared): readonly SubmissionChange[] {
  return [
    ...documentChanges(earlier.documents, later.documents),
    ...partnershipChanges(earlier, later),
    ...policyChanges(earlier, later),
    ...figureChanges(earlier, later),
    ...standingChanges(earlier, later),
  ];
}

/** The same content under the same requirement is the same document, whatever it is called now. */
function documentChanges(
  before: readonly SnapshotDocument[],
  after: readonly SnapshotDocument[],
): readonly SubmissionChange[] {
  const isSame = (a: SnapshotDocument) => (b: SnapshotDocument) =>
    a.requirement === b.requirement && a.sha256 === b.sha256;
  const gone = before.filter((document) => !after.some(isSame(document)));
  const come = after.filter((document) => !before.some(isSame(document)));
  const isReplaced = (a: SnapshotDocument) => (b: SnapshotDocument) =>
    a.requirement === b.requirement && a.title === b.title;
  return [
    ...come.map((document) => ({
      code: gone.some(isReplaced(document)) ? ('document-replaced' as const) : ('document-added' as const),
      requirement: document.requirement,
      title: document.title,
    })),
    ...gone
      .filter((document) => !come.some(isReplaced(document)))
      .map(({ requirement, title }) => ({ code: 'document-removed' as const, requirement, title })),
  ];
}

function partnershipChanges(earlier: Compared, later: Compared): readonly SubmissionChange[] {
  const confirmed = ({ facts }: Compared) =>
    new Map(
      facts.partnerships
        .filter(({ state }) => state === 'confirmed')
        .map((one) => [one.partner, one] as const),
    );
  const [before, after] = [confirmed(earlier), confirmed(later)];
  const changed = [...after].flatMap(([partner, now]): readonly SubmissionChange[] => {
    const then = before.get(partner);
    if (!then) return [{ code: 'partnership-added', partner }];
    const isSame =
      then.hasAgreement === now.hasAgreement &&
      then.termStartsOn === now.termStartsOn &&
      then.termEndsOn === now.termEndsOn &&
      then.reviewOn === now.reviewOn;
    return isSame ? [] : [{ code: 'partnership-changed', partner }];
  });
  const gone = [...before.keys()].filter((partner) => !after.has(partner));
  return [...changed, ...gone.map((partner) => ({ code: 'partnership-gone', partner }) as const)];
}

function policyChanges(earlier: Compared, later: Compared): readonly SubmissionChange[] {
  const [before, after] = [earlier.facts.policy, later.facts.policy];
  const isAnew = before?.adoptedOn !== after?.adoptedOn || before?.effectiveOn !== after?.effectiveOn;
  const told = new Map(earlier.checklist.map((answer) => [answer.code, answer] as const));
  const elements = later.checklist
    .filter(({ code, status, reference, notes }) => {
      const then = told.get(code);
      return then?.status !== status || then.reference !== reference || then.notes !== notes;
    })
    .map(({ code }) => code);
  return [
    ...(isAnew ? [{ code: 'policy-adopted-anew' } as const] : []),
    ...(elements.length > 0 ? [{ code: 'elements-answered-anew', elements } as const] : []),
  ];
}

function figureChanges(earlier: Compared, later: Compared): readonly SubmissionChange[] {
  const [then, now] = [figuresOf(earlier), figuresOf(later)];
  return coverageFigures
    .filter((figure) => then[figure] !== now[figure])
    .map((figure) => ({ code: 'figure-changed', figure, before: then[figure], after: now[figure] }));
}

const coverageFigures: readonly CoverageFigure[] = [
  'sworn',
  'advanced',
  'base',
  'untrained',
  'non-sworn',
  'non-sworn-trained',
];

function figuresOf({ facts: { coverage } }: Compared): Readonly<Record<CoverageFigure, number>> {
  return {
    sworn: coverage?.sworn ?? 0,
    advanced: coverage?.advanced ?? 0,
    base: coverage?.base ?? 0,
    untrained: coverage?.untrained ?? 0,
    'non-sworn': coverage?.nonSworn.inScope ?? 0,
    'non-sworn-trained': coverage?.nonSworn.trained ?? 0,
  };
}

function standingChanges(earlier: Compared, later: Compared): readonly SubmissionChange[] {
  const before = new Map(earlier.requirements.map(({ requirement, state }) => [requirement, state] as const));
  return later.requirements
    .filter(({ requirement, state }) => before.has(requirement) && before.get(requirement) !== state)
    .map(({ requirement }) => ({ code: 'requirement-state-changed', requirement }));
}
