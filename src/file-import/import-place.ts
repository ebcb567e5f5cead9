import type { WorkspaceSection } from '../workspace/workspace-section.ts';
import type { ImportSubjectName } from './file-import.ts';

interface ImportPlace {
  /** The section of the workspace that its pages stand in. */
  readonly section: WorkspaceSection;
  /** Where in the workspace: imports are under it, and it is shown once one is done. */
  readonly path: string;
}

/** Where the files of each subject are imported. */
export const importPlaces: Readonly<Record<ImportSubjectName, ImportPlace>> = {
  roster: { section: 'roster', path: 'roster' },
  training: { section: 'training', path: 'training' },
  acknowledgment: { section: 'policy', path: 'policy/acknowledgments' },
};
