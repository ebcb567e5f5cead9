import type { AgencyRole } from '../identity/viewer.ts';

/** A part of an agency's workspace, and the end of its address: `/workspace/<agency>/roster`. */
export type WorkspaceSection =
  | 'overview'
  | 'my-training'
  | 'pledge'
  | 'roster'
  | 'training'
  | 'partnerships'
  | 'policy'
  | 'outcomes'
  | 'evidence'
  | 'review'
  | 'team'
  | 'settings';

export interface SectionEntry {
  readonly section: WorkspaceSection;
  readonly label: string;
  /** Who finds the section in the navigation; the section's own routes decide who may open it. */
  readonly shownTo: readonly AgencyRole[];
}

const everyone: readonly AgencyRole[] = ['coordinator', 'executive', 'training-officer', 'staff'];
const leaders: readonly AgencyRole[] = ['coordinator', 'executive', 'training-officer'];

/** The navigation of every workspace, in the order shown. */
export const workspaceSections: readonly SectionEntry[] = [
  { section: 'overview', label: 'Overview', shownTo: everyone },
  { section: 'my-training', label: 'My training', shownTo: everyone },
  { section: 'pledge', label: 'Pledge', shownTo: leaders },
  { section: 'roster', label: 'Roster', shownTo: leaders },
  { section: 'training', label: 'Training', shownTo: leaders },
  { section: 'partnerships', label: 'Partnerships', shownTo: leaders },
  { section: 'policy', label: 'Policy', shownTo: leaders },
  { section: 'outcomes', label: 'Outcomes', shownTo: leaders },
  { section: 'evidence', label: 'Evidence', shownTo: leaders },
  { section: 'review', label: 'Review', shownTo: leaders },
  { section: 'team', label: 'Team', shownTo: leaders },
  { section: 'settings', label: 'Settings', shownTo: leaders },
];

/** The address of a section of the agency's workspace. */
export function sectionPath(slug: string, section: WorkspaceSection): string {
  return section === 'overview' ? `/workspace/${slug}` : `/workspace/${slug}/${section}`;
}

/** The sections that somebody with these roles is shown. */
export function sectionsFor(roles: readonly AgencyRole[]): readonly SectionEntry[] {
  return workspaceSections.filter((entry) => roles.some((role) => entry.shownTo.includes(role)));
}
