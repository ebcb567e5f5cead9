/** What sort of agency it is, as the directory sorts them. Codes are stored and never change. */
export const agencyKinds = [
  { kind: 'municipal-police', label: 'City or town police' },
  { kind: 'sheriff', label: 'Sheriff’s office' },
  { kind: 'county-police', label: 'County police' },
  { kind: 'state-police', label: 'State police or highway patrol' },
  { kind: 'public-safety', label: 'Department of public safety' },
  { kind: 'tribal', label: 'Tribal police' },
  { kind: 'campus', label: 'College or university police' },
  { kind: 'school', label: 'School district police' },
  { kind: 'hospital', label: 'Hospital police' },
  { kind: 'transit', label: 'Transit, airport or port police' },
  { kind: 'parks', label: 'Park or natural resources police' },
  { kind: 'corrections', label: 'Corrections, probation or courts' },
  { kind: 'federal', label: 'Federal agency' },
  { kind: 'provincial', label: 'Provincial police (Canada)' },
  { kind: 'other', label: 'Another type of agency' },
] as const;

export type AgencyKind = (typeof agencyKinds)[number]['kind'];

export function isAgencyKind(text: string): text is AgencyKind {
  return agencyKinds.some(({ kind }) => kind === text);
}

export function agencyKindLabel(kind: AgencyKind): string {
  return agencyKinds.find((known) => known.kind === kind)?.label ?? kind;
}
