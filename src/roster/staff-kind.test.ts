import { describe, expect, it } from 'vitest';
import { readRank } from './rank.ts';
import { readKind, staffKind, titleKey } from './staff-kind.ts';

const nothing = { kind: '', category: '', rank: '', unit: '' };

const told = (rank: string) => {
  const decision = staffKind({ ...nothing, rank });
  return decision.kind === 'non-sworn' ? decision.category : decision.kind;
};

describe('a rank is shown one way', () => {
  it.each([
    ['SGT.', 'Sergeant'],
    ['Sgt II', 'Sergeant'],
    ['Sargent', 'Sergeant'],
    ['Seargeant', 'Sergeant'],
    ['Sergaent', 'Sergeant'],
    ['P.O.', 'Officer'],
    ['PO2', 'Officer'],
    ['Police Officer III', 'Officer'],
    ['Offcier', 'Officer'],
    ['Ptlm', 'Officer'],
    ['Patrolwoman', 'Officer'],
    ['Sr. Police Officer', 'Senior Officer'],
    ['Lt', 'Lieutenant'],
    ['Leiutenant', 'Lieutenant'],
    ['Capt.', 'Captain'],
    ['Captian', 'Captain'],
    ['Cpl', 'Corporal'],
    ['Det/Sgt', 'Detective Sergeant'],
    ['Dep. Sheriff', 'Deputy'],
    ["Sheriff's Deputy", 'Deputy'],
    ['Chief of Police', 'Chief'],
    ['Asst. Chief', 'Assistant Chief'],
    ['Deputy Chief', 'Deputy Chief'],
    ['Chief Deputy', 'Deputy Chief'],
    ['Lt. Col.', 'Lieutenant Colonel'],
    ['TPR', 'Trooper'],
    ['Trooper First Class', 'Trooper'],
    ['PFC', 'Officer'],
    ['Pol. Off.', 'Officer'],
    ['Polcie Officer', 'Officer'],
    ['Patrolmna', 'Officer'],
    ['D/Sgt', 'Detective Sergeant'],
    ['M/Sgt', 'Master Sergeant'],
    ['Dep Shrf', 'Deputy'],
    ['Ast Cheif', 'Assistant Chief'],
    ['First Sergeant', 'First Sergeant'],
    ['SRO', 'SRO'],
    ['Undersheriff', 'Undersheriff'],
    ['School Resource Officer', 'School Resource Officer'],
    ['RECORDS TECHNICIAN II', 'Records Technician II'],
  ])('%s: %s', (text, shown) => {
    expect(readRank(text).shown).toBe(shown);
  });
});

