import { longDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { courseClause, unknownToRules } from './course-content.ts';
import { type BlockingReason, categoryOfRecord, type QualifyingRecord } from './qualifying-record.ts';

type Counting = Extract<QualifyingRecord, { readonly verdict: 'counts' }>;

/** “Counts as advanced: the title names Crisis Intervention, 40 of 40 hours, passed.” */
export function qualifyingSentence(rules: CampaignRules, record: QualifyingRecord): string {
  switch (record.verdict) {
    case 'counts':
      return countingSentence(rules, record);
    case 'doubtful':
      return `Needs a look: ${blockingClause(record.why)}.`;
    case 'does-not-count':
      return `Does not count: ${blockingClause(record.why)}.`;
  }
}

function countingSentence(rules: CampaignRules, record: Counting): string {
  const category = categoryOfRecord(rules, record);
  if (!category) return `${unknownToRules(rules, record.program)}.`;
  const until = record.validUntil ? ` until ${longDate(record.validUntil)}` : '';
  const { why } = record;
  const rows = why.rows > 1 ? ` added up from ${why.rows} rows` : '';
  const result =
    why.result.kind === 'completed' ? why.result.word : `completed on ${longDate(record.completedOn)}`;
  const counts = record.hasLapsed ? 'Lapsed: it counted' : 'Counts';
  return `${counts} as ${category}${until}: ${courseClause(why.course)}${rows}, ${result}.`;
}

/** What keeps a record from counting, as the middle of a sentence. */
export function blockingClause(why: BlockingReason): string {
  switch (why.code) {
    case 'result-does-not-count':
      return `the result is “${why.text}”`;
    case 'result-unknown':
      return `the result “${why.text}” does not say whether the person completed the course`;
    case 'completed-in-future':
      return `the completion date, ${longDate(why.completedOn)}, is in the future`;
    case 'recorded-ahead':
      return `it was written down before its completion on ${longDate(why.completedOn)}, and nobody has confirmed it since`;
    case 'completion-date-missing':
      return 'the completion date is missing';
    case 'expires-before-completion':
      return `it ends on ${longDate(why.expiresOn)}, before its completion on ${longDate(why.completedOn)}`;
    case 'recertification-alone':
      return `it is the short recertification, which counts only when the MHFA course before it was still valid or had ended at most ${why.windowDays} days before`;
    case 'recertification-without-course':
      return 'it is the short recertification, and no record of the full MHFA course before it is here. Add that record, and this one counts if it was taken in time';
    case 'recertification-after-doubtful':
      return 'it is the short recertification, and the record of the MHFA course before it needs a look itself';
    case 'recertification-too-late':
      return `it is the short recertification of ${longDate(why.completedOn)}, but the MHFA course before it ended on ${longDate(why.endedOn)}. More than ${why.windowDays} days later the full course is needed again`;
    default:
      return courseClause(why);
  }
}
