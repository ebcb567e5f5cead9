import type { Achievement, Notice, Outstanding } from './requirement-reason.ts';

export type RequirementState = 'met' | 'in-progress' | 'not-started';

/** How one requirement stands: met when nothing is outstanding, and then with the reason. */
export type Assessment =
  | { readonly state: 'met'; readonly achievement: Achievement; readonly notices: readonly Notice[] }
  | {
      readonly state: 'in-progress' | 'not-started';
      readonly outstanding: readonly Outstanding[];
      readonly notices: readonly Notice[];
    };
