/** What kind of class a title may be instead of the full course. */
export type CautionCode =
  | 'continuing-course'
  | 'dispatcher-course'
  | 'instructor-course'
  | 'introductory-course'
  | 'event';

export interface Caution {
  readonly code: CautionCode;
  /** The title's own word. */
  readonly word: string;
  /** False where the word also stands in titles of full courses: with all hours, a person decides. */
  readonly isSure: boolean;
}

const cautions: readonly {
  readonly code: CautionCode;
  readonly isSure: boolean;
  readonly pattern: RegExp;
}[] = [
  {
    code: 'continuing-course',
    isSure: true,
    pattern: / (refreshers?|refr|updates?|recert\w*|renewal|booster|follow up|continuing ed\w*) /,
  },
  {
    code: 'dispatcher-course',
    isSure: false,
    pattern:
      / (dispatch\w*|telecommunicat\w*|communications? officers?|for communications|communicators?|call takers?|911|9 1 1) /,
  },
  {
    code: 'instructor-course',
    isSure: false,
    pattern:
      / (instruct(?:ors?|ing|ed)|train the trainer|trainer|ttt|facilitat\w+|coordinators?|taught|teaching|presenters?|role play\w*|roleplay\w*|actors?|evaluators?|mentors?) /,
  },
  {
    code: 'introductory-course',
    isSure: false,
    pattern:
      / (intro|introduction|overview|awareness|orientation|conference|summit|symposium|webinar|prerequisite|precourse|prework|pretest|exam|survey|info session) /,
  },
  {
    code: 'event',
    isSure: false,
    pattern:
      / (meetings?|committee|graduation|luncheon|banquet|awards?|ride alongs?|site visits?|open house|open enrollment|planning) /,
  },
  { code: 'continuing-course', isSure: false, pattern: / (advanced|inservice|annual|continuing|ceu?) / },
];

/** The first word of a title that says it may not be the full course. */
export function cautionIn(words: string): Caution | undefined {
  for (const { code, isSure, pattern } of cautions) {
    const word = pattern.exec(words)?.[1];
    if (word !== undefined) return { code, isSure, word: word === 'inservice' ? 'in-service' : word };
  }
  return undefined;
}
