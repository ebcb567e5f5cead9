import type { StaffCategory } from './staff-category.ts';

export interface CivilianTitle {
  readonly category: StaffCategory;
  /** False when agencies differ on whether such staff are sworn: a person decides. */
  readonly isSure: boolean;
}

interface Pattern {
  readonly words: RegExp;
  readonly category: StaffCategory;
  /** What a rank of supervisor such as sergeant in the same title makes of it: sworn, or for a person to decide. */
  readonly withRank: 'sworn' | 'unsure' | 'civilian';
  readonly isSure?: false;
}

/** Ranks that civilians don't bear. */
const command =
  /\b(sergeant|lieutenant|captain|corporal|detective|major|colonel|trooper|undersheriff|sheriff)\b/;

/** Office and technical work. */
const deskWork: Pattern = {
  words:
    /\b(clerk|secretary|analyst|administrative|administrator|administration|technician|specialist|manager|coordinator|accountant|accounting|bookkeeper|intern|mechanic|custodian|janitor|aide|evidence|property|forensic|programmer|attorney|counsel|paralegal|nurse|clinician|counselor|psychologist|social worker|case worker|caseworker|planner|volunteer|explorer|assistant|assistant director|executive director|buyer|payroll|finance|fiscal|budget|human resources|it|network|systems|webmaster|photographer|librarian|stenographer|transcriptionist|transcriber|fingerprint|polygraph|quartermaster|armorer|fleet|maintenance|groundskeeper|cook|teacher|instructor|engineer|chemist|criminalist|toxicologist|representative|operator|staff|supervisor|director)\b/,
  category: 'professional-staff',
  withRank: 'sworn',
};

/** First match wins. Tested against the words of `titleWords`, joined. */
const patterns: readonly Pattern[] = [
  { words: /\b(civilian|nonsworn) .*investigator\b/, category: 'civilian-investigator', withRank: 'unsure' },
  {
    words:
      /\b(dispatcher|telecommunicator|call taker|911|e 911|communications (sergeant|lieutenant|captain|corporal|officer|operator|specialist|technician|supervisor|manager|clerk|director|coordinator|center|division|section|unit|shift)|radio (operator|dispatcher)|emergency communications|public safety communications)\b|^(police |senior |lead )?communications$/,
    category: 'dispatcher',
    withRank: 'unsure',
  },
  {
    words:
      /\b(detention|corrections|jail|jailer|custody|booking)\b.*\bdeputy\b|\bdeputy\b.*\b(detention|corrections|jail|jailer|custody)\b/,
    category: 'detention',
    withRank: 'unsure',
    isSure: false,
  },
  {
    words: /\b(detention|corrections|jail|jailer|jailor|custody|booking|matron)\b|^co$/,
    category: 'detention',
    withRank: 'unsure',
  },
  {
    words:
      /\b(community (service|safety) (officer|aide|technician|specialist|representative|assistant|supervisor)|police service (aide|officer|technician|specialist|representative|assistant|officer)|public service (officer|aide|technician)|service aide)\b/,
    category: 'community-service-officer',
    withRank: 'unsure',
  },
  { words: /\bcrossing( guard)?\b|\bguard crossing\b/, category: 'crossing-guard', withRank: 'civilian' },
  { words: /\bchaplain\b/, category: 'chaplain', withRank: 'unsure' },
  { words: /\b(victim|witness|survivor)s?\b|\badvocate\b/, category: 'victim-advocate', withRank: 'sworn' },
  {
    words:
      /\b(front (desk|counter|office)|receptionist|desk (clerk|attendant|assistant|aide|technician|specialist|agent))\b/,
    category: 'front-desk',
    withRank: 'sworn',
  },
  {
    words:
      /\b(background|civil|crime scene|evidence|insurance|internal civilian) investigator\b|\binvestigative (aide|assistant|specialist|technician|analyst)\b/,
    category: 'civilian-investigator',
    withRank: 'sworn',
  },
  { words: /\binvestigator\b/, category: 'civilian-investigator', withRank: 'sworn', isSure: false },
  { words: /\brecords\b/, category: 'records', withRank: 'sworn' },
  { words: /\b(civilian|nonsworn|noncommissioned)\b/, category: 'professional-staff', withRank: 'unsure' },
  {
    words:
      /\b(animal control|animal service|code enforcement|parking|security|building|park service|humane|truancy|permit|zoning) .*\b(officer|inspector|agent|ranger|marshal|sergeant|lieutenant|captain|chief)\b/,
    category: 'professional-staff',
    withRank: 'unsure',
  },
  {
    words:
      /\b(probation|parole|pretrial|bailiff|court (officer|security)|cadet|recruit|trainee|auxiliary|academy|public information|information officer|director of (public safety|police)|(public safety|police) director|process server|firefighter|fire|paramedic|deputy director|warden)\b/,
    category: 'professional-staff',
    withRank: 'sworn',
    isSure: false,
  },
  deskWork,
];

/** Whom somebody assists is no rank of theirs: `Executive Assistant to the Chief`. */
const assisted = /\b(assistant|secretary|aide|clerk|liaison|counsel) to\b.*$/;

/** The non-sworn work a title names, or undefined when it names none. `words` come from `titleWords`. */
export function civilianTitle(words: readonly string[]): CivilianTitle | undefined {
  const title = words.join(' ').replace(assisted, '$1');
  const pattern = patterns.find((candidate) => candidate.words.test(title));
  if (!pattern) return undefined;
  const { category, withRank } = pattern;
  if (withRank === 'sworn' && (command.test(title) || isRankedDeskTitle(pattern, title))) return undefined;
  const isDoubted = withRank === 'unsure' && command.test(title);
  return { category, isSure: pattern.isSure !== false && !isDoubted && !isDeskOfficer(pattern, title) };
}

/** Staff Sergeant, Assistant Chief, Operations Commander: a desk word beside a rank leaves its bearer sworn. */
function isRankedDeskTitle(pattern: Pattern, title: string): boolean {
  if (pattern !== deskWork || /\b(clerk|secretary|analyst|to the)\b/.test(title)) return false;
  if (/\bchief (of staff|administrative|information|financial|technology|operating|legal)\b/.test(title))
    return false;
  if (/\bdeputy (director|administrator|(city|county|district)? ?attorney)\b/.test(title)) return false;
  return /\b(deputy|chief|commander|marshal|constable|commissioner|superintendent|ranger|(police|patrol|resource) officer)\b/.test(
    title,
  );
}

/** Administrative Officer, Evidence Officer: sworn in some agencies. */
function isDeskOfficer(pattern: Pattern, title: string): boolean {
  return pattern === deskWork && /\b(officer|agent|inspector)\b/.test(title);
}
