import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { listPartnersAtAgencyDomain } from '../partner-organization/agency-mail-domain-actions.ts';
import { type ReviewFile, reviewFile } from '../review/review-file-actions.ts';
import type { RequirementReview } from '../review/submission.ts';
import type { SampleStanding } from '../snapshot/sample-standing.ts';
import { sampleStanding } from '../snapshot/sample-standing-actions.ts';
import { listKeptFiles } from './case-document-store.ts';
import type { Phrasing } from './phrasing.ts';
import { listPhrasingsFor } from './phrasing-store.ts';
import type { CaseDocument } from './viewed-document.ts';

/** One requirement of one round, with all that bears on it. */
export interface RequirementFile {
  readonly file: ReviewFile;
  readonly review: RequirementReview;
  readonly documents: readonly CaseDocument[];
  /** What the sampled training records say so far. */
  readonly sample: SampleStanding;
  /** For the partnership: partners for whom somebody at the agency's own mail domain confirmed, as known today. */
  readonly confirmedFromAgencyDomain: readonly string[];
  /** Offered to put into the comment. */
  readonly phrasings: readonly Phrasing[];
}

/** Undefined when there is no such submission, or it has no such requirement. The transaction acts for the campaign. */
export async function requirementFile(
  tx: Transaction,
  me: PersonId,
  id: string,
  requirement: Requirement,
): Promise<RequirementFile | undefined> {
  const file = await reviewFile(tx, me, id);
  const review = file?.submission.reviews.find((one) => one.requirement === requirement);
  if (!file || !review) return undefined;
  const named = file.snapshot.documents.filter((document) => document.requirement === requirement);
  const kept = await listKeptFiles(
    tx,
    file.submission.agency,
    named.map((document) => document.file),
  );
  return {
    file,
    review,
    documents: named.map((document) => ({ ...document, mediaType: kept.get(document.file)?.mediaType })),
    sample: await sampleStanding(tx, file.submission.id),
    confirmedFromAgencyDomain:
      requirement === 'partnership' ? await confirmedFromAgencyDomain(tx, file.submission.agency) : [],
    phrasings: await listPhrasingsFor(tx, requirement),
  };
}

async function confirmedFromAgencyDomain(tx: Transaction, agency: AgencyId): Promise<readonly string[]> {
  const partners = await listPartnersAtAgencyDomain(tx, agency);
  return partners.filter(({ hasConfirmed }) => hasConfirmed).map(({ partner }) => partner);
}
