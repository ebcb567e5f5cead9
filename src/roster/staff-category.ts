/** The kinds of non-sworn staff an agency may put in scope of the pledge. */
export const staffCategories = [
  'dispatcher',
  'detention',
  'community-service-officer',
  'records',
  'front-desk',
  'crossing-guard',
  'victim-advocate',
  'chaplain',
  'civilian-investigator',
  'professional-staff',
] as const;

export type StaffCategory = (typeof staffCategories)[number];

export function isStaffCategory(text: string): text is StaffCategory {
  return staffCategories.some((category) => category === text);
}
