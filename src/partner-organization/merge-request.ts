import type { PartnerPlace } from '../identity/viewer.ts';

/** Another record that somebody speaks for, and whether they asked the campaign to join the two. */
export interface OtherRecord {
  readonly place: PartnerPlace;
  readonly asked: 'not' | 'open' | 'settled';
}
