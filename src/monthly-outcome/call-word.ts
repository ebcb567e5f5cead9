import { foldHeading } from '../columns/heading.ts';

/**
 * Words that lists of calls are written in. A text made of other words may be somebody's name: a file that holds such is
 * turned away, and its sender deletes the column. So a word missing here costs a minute, and a name here would cost trust:
 * no given or family name belongs in this list.
 */
const words = new Set(
  `a an and at by for from in into no not none of off on or out over per the to under up via was were with within without yes
  n na tbd other unknown unk misc miscellaneous various multiple single general
  call calls cfs event events incident incidents case cases report reports contact contacts encounter encounters stop stops
  type types code codes category class classification nature problem priority status level source response responded responding
  dispatch dispatched dispatcher radio phone telephone walkin self initiated onview view citizen request requested assist assisted
  assistance agency agencies department dept police sheriff sheriffs office officer officers deputy deputies trooper troopers staff
  patrol unit units squad team teams division bureau section district districts precinct sector sectors zone zones beat beats area
  areas region post station city county town township village state federal tribal campus university college school hospital clinic
  center centre facility jail court home house residence residential apartment business street road highway park store shelter public
  private property building traffic vehicle north south east west central northeast northwest southeast southwest downtown uptown
  midtown day days night nights swing graveyard shift shifts watch am pm morning evening afternoon weekend weekday monday tuesday
  wednesday thursday friday saturday sunday january february april june july august september october november december jan feb mar
  apr jun jul aug sep sept oct nov dec month monthly year yearly quarter week weekly date time total totals sum subtotal average
  count counts number
  mental health behavioral behavioural crisis psychiatric psych illness ill emotional emotionally disturbed person persons people
  individual individuals subject subjects juvenile adult child elderly veteran homeless unhoused welfare wellness check checks
  suicide suicidal attempt attempted attempts threat threats threatening ideation harm harming danger dangerous overdose substance
  abuse alcohol drug drugs intoxicated intoxication narcan naloxone dementia autism developmental disability disabled missing runaway
  domestic family dispute disturbance disorderly conduct trespass trespassing loitering suspicious activity fight assault battery
  theft burglary robbery vandalism noise complaint unwanted barricaded barricade weapon weapons gun knife armed unarmed
  medical ems fire ambulance rescue aid emergency urgent routine non nonemergency critical serious minor major severe moderate mild low
  medium high
  involuntary voluntary voluntarily involuntarily commitment commitments committed hold holds detention detained petition evaluation
  evaluated assessment assessed screening screened transport transports transported transportation conveyed taken hospitalized
  admitted arrest arrests arrested custody booked cited citation summons warning warned warrant charge charges charged released
  release referral referrals referred linked linkage resource resources service services provider providers clinician clinicians
  co corespond coresponder coresponse responder responders mobile outreach peer worker social counselor counseling therapist telehealth
  nurse doctor physician crisisline line lifeline hotline cit crit mhfa trained training untrained certified
  force use uses used physical hands soft empty taser ecw ced spray oc chemical baton impact firearm canine restraint restraints
  handcuffs cuffs deescalation deescalated verbal injury injuries injured uninjured hurt deceased death fatal
  follow followup followed up repeat repeated repeats prior previous first second third fourth new known frequent again
  resolved resolution unresolved scene cleared clear closed open pending active inactive completed complete incomplete cancelled canceled
  duplicate unfounded founded gone arrival goa utl unable locate located refused declined accepted left safe safety plan planned
  action actions outcome outcomes result results disposition dispositions handled made done given received sent returned transferred
  transfer handoff warm cold walk in person video onscene remote only both neither either
  eval er ed mh mhc bh uof mct ob ncr rpt advised info information civil matter standby keep peace
  present involved answered part flag indicator related component nexus met hurt baseline trend share percent rate
  true false`
    .trim()
    .split(/\s+/),
);

/** How many words of a text are ordinary words of calls, and how many are not; what holds a digit is a code and neither. */
export function callWords(text: string): { readonly known: number; readonly unknown: readonly string[] } {
  const all = foldHeading(text)
    .split(' ')
    .filter((word) => word.length > 1 && !/[\d#]/.test(word));
  const unknown = all.filter((word) => !words.has(word) && !words.has(word.replace(/e?s$/, '')));
  return { known: all.length - unknown.length, unknown };
}
