import { coursePageContent as content } from './course-page-content.ts';
import type { Syllabus } from './course-proposal.ts';

/** The way to a proposal's syllabus, with what the file is called. */
export function SyllabusLink({ syllabus, href }: { syllabus: Syllabus | undefined; href: string }) {
  if (!syllabus) return <span class="om-quiet">{content.noSyllabus}</span>;
  return (
    <>
      <a class="usa-link" href={href}>
        {content.syllabusLink}
      </a>{' '}
      <span class="om-quiet">({syllabus.name})</span>
    </>
  );
}
