import type { AgencyRole, CampaignRole } from './viewer.ts';

interface RoleWords {
  /** Alone, in lists and on choices. */
  readonly label: string;
  /** Within a sentence: "as …". */
  readonly inSentence: string;
  /** What the role is for, one line. */
  readonly does: string;
}

export const agencyRoleWords: Record<AgencyRole, RoleWords> = {
  coordinator: {
    label: 'Coordinator',
    inSentence: 'the coordinator',
    does: 'Runs the pledge day to day: imports, documents, submission.',
  },
  executive: {
    label: 'Executive',
    inSentence: 'the executive',
    does: 'Signs the pledge and adopts the policy.',
  },
  'training-officer': {
    label: 'Training officer',
    inSentence: 'a training officer',
    does: 'Keeps rosters and training records.',
  },
  staff: {
    label: 'Staff member',
    inSentence: 'a staff member',
    does: 'Sees the agency’s standing.',
  },
};

export const campaignRoleWords: Record<CampaignRole, RoleWords> = {
  reviewer: {
    label: 'Reviewer',
    inSentence: 'a reviewer',
    does: 'Reviews what agencies submit and decides.',
  },
  editor: { label: 'Editor', inSentence: 'an editor', does: 'Writes the campaign’s pages.' },
  'assistance-lead': {
    label: 'Assistance lead',
    inSentence: 'an assistance lead',
    does: 'Answers requests for help.',
  },
  administrator: {
    label: 'Administrator',
    inSentence: 'an administrator',
    does: 'Accepts pledges, keeps the rules and these accounts.',
  },
};
