import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { categoryOf, type TrainingCategory } from '../campaign-rules/training-category.ts';
import type { Course } from '../training/course.ts';
import { coursesSentence } from '../training/course-content.ts';
import { courseKey } from '../training/course-title.ts';
import type { Recognition, RecognitionReason } from '../training/recognition.ts';

/** A course met in the file and what it counts as. */
export interface CourseReport {
  readonly title: string;
  /** Of one class; daily rows are added up. null when the file doesn't say. */
  readonly hours: number | null;
  readonly counts: TrainingCategory | 'needs-review' | 'neither';
  readonly code: RecognitionReason['code'];
  readonly why: string;
  /** How many classes of it people took. */
  readonly taken: number;
  /** Of them, those that count for somebody on the day measured. */
  readonly counting: number;
}

/** A class that somebody took, and whether it counts for them. */
export interface TakenCourse {
  readonly course: Course;
  readonly isCounting: boolean;
}

const order: readonly CourseReport['counts'][] = ['advanced', 'base', 'needs-review', 'neither'];

/** One spelling of a course with one number of hours, and how many classes bear it. */
interface Spelling {
  readonly course: Course;
  readonly taken: number;
  readonly counting: number;
}

/** Each different course once, by what it counts as, then by title. Spellings of one title are put together. */
export function courseReports(
  rules: CampaignRules,
  courses: readonly TakenCourse[],
  recognize: (course: Course) => Recognition,
): readonly CourseReport[] {
  const bySpelling = Map.groupBy(courses, ({ course: { title, code = '', hours = '' } }) =>
    [title, code, hours].join('\n'),
  );
  const spellings = [...bySpelling.values()].flatMap((same): readonly Spelling[] => {
    const [first] = same;
    const counting = same.filter(({ isCounting }) => isCounting).length;
    return first ? [{ course: first.course, taken: same.length, counting }] : [];
  });
  return Array.from(
    Map.groupBy(
      spellings,
      ({ course }) => `${courseKey(course.title, course.code)}|${course.hours ?? ''}`,
    ).values(),
    (same) => reportOf(rules, same, recognize),
  )
    .flatMap((report) => report ?? [])
    .sort(
      (one, other) =>
        order.indexOf(one.counts) - order.indexOf(other.counts) ||
        compare(one.title, other.title) ||
        (one.hours ?? 0) - (other.hours ?? 0),
    );
}

/** Shown as most classes spell it; between equals as the first in the alphabet. */
function reportOf(
  rules: CampaignRules,
  same: readonly Spelling[],
  recognize: (course: Course) => Recognition,
): CourseReport | undefined {
  const [usual] = same.toSorted(
    (one, other) => other.taken - one.taken || compare(one.course.title, other.course.title),
  );
  if (!usual) return undefined;
  const { title, code = '', hours = null } = usual.course;
  const recognition = recognize(usual.course);
  const taken = same.reduce((sum, one) => sum + one.taken, 0);
  const counting = same.reduce((sum, one) => sum + one.counting, 0);
  return {
    title: title || code,
    hours,
    counts: countsAs(rules, recognition),
    code: recognition.reason.code,
    why: coursesSentence(rules, recognition, { records: taken, counting }),
    taken,
    counting,
  };
}

function countsAs(rules: CampaignRules, { program, doubtful }: Recognition): CourseReport['counts'] {
  if (program === 'none') return 'neither';
  if (doubtful) return 'needs-review';
  return categoryOf(rules, program) ?? 'neither';
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
