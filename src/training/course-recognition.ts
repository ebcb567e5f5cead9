import { programStandards } from '../campaign-rules/program-standard.ts';
import { recognizeAdvanced } from './advanced-course.ts';
import type { Course, CourseDecision } from './course.ts';
import { courseKey, hoursInTitle, titleWords } from './course-title.ts';
import { findPhrase, relatedSubjects } from './course-words.ts';
import { recognizeMhfa } from './mhfa-course.ts';
import {
  type KnownHours,
  limitsOf,
  type NamedProgram,
  notRecognized,
  type Recognition,
} from './recognition.ts';

/** Recognizes a course by its title, else by its code, and by its hours. A decision about the course comes first. */
export function recognizeCourse(course: Course, decision?: CourseDecision): Recognition {
  const titled = titleWords(course.title);
  const coded = titleWords(course.code ?? '');
  const known = knownHours(course, titled, coded);
  if (decision) return decided(decision, known);
  if (titled.trim() === '' && coded.trim() === '') return notRecognized({ code: 'title-missing' });
  return (
    recognizeWords(titled, 'title', known) ?? recognizeWords(coded, 'code', known) ?? unnamed(titled, known)
  );
}

/**
 * `recognizeCourse` for many records under the decisions in force: each different course is worked out once.
 * A decision naming a provider goes before one for the course at any provider; of equals, the last one counts.
 */
export function courseRecognizer(decisions: readonly CourseDecision[] = []): (course: Course) => Recognition {
  const byCourse = new Map(decisions.map((decision) => [decisionKey(decision), decision]));
  const known = new Map<string, Recognition>();
  return (course) => {
    const facts = JSON.stringify([course.title, course.code, course.hours, course.provider]);
    let recognition = known.get(facts);
    if (!recognition) {
      const decision =
        byCourse.get(decisionKey(course)) ?? byCourse.get(decisionKey({ ...course, provider: '' }));
      recognition = recognizeCourse(course, decision);
      known.set(facts, recognition);
    }
    return recognition;
  };
}

function decisionKey({ title, code, provider = '' }: Pick<Course, 'title' | 'code' | 'provider'>): string {
  return `${courseKey(title, code)}|${titleWords(provider)}`;
}

/** Zero hours is how exports write “not recorded”. The record's own hours come before those in its title. */
function knownHours(course: Course, titled: string, coded: string): KnownHours | undefined {
  if (course.hours !== undefined && course.hours > 0) return { hours: course.hours, from: 'record' };
  const hours = hoursInTitle(titled) ?? hoursInTitle(coded);
  return hours === undefined ? undefined : { hours, from: 'title' };
}

/** A title that names both, such as “CIT: Mental Health First Aid, 8 hours”, counts as the one its hours allow. */
function recognizeWords(
  words: string,
  namedIn: NamedProgram['namedIn'],
  known: KnownHours | undefined,
): Recognition | undefined {
  const advanced = recognizeAdvanced(words, namedIn, known);
  if (advanced && (advanced.program !== 'none' || advanced.doubtful)) return advanced;
  return recognizeMhfa(words, namedIn, known) ?? advanced;
}

/** A course on the subject that names no program: long enough, it may be proposed to the campaign as an equivalent. */
function unnamed(words: string, known: KnownHours | undefined): Recognition {
  const subject = findPhrase(relatedSubjects, words);
  const category = subject && known && categoryOfLength(known.hours);
  if (!subject || !known || !category) return notRecognized({ code: 'other-course' });
  return notRecognized({
    code: 'equivalent-not-decided',
    category,
    subject: subject.shown,
    hours: known.hours,
  });
}

function categoryOfLength(hours: number): 'advanced' | 'base' | undefined {
  if (hours >= (programStandards.cit.requiredHours ?? 0)) return 'advanced';
  return hours >= (programStandards.mhfa.requiredHours ?? 0) ? 'base' : undefined;
}

function decided(decision: CourseDecision, known: KnownHours | undefined): Recognition {
  const { program, requiredHours, decidedBy } = decision;
  if (program !== 'none' && known && requiredHours !== undefined && known.hours < requiredHours) {
    const named = programStandards[program].shortName;
    return notRecognized({
      code: 'too-few-hours',
      program,
      named,
      namedIn: 'title',
      known,
      neededHours: requiredHours,
    });
  }
  const needed = requiredHours !== undefined && { neededHours: requiredHours };
  return {
    program,
    ...limitsOf(decision),
    doubtful: false,
    reason: { code: 'course-decided', decidedBy, ...(known && { known }), ...needed },
  };
}
