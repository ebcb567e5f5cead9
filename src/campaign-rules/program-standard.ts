import type { Program } from './program.ts';
import type { Source } from './source.ts';

/** What a full course of a program takes, whatever version of the campaign's rules a pledge is under. */
export interface ProgramStandard {
  readonly name: string;
  readonly shortName: string;
  /** A class of fewer hours isn't the full course. Absent for equivalents: the campaign sets them per course. */
  readonly requiredHours?: number;
  /** How long a completion counts, in months. Absent: it doesn't expire unless the record says so. */
  readonly validityMonths?: number;
  /** For how many days after a completion has ended its short recertification is still open. Absent: there is none. */
  readonly recertificationDays?: number;
  readonly source: Source;
}

const equivalents: Source = {
  title: 'One Mind Pledge',
  url: 'https://www.theiacp.org/one-mind-pledge',
  note: 'The campaign publishes no list of equivalents, so each one rests on a decision recorded here.',
};

export const programStandards: Readonly<Record<Program, ProgramStandard>> = {
  cit: {
    name: 'Crisis Intervention Team training',
    shortName: 'CIT',
    requiredHours: 40,
    source: {
      title: 'Crisis Intervention Team Core Elements, University of Memphis',
      url: 'http://cit.memphis.edu/engagement.php?id=5&page=4',
      note: 'Some states let a CIT certificate end after about three years; then the record carries its end date.',
    },
  },
  crit: {
    name: 'Crisis Response and Intervention Training',
    shortName: 'CRIT',
    requiredHours: 40,
    source: {
      title: 'Crisis Response and Intervention Training for Police Officers, Bureau of Justice Assistance',
      url: 'https://bja.ojp.gov/news/crisis-response-and-intervention-training-police-officers',
    },
  },
  'advanced-equivalent': {
    name: 'Crisis training accepted in place of CIT or CRIT',
    shortName: 'CIT or CRIT equivalent',
    source: equivalents,
  },
  mhfa: {
    name: 'Mental Health First Aid',
    shortName: 'MHFA',
    requiredHours: 6.5,
    validityMonths: 36,
    recertificationDays: 90,
    source: {
      title: 'One Mind Pledge FAQ, Mental Health First Aid',
      url: 'https://www.mentalhealthfirstaid.org/one-mind-pledge-faq/',
      note: 'Providers list 6.5, 7.5 and 8 hours: the shortest is the measure. Certificates last three years. The short recertification is open until 90 days after that; then the full course is needed again.',
    },
  },
  'base-equivalent': {
    name: 'Mental health training accepted in place of MHFA',
    shortName: 'MHFA equivalent',
    source: equivalents,
  },
};
