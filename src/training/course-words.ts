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
  {
    program: 'cit',
    isFullName: true,
    shown: 'Crisis Intervention',
    pattern: / (?:crisis (?:intervention|int (?:team|training))|intervention crisis team) /,
  },
  { program: 'crit', isFullName: false, shown: 'CRIT', pattern: / crit / },
  { program: 'cit', isFullName: false, shown: 'CIT', pattern: / cits? / },
];

export const mhfaNames: readonly Phrase[] = [
  { shown: 'Mental Health First Aid', pattern: / (?:mental health|mh) (?:(?:first|1 st) aid(?:er)?|fa) / },
  { shown: 'MHFA', pattern: / [yta]?mhfa(?:ps)? / },
];

/** What else the letters CIT or CRIT stand for in police training and in what colleges teach. */
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
  {
    shown: 'computers or networks',
    pattern: / (?:computers?|cyber\w*|networks?|networking|programming|software|windows|linux|databases?) /,
  },
  {
    shown: 'Critical, cut short',
    pattern: / crit (?:thinking|care|infra\w*|stress|decisions?|skills?|issues?|analysis|tasks?) /,
  },
  { shown: 'Cash in Transit', pattern: / cash in ?transit / },
  { shown: 'Confidential Informants', pattern: / confidential informants? / },
  { shown: 'Cadet or Civilian in Training', pattern: / (?:cadets?|civilians?|corrections) in training / },
  { shown: 'Chemical Irritants', pattern: / chemical (?:irritants?|intoxicants?) / },
  { shown: 'Certified Instructor Training', pattern: / certified instructor / },
  { shown: 'Counter-terrorism', pattern: / (?:counter|anti) ?terror\w* / },
];

/** Courses with “crisis intervention” in their name that are other programs. */
export const otherPrograms: readonly Phrase[] = [
  {
    shown: 'Nonviolent Crisis Intervention',
    pattern: / (?:nonviolent|non violent|cpi|crisis prevention institute) /,
  },
  { shown: 'Critical Incident Stress Management', pattern: / (?:cism|critical incident stress|icisf) / },
  { shown: 'Therapeutic Crisis Intervention', pattern: / (?:therapeutic|tci) / },
  { shown: 'Individual or Group Crisis Intervention', pattern: / (?:individual|group) crisis intervention / },
];

/** Subjects that also have forty-hour “crisis intervention” courses: a person must look. */
export const otherSubjects: readonly Phrase[] = [
  { shown: 'negotiation', pattern: / (?:hostage|negotiat\w+|cnt|hnt) / },
  { shown: 'tactical teams', pattern: / (?:swat|tactical|ert) / },
  { shown: 'young people', pattern: / (?:youths?|juveniles?|adolescents?|child|children|teens?|school) / },
  { shown: 'families', pattern: / famil(?:y|ies) / },
  { shown: 'suicide', pattern: / suicid\w+ / },
  { shown: 'officer wellness', pattern: / (?:wellness|resilien\w+|stress management|chaplain\w*) / },
  { shown: 'veterans', pattern: / veterans? / },
  { shown: 'dogs', pattern: / (?:k 9|canine|therapy dog) / },
  { shown: 'a second level', pattern: / (?:cit|level|tier) (?:2|3|ii|iii|two|three) / },
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
