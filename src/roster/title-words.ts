import { wordDistance } from '../columns/word-distance.ts';
import { foldText } from '../person-name/name-folding.ts';
import { remembered } from './remembered.ts';

/** Abbreviations of ranks and civilian titles, in words as `titleWords` parts them. */
const abbreviations: Readonly<Record<string, string>> = {
  ofc: 'officer',
  ofcr: 'officer',
  ofcer: 'officer',
  ofr: 'officer',
  offc: 'officer',
  off: 'officer',
  offr: 'officer',
  pol: 'police',
  po: 'police officer',
  ppo: 'probationary police officer',
  spo: 'senior police officer',
  mpo: 'master police officer',
  pso: 'public safety officer',
  ptl: 'patrol officer',
  ptlm: 'patrol officer',
  ptlmn: 'patrol officer',
  ptlw: 'patrol officer',
  patrolman: 'patrol officer',
  patrolmen: 'patrol officer',
  patrolwoman: 'patrol officer',
  patrolperson: 'patrol officer',
  policeman: 'police officer',
  policewoman: 'police officer',
  dep: 'deputy',
  dpty: 'deputy',
  dpt: 'deputy',
  shrf: 'sheriff',
  chf: 'chief',
  tpr: 'trooper',
  tfc: 'trooper',
  pfc: 'police officer',
  trp: 'trooper',
  trpr: 'trooper',
  sgt: 'sergeant',
  sgts: 'sergeant',
  sgnt: 'sergeant',
  srgt: 'sergeant',
  serg: 'sergeant',
  sargent: 'sergeant',
  ssgt: 'staff sergeant',
  msgt: 'master sergeant',
  mstr: 'master',
  lt: 'lieutenant',
  lts: 'lieutenant',
  ltn: 'lieutenant',
  lieut: 'lieutenant',
  ltcol: 'lieutenant colonel',
  capt: 'captain',
  cpt: 'captain',
  cpl: 'corporal',
  corp: 'corporal',
  det: 'detective',
  dets: 'detective',
  detsgt: 'detective sergeant',
  dtc: 'detective',
  maj: 'major',
  col: 'colonel',
  cmdr: 'commander',
  cdr: 'commander',
  comdr: 'commander',
  insp: 'inspector',
  inv: 'investigator',
  invest: 'investigator',
  supt: 'superintendent',
  officers: 'officer',
  deputies: 'deputy',
  comm: 'communications',
  comms: 'communications',
  commun: 'communications',
  ast: 'assistant',
  asst: 'assistant',
  assist: 'assistant',
  sr: 'senior',
  jr: 'junior',
  prob: 'probationary',
  spec: 'specialist',
  tech: 'technician',
  supv: 'supervisor',
  supvr: 'supervisor',
  spvr: 'supervisor',
  supr: 'supervisor',
  mgr: 'manager',
  coord: 'coordinator',
  admin: 'administrative',
  adm: 'administrative',
  secy: 'secretary',
  rec: 'records',
  disp: 'dispatcher',
  dispatch: 'dispatcher',
  dispatchers: 'dispatcher',
  tc: 'telecommunicator',
  tco: 'telecommunicator',
  telecom: 'telecommunicator',
  telecomm: 'telecommunicator',
  calltaker: 'call taker',
  cso: 'community service officer',
  cst: 'crime scene technician',
  csi: 'crime scene investigator',
  psd: 'public safety dispatcher',
  pst: 'public safety telecommunicator',
  psa: 'police service aide',
  sro: 'school resource officer',
  fto: 'field training officer',
  pio: 'public information officer',
  corr: 'corrections',
  correction: 'corrections',
  correctional: 'corrections',
  detn: 'detention',
  civ: 'civilian',
  svc: 'service',
  svcs: 'service',
  services: 'service',
  ps: 'public safety',
};

/** Words worth recognizing behind a typing slip. */
const knownWords: readonly string[] =
  `officer deputy trooper sergeant lieutenant captain corporal detective sheriff undersheriff marshal constable commander
  colonel inspector investigator superintendent commissioner dispatcher telecommunicator communications detention corrections
  police patrolman chief community service records chaplain advocate crossing probationary recruit civilian receptionist`.split(
    /\s+/,
  );

/** Words one or two letters from a known one that mean something else. */
const otherWords = new Set(
  `policy office corporate recorder recruiter recruitment commission commissioned command investigation investigations investigative
  inspection inspections`.split(/\s+/),
);

/**
 * The words of a rank or job title, folded, with abbreviations written out and slips mended:
 * `Sgt.`, `SARGENT` and `Sergaent` become sergeant. Grades (II, 3) are left out.
 */
export const titleWords: (title: string) => readonly string[] = remembered(wordsOf);

function wordsOf(title: string): readonly string[] {
  return foldText(title)
    .replace(/\bdet(ention)?\.? ?(?=ofc|officer|dep|deputy)/g, 'detention ')
    .replace(/\bp\.? ?o\.?(?=[\s\d/]|$)/g, 'po ')
    .replace(/\bc\.s\.o\.?/g, 'cso')
    .replace(/\bd\/(?=sgt|sergeant|lt\b)/g, 'det ')
    .replace(/\bm\/(?=sgt|sergeant)/g, 'master ')
    .replace(/\b(first|1st|second|2nd) class\b/g, ' ')
    .replace(/\b(non)[ -]?(sworn|commissioned|certified)\b/g, 'nonsworn')
    .replace(/'s\b/g, '')
    .replace(/([a-z])(?=\d)/g, '$1 ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !isGrade(word))
    .flatMap((word) => writtenOut(word).split(' '));
}

/** An abbreviation in words, also behind a typing slip: `Patrolmna` is a patrolman, and so a patrol officer. */
function writtenOut(word: string): string {
  const known = abbreviations[word] ?? mended(word);
  return abbreviations[known] ?? known;
}

function isGrade(word: string): boolean {
  return /^(i{1,3}|iv|v|vi|\d{1,2}(st|nd|rd|th)?|[a-e])$/.test(word) && word !== '911';
}

function mended(word: string): string {
  if (word.length < 5 || knownWords.includes(word) || otherWords.has(word)) return word;
  const allowed = word.length < 7 ? 1 : 2;
  const near = knownWords.filter((known) => known[0] === word[0]);
  return near.find((known) => wordDistance(word, known, allowed) <= allowed) ?? word;
}
