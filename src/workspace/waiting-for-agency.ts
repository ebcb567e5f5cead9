import type { TermGap } from '../agreement/term-chain.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CertificateTasks } from '../certification/certificate-tasks.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import type { SubmissionId } from '../review/submission.ts';

interface WaitingPartnership {
  readonly partnership: PartnershipId;
  readonly partner: string;
}

/** What waits for the agency beside the requirements: others wait for its word, or it is late. */
export interface WaitingForAgency {
  /** Partnerships of which the partner has sent a version. */
  readonly agreements: readonly WaitingPartnership[];
  /** How many groups under one agreement ask for its answer. */
  readonly groups: number;
  /** Partnerships with actions of the agency that are late, and how many. */
  readonly overdue: readonly (WaitingPartnership & { readonly count: number })[];
  /** Partnerships that are to be told how it is going. */
  readonly checkIns: readonly WaitingPartnership[];
  /** Agreements whose day of review has come. Those whose term has ended are outstanding by the rules already. */
  readonly reviews: readonly (WaitingPartnership & { readonly on: CalendarDate })[];
  /** Partnerships with days between two agreed terms that nothing covers. */
  readonly gaps: readonly (WaitingPartnership & TermGap)[];
  /** The case about which the campaign wrote last, and when; undefined when the agency did, or nobody. */
  readonly message: { readonly caseId: SubmissionId; readonly on: CalendarDate } | undefined;
  /** For how many sampled training records the reviewers wait for proof. */
  readonly proofs: number;
  /** What the certificate asks for; undefined before there is one. */
  readonly certificate: CertificateTasks | undefined;
  /** A revised draft of the policy that only waits to be adopted, and the day the executive was asked. */
  readonly adoption: { readonly title: string; readonly askedOn: CalendarDate | undefined } | undefined;
}