describe('sworn or not, from the title', () => {
  it.each([
    'Officer',
    'Ofc.',
    'Police Officer',
    'PO II',
    'Patrol Officer',
    'Deputy',
    'Deputy Sheriff',
    'Dep.',
    'Trooper',
    'Sgt',
    'Seargent',
    'Lt.',
    'Captian',
    'Cpl',
    'Detective',
    'Det. Sgt.',
    'Chief',
    'Chief of Police',
    'Asst Chief',
    'Sheriff',
    'Undersheriff',
    'Marshal',
    'Constable',
    'Ranger',
    'Special Agent',
    'School Resource Officer',
    'SRO',
    'FTO',
    'K-9 Officer',
    'Public Safety Officer',
    'Major',
    'Records Sergeant',
    'Administrative Sergeant',
    'Staff Sergeant',
    'Training Officer',
    'Master Patrol Officer',
    'Lieutenant Colonel',
    'Commander',
    'Inspector',
    'Police Commissioner',
    'Reserve Officer',
    'Motor Officer',
    'Chief Deputy',
  ])('%s is sworn', (title) => {
    expect(told(title)).toBe('sworn');
  });

  it.each([
    ['Dispatcher', 'dispatcher'],
    ['Sr. Dispatcher', 'dispatcher'],
    ['Dispatch Supervisor', 'dispatcher'],
    ['Telecommunicator I', 'dispatcher'],
    ['911 Operator', 'dispatcher'],
    ['Call-Taker', 'dispatcher'],
    ['Communications Officer', 'dispatcher'],
    ['Comm. Specialist', 'dispatcher'],
    ['Communication Operator', 'dispatcher'],
    ['Dispacher', 'dispatcher'],
    ['Public Safety Telecommunicator', 'dispatcher'],
    ['Detention Officer', 'detention'],
    ['Correctional Officer', 'detention'],
    ['Corrections Ofc', 'detention'],
    ['Jailer', 'detention'],
    ['CO', 'detention'],
    ['CSO', 'community-service-officer'],
    ['Community Service Officer', 'community-service-officer'],
    ['Community Services Ofcr', 'community-service-officer'],
    ['Police Service Aide', 'community-service-officer'],
    ['Records Clerk', 'records'],
    ['Records Technician', 'records'],
    ['Records Supervisor', 'records'],
    ['Front Desk Clerk', 'front-desk'],
    ['Receptionist', 'front-desk'],
    ['Crossing Guard', 'crossing-guard'],
    ['School Crossing Guard', 'crossing-guard'],
    ['Victim Advocate', 'victim-advocate'],
    ['Victim/Witness Coordinator', 'victim-advocate'],
    ['Chaplain', 'chaplain'],
    ['Civilian Investigator', 'civilian-investigator'],
    ['Background Investigator', 'civilian-investigator'],
    ['Crime Analyst', 'professional-staff'],
    ['Office Manager', 'professional-staff'],
    ['Administrative Assistant', 'professional-staff'],
    ['Animal Control Officer', 'professional-staff'],
    ['Parking Enforcement Officer', 'professional-staff'],
    ['Deputy Clerk', 'professional-staff'],
    ['Executive Secretary to the Chief', 'professional-staff'],
    ['Executive Asst to Chief', 'professional-staff'],
    ['Assistant to the Sheriff', 'professional-staff'],
    ['IT Specialist', 'professional-staff'],
    ['Civilian', 'professional-staff'],
    ['Property & Evidence Technician', 'professional-staff'],
  ])('%s is %s', (title, category) => {
    expect(told(title)).toBe(category);
  });

  it.each([
    'Detention Sergeant',
    'Corrections Deputy',
    'Detention Deputy',
    'Investigator',
    'Police Recruit',
    'Cadet',
    'Probation Officer',
    'Bailiff',
    'Public Information Officer',
    'Communications Sergeant',
    'Widget',
    'Member',
    '',
    'Firefighter',
    'Fire Marshal',
    'Administrative Officer',
    'Evidence Officer',
  ])('%s is left to a person', (title) => {
    expect(told(title)).toBe('undecided');
  });
});

describe('sworn or not, from what else is known', () => {
  it.each([
    ['Sworn', 'sworn'],
    ['S', 'sworn'],
    ['Yes', 'sworn'],
    ['TRUE', 'sworn'],
    ['LEO', 'sworn'],
    ['Non-Sworn', 'non-sworn'],
    ['NON SWORN', 'non-sworn'],
    ['Civilian', 'non-sworn'],
    ['C', 'non-sworn'],
    ['N', 'non-sworn'],
    ['Professional Staff', 'non-sworn'],
    ['Full-Time Sworn', 'sworn'],
    ['Civilian (part time)', 'non-sworn'],
    ['Full Time', undefined],
    ['', undefined],
  ])('"%s" in a kind column: %s', (text, kind) => {
    expect(readKind(text)).toBe(kind);
  });

  it('a kind column outweighs the title', () => {
    expect(staffKind({ ...nothing, kind: 'Sworn', rank: 'Detention Deputy' })).toMatchObject({
      kind: 'sworn',
      why: { code: 'kind-stated' },
    });
    expect(
      staffKind({ ...nothing, kind: 'Civilian', rank: 'Supervisor', unit: 'Communications Center' }),
    ).toMatchObject({
      kind: 'non-sworn',
      category: 'dispatcher',
    });
  });

  it('a category column decides where there is no kind column', () => {
    expect(staffKind({ ...nothing, category: 'Dispatch', rank: 'Supervisor' })).toMatchObject({
      category: 'dispatcher',
    });
    expect(staffKind({ ...nothing, category: 'Sworn', rank: 'Investigator' }).kind).toBe('sworn');
  });

  it('what a person decided about a title applies to all its spellings', () => {
    const titles = new Map([[titleKey('Investigator II'), { kind: 'sworn' as const }]]);
    expect(staffKind({ ...nothing, rank: 'INV.' }, { titles })).toMatchObject({
      kind: 'sworn',
      why: { code: 'decided-by-person' },
    });
  });

  it('"everyone here is sworn" settles doubts but makes no officer of a dispatcher', () => {
    expect(staffKind(nothing, { defaultKind: 'sworn' })).toMatchObject({
      kind: 'sworn',
      why: { code: 'decided-for-file' },
    });
    expect(staffKind({ ...nothing, rank: 'Dispatcher' }, { defaultKind: 'sworn' }).kind).toBe('non-sworn');
  });
});
