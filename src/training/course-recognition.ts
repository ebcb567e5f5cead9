import { programStandards } from '../campaign-rules/program-standard.ts';
import { recognizeAdvanced } from './advanced-course.ts';
import type { Course, CourseDecision } from './course.ts';
import { courseKey, hoursInTitle, partInTitle, titleWords } from './course-title.ts';
import { findPhrase, otherPrograms, otherSubjects, relatedSubjects } from './course-words.ts';
import { recognizeMhfa } from './mhfa-course.ts';
import {
  doubtful,
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
  const provider = titleWords(course.provider ?? '');
  return (
    recognizeWords(titled, 'title', known, provider) ??
    byCode(coded, titled, known, provider) ??
    unnamed(titled, known)
  );
}

/** CIT 101 beside “Introduction to Networks” is a college's course: the code decides where the title leaves it open. */
function byCode(
  coded: string,
  titled: string,
  known: KnownHours | undefined,
  provider: string,
): Recognition | undefined {
  const recognition = recognizeWords(coded, 'code', known, provider);
  if (!recognition || recognition.program === 'none') return recognition;
  if (!/\p{L}{3}/u.test(titled) || / (?:crisis|mental|behavio\w+) /.test(titled)) return recognition;
  const { reason } = recognition;
  if (!('named' in reason)) return recognition;
  const { program, named } = reason;
  return doubtful(recognition.program, { program, named, namedIn: 'code', code: 'title-names-other' });
}

/**
 * `recognizeCourse` for many records under the decisions in force: each different course is worked out once.
 * A decision naming a provider goes before one for the course at any provider; of equals, the last one counts.
 */
export function courseRecognizer(decisions: readonly CourseDecision[] = []): (course: Course) => Recognition {
  const byCourse = new Map(decisions.map((decision) => [decisionKey(decision), decision]));
  const known = new Map<string, Recognition>();
  return (course) => {
    const { title, code = '', hours = '', provider = '' } = course;
    const facts = `${title}\u001f${code}\u001f${hours}\u001f${provider}`;
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

/**
 * Zero hours is how exports write “not recorded”. The record's own hours come before those in its title. Those in
 * the title of one day are those of the whole class, so they say nothing about the day.
 */
function knownHours(course: Course, titled: string, coded: string): KnownHours | undefined {
  if (course.hours !== undefined && course.hours > 0) return { hours: course.hours, from: 'record' };
  const hours = hoursInTitle(titled) ?? hoursInTitle(coded);
  if (hours !== undefined && hours > 12 && partInTitle(titled) !== '') return undefined;
  return hours === undefined ? undefined : { hours, from: 'title' };
}

/** A title that names both, such as “CIT: Mental Health First Aid, 8 hours”, counts as the one its hours allow. */
function recognizeWords(
  words: string,
  namedIn: NamedProgram['namedIn'],
  known: KnownHours | undefined,
  provider: string,
): Recognition | undefined {
  const advanced = recognizeAdvanced(words, namedIn, known, provider);
  if (advanced && (advanced.program !== 'none' || advanced.doubtful)) return advanced;
  return recognizeMhfa(words, namedIn, known) ?? advanced;
}

/** A course on the subject that names no program: long enough, it may be proposed to the campaign as an equivalent. */
function unnamed(words: string, known: KnownHours | undefined): Recognition {
  const isOther = findPhrase(otherSubjects, words) ?? findPhrase(otherPrograms, words);
  const subject = isOther ? undefined : findPhrase(relatedSubjects, words);
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
  const { program, decidedBy } = decision;
  const limits = limitsOfDecision(decision);
  const { requiredHours } = limits;
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
    ...limitsOf(limits),
    doubtful: false,
    reason: { code: 'course-decided', decidedBy, ...(known && { known }), ...needed },
  };
}

/**
 * An agency says what a course was, not what such a course takes: a shorter class of the same title still isn't the
 * forty-hour course, and MHFA still ends after its months. How long an MHFA class has to be the agency has judged.
 */
function limitsOfDecision({ program, decidedBy, requiredHours, validityMonths }: CourseDecision) {
  if (decidedBy === 'campaign' || program === 'none') return { requiredHours, validityMonths };
  const standard = programStandards[program];
  return {
    requiredHours: requiredHours ?? (program === 'mhfa' ? undefined : standard.requiredHours),
    validityMonths: validityMonths ?? standard.validityMonths,
  };
}
