/** A phrase that stands in course titles, in words as `titleWords` writes them. */
export interface Phrase {
  readonly pattern: RegExp;
  readonly shown: string;
}

/** What in a title names CIT or CRIT. The full name is sure; the letters may mean something else. */
export const advancedNames: readonly (Phrase & {
  readonly program: 'cit' | 'crit';
  readonly isFullName: boolean;
})[] = [
  {
    program: 'crit',
    isFullName: true,
    shown: 'Crisis Response and Intervention',
    pattern: / crisis response (?:and )?intervention /,
  },
  { program: 'cit', isFullName: true, shown: 'Crisis Intervention', pattern: / crisis intervention / },
  { program: 'crit', isFullName: false, shown: 'CRIT', pattern: / crit / },
  { program: 'cit', isFullName: false, shown: 'CIT', pattern: / cits? / },
];

export const mhfaNames: readonly Phrase[] = [
  { shown: 'Mental Health First Aid', pattern: / (?:mental health|mh) (?:first|1 st) aid(?:er)? / },
  { shown: 'MHFA', pattern: / [yta]?mhfa(?:ps)? / },
];

/** What else the letters CIT or CRIT stand for in police training. */
export const otherMeanings: readonly Phrase[] = [
  { shown: 'Critical Incident', pattern: / (?:critical|crit) inc(?:ident)?s? / },
  { shown: 'Collision or Crash Investigation', pattern: / (?:collision|crash) / },
  { shown: 'Criminal Interdiction', pattern: / (?:criminal|commercial) interdiction / },
  { shown: 'Criminal Investigation', pattern: / criminal investigat\w+ / },
  { shown: 'Interview Technique', pattern: / interview\w* / },
  {
    shown: 'Information Technology',
    pattern: / (?:computer|information) (?:and )?(?:information )?tech\w+ /,
  },
  { shown: 'Critical Thinking or Care', pattern: / crit (?:thinking|care) / },
  { shown: 'Cash in Transit', pattern: / cash in transit / },
];

/** Courses with “crisis intervention” in their name that are other programs. */
export const otherPrograms: readonly Phrase[] = [
  { shown: 'Nonviolent Crisis Intervention', pattern: / (?:nonviolent|non violent|cpi) / },
  { shown: 'Critical Incident Stress Management', pattern: / (?:cism|critical incident stress) / },
  { shown: 'Individual or Group Crisis Intervention', pattern: / (?:individual|group) crisis intervention / },
];

/** Subjects that also have forty-hour “crisis intervention” courses: a person must look. */
export const otherSubjects: readonly Phrase[] = [
  { shown: 'negotiation', pattern: / (?:hostage|negotiat\w+) / },
  { shown: 'sexual assault', pattern: / (?:sexual assault|rape) / },
  { shown: 'domestic violence', pattern: / domestic violence / },
  { shown: 'victims', pattern: / victims? / },
  { shown: 'critical incidents', pattern: / critical incidents? / },
  { shown: 'peer support', pattern: / peer support / },
  { shown: 'disasters', pattern: / disasters? / },
];

/** Mental health subjects whose courses the campaign might accept as equivalents. */
export const relatedSubjects: readonly Phrase[] = [
  {
    shown: 'mental health',
    pattern: / (?:mental|behavioral|behavioural) (?:health|illness\w*|disorders?|crisis) /,
  },
  { shown: 'crisis', pattern: / crisis / },
];

/** The phrase found in the words, as the title writes it. */
export function findPhrase<P extends Phrase>(phrases: readonly P[], words: string): P | undefined {
  return phrases.find(({ pattern }) => pattern.test(words));
}
