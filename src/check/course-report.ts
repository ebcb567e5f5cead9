import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { categoryOf, type TrainingCategory } from '../campaign-rules/training-category.ts';
import type { Course } from '../training/course.ts';
import { courseSentence } from '../training/course-content.ts';
import { courseKey } from '../training/course-title.ts';
import type { Recognition } from '../training/recognition.ts';

/** A course met in the file and what it counts as. */
export interface CourseReport {
  readonly title: string;
  /** Of one class; daily rows are added up. null when the file doesn't say. */
  readonly hours: number | null;
  readonly counts: TrainingCategory | 'needs-review' | 'neither';
  readonly why: string;
  /** How many classes of it people took. */
  readonly taken: number;
}

const order: readonly CourseReport['counts'][] = ['advanced', 'base', 'needs-review', 'neither'];

/** Each different course once, by what it counts as, then by title. Spellings of one title are put together. */
export function courseReports(
  rules: CampaignRules,
  courses: readonly Course[],
  recognize: (course: Course) => Recognition,
): readonly CourseReport[] {
  return Array.from(Map.groupBy(courses, keyOf).values(), (same) => reportOf(rules, same, recognize))
    .flatMap((report) => report ?? [])
    .sort(
      (one, other) =>
        order.indexOf(one.counts) - order.indexOf(other.counts) ||
        compare(one.title, other.title) ||
        (one.hours ?? 0) - (other.hours ?? 0),
    );
}

function keyOf({ title, code, hours }: Course): string {
  return `${courseKey(title, code)}|${hours ?? ''}`;
}

function reportOf(
  rules: CampaignRules,
  same: readonly Course[],
  recognize: (course: Course) => Recognition,
): CourseReport | undefined {
  const course = usualSpelling(same);
  if (!course) return undefined;
  const recognition = recognize(course);
  return {
    title: course.title || course.code || '',
    hours: course.hours ?? null,
    counts: countsAs(rules, recognition),
    why: courseSentence(rules, recognition),
    taken: same.length,
  };
}

function countsAs(rules: CampaignRules, { program, doubtful }: Recognition): CourseReport['counts'] {
  if (program === 'none') return 'neither';
  if (doubtful) return 'needs-review';
  return categoryOf(rules, program) ?? 'neither';
}

/** The spelling most rows use; between equals the first in the alphabet. */
function usualSpelling(same: readonly Course[]): Course | undefined {
  const bySpelling = [...Map.groupBy(same, ({ title }) => title).values()];
  const [usual] = bySpelling.sort(
    (one, other) => other.length - one.length || compare(one[0]?.title ?? '', other[0]?.title ?? ''),
  );
  return usual?.[0];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
