import type { Brand } from '../brand.ts';
import type { StoredFile } from '../files/file-actions.ts';

export type CourseProposalId = Brand<'CourseProposalId'>;

export type EquivalentProgram = 'advanced-equivalent' | 'base-equivalent';

/** What an agency asks the campaign to accept in place of CIT, CRIT or MHFA. */
export interface ProposedCourse {
  readonly courseKey: string;
  readonly title: string;
  readonly code: string;
  /** Who offers the course whose syllabus this is; '' where it wasn't asked yet. */
  readonly offeredBy: string;
  /** Only from there; '' for the course at any provider. */
  readonly provider: string;
  readonly program: EquivalentProgram;
  /** Hours of the full course: records of fewer don't count. */
  readonly hours: number;
  readonly validityMonths: number | undefined;
  readonly note: string;
}

/** The document that says what is taught. */
export type Syllabus = Pick<StoredFile, 'id' | 'name' | 'mediaType' | 'size' | 'sha256'>;

export interface CourseProposal extends ProposedCourse {
  readonly id: CourseProposalId;
  /** Undefined where none was asked for yet. */
  readonly syllabus: Syllabus | undefined;
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
