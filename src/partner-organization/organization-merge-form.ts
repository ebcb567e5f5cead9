import type { AgencyId } from '../database/acting.ts';
import { type FormFields, sentText } from '../http/form.ts';
import type { GoesOn, MergeConflict } from './organization-merge.ts';

/** The field that says which partnership with an agency goes on. */
export function choiceName(agency: AgencyId): string {
  return `goes-on-${agency}`;
}

/** What was chosen, conflict by conflict; what was not chosen is not in it. */
export function goesOnFrom(fields: FormFields, conflicts: readonly MergeConflict[]): GoesOn {
  const chosen = conflicts.map(({ agency }) => [agency.id, sentText(fields, choiceName(agency.id))] as const);
  return new Map(chosen.filter(([, partnership]) => partnership !== ''));
}
