import type { Brand } from '../brand.ts';

export type CourseProposalId = Brand<'CourseProposalId'>;

export type EquivalentProgram = 'advanced-equivalent' | 'base-equivalent';

/** What an agency asks the campaign to accept in place of CIT, CRIT or MHFA. */
export interface ProposedCourse {
  readonly courseKey: string;
  readonly title: string;
  readonly code: string;
  /** '' for the course at any provider. */
  readonly provider: string;
  readonly program: EquivalentProgram;
  /** Hours of the full course: records of fewer don't count. */
  readonly hours: number;
  readonly validityMonths: number | undefined;
  readonly note: string;
}

export interface CourseProposal extends ProposedCourse {
  readonly id: CourseProposalId;
  readonly state: 'proposed' | 'accepted' | 'declined' | 'withdrawn';
  readonly askedAt: Date;
  readonly decisionReason: string | undefined;
}

export type ProposalRefusal =
  | { readonly code: 'course-not-found' }
  | { readonly code: 'proposed-already' }
  | { readonly code: 'accepted-already' }
  | { readonly code: 'proposal-not-found' }
  /** Decided or withdrawn by somebody else in the meantime. */
  | { readonly code: 'proposal-closed' }
  | { readonly code: 'own-agency' };
