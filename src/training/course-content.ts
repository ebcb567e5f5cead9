import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { programStandards } from '../campaign-rules/program-standard.ts';
import { categoryOf } from '../campaign-rules/training-category.ts';
import { isRecertification } from './recertification.ts';
import type { KnownHours, NamedProgram, Recognition, RecognitionReason } from './recognition.ts';

type ReasonOf<Code extends RecognitionReason['code']> = Extract<RecognitionReason, { readonly code: Code }>;

/** “Counts as advanced: the title names Crisis Intervention, 40 of 40 hours.” */
export function courseSentence(rules: CampaignRules, { program, doubtful, reason }: Recognition): string {
  const clause = courseClause(reason);
  if (program === 'none') return `Does not count: ${clause}.`;
  if (doubtful) return `Needs a look: ${clause}.`;
  const category = categoryOf(rules, program);
  if (!category) return `${unknownToRules(rules, program)}.`;
  const whom = isRecertification(reason) ? ' for those who took the full course before' : '';
  return `Counts as ${category}${whom}: ${clause}.`;
}

/** What a course counts as, said of the records that name it: how many there are, and how many of them count. */
export function coursesSentence(
  rules: CampaignRules,
  recognition: Recognition,
  { records, counting }: { readonly records: number; readonly counting: number },
): string {
  const { program, doubtful, reason } = recognition;
  if (reason.code === 'too-few-hours' && counting > 0) {
    const category = categoryOf(rules, reason.program);
    const days = `${names(reason)}, ${reason.known.hours} of ${reason.neededHours} hours a row`;
    if (category)
      return `Counts as ${category} where the days add up to ${reason.neededHours} hours: ${days}.`;
  }
  const sentence = courseSentence(rules, recognition);
  if (reason.code === 'too-few-hours' && records > 1)
    return `${sentence} The days of one class are added up for each person.`;
  if (program === 'none' || doubtful || counting > 0 || records === 0) return sentence;
  return `${sentence} ${records === 1 ? 'The one record of it does not count' : 'None of its records count'}: look at the result, the day and the person.`;
}

/** “Does not count under the rules of 2016, which do not name CRIT” */
export function unknownToRules({ version }: CampaignRules, program: keyof typeof programStandards): string {
  return `Does not count under the rules of ${version}, which do not name ${programStandards[program].shortName}`;
}

/** Why a course is taken for what it is, as the middle of a sentence. */
export function courseClause(reason: RecognitionReason): string {
  switch (reason.code) {
    case 'program-named':
      return namedClause(reason);
    case 'course-decided':
      return decidedClause(reason);
    case 'too-few-hours':
      return `${names(reason)}, but it has ${ofNeeded(reason.known.hours, reason.neededHours)}${reason.rows ? `, from ${reason.rows} rows` : ''}`;
    case 'hours-unknown':
      return `${names(reason)}, but no hours are given and the full course takes ${reason.neededHours}`;
    case 'continuing-course':
      return `“${reason.word}” says that it follows up an earlier course, so it is not the full ${short(reason)} course${fullLength(reason)}`;
    case 'dispatcher-course':
      return `“${reason.word}” says that it is the course for dispatchers, not the full ${short(reason)} course${fullLength(reason)}`;
    case 'instructor-course':
      return `“${reason.word}” says that it is for people who teach or run ${short(reason)}${fullLength(reason)}`;
    case 'introductory-course':
      return `“${reason.word}” says that it only introduces ${short(reason)}${fullLength(reason)}`;
    case 'event':
      return `“${reason.word}” says that it is an occasion around ${short(reason)}, not the course${fullLength(reason)}`;
    case 'one-part-named':
      return `“${reason.word}” says that it is one part of ${short(reason)}${reason.known ? `, yet it has ${reason.known.hours} hours` : ''}`;
    case 'far-longer':
      return `${names(reason)}, but it has ${reason.known.hours} hours where ${short(reason)} takes ${reason.neededHours}, so it may hold more than that or be another course`;
    case 'title-names-other':
      return `the course number names ${reason.named}, but the title is about something else`;
    case 'youth-course':
      return `it is ${reason.named} for ${reason.audience === 'teen' ? 'teens' : 'young people'}. The campaign does not say whether that will do: it is the agency’s choice`;
    case 'other-meaning':
      return `here ${reason.named} stands for ${reason.other}`;
    case 'other-program':
      return `${reason.other} is another program than ${short(reason)}`;
    case 'other-subject':
      return `${names(reason)} but also ${reason.other}, so it may be another course`;
    case 'equivalent-not-decided':
      return equivalentClause(reason);
    case 'other-course':
      return 'the title names no course that the rules know';
    case 'title-missing':
      return 'no course is named';
  }
}

/** `8 hours`, `40 of 40 hours` */
function hoursText({ hours }: KnownHours, neededHours?: number): string {
  return neededHours === undefined ? `${hours} hours` : ofNeeded(hours, neededHours);
}

function ofNeeded(hours: number, needed: number): string {
  return `${hours} of ${needed} hours`;
}

function names({ namedIn, named }: NamedProgram): string {
  return `the ${namedIn} names ${named}`;
}

function short({ program }: NamedProgram): string {
  return programStandards[program].shortName;
}

/** MHFA comes in several lengths, so its hours stand without those needed. */
function namedClause(reason: ReasonOf<'program-named'>): string {
  const { known, neededHours, variant, program } = reason;
  const kind = variant === 'recertification' ? ', a recertification' : '';
  const hours = known ? `, ${hoursText(known, program === 'mhfa' ? undefined : neededHours)}` : '';
  return `${names(reason)}${kind}${hours}`;
}

function decidedClause({ decidedBy, known, neededHours }: ReasonOf<'course-decided'>): string {
  return `the ${decidedBy} decided so for this course${known ? `, ${hoursText(known, neededHours)}` : ''}`;
}

function equivalentClause({ category, subject, hours }: ReasonOf<'equivalent-not-decided'>): string {
  const standIn = category === 'advanced' ? 'CIT' : 'MHFA';
  return `it names no program that the rules know; as ${hours} hours on ${subject}, it can be proposed to the campaign as an equivalent of ${standIn}`;
}

function fullLength({ known, program }: NamedProgram & { readonly known?: KnownHours }): string {
  const needed = programStandards[program].requiredHours;
  if (!known || needed === undefined || known.hours < needed) return '';
  return `, yet it has ${known.hours} hours`;
}
