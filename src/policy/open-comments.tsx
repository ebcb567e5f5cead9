import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { partnerReviewContent as content } from './partner-review-content.ts';
import type { AgencyPolicy } from './policy.ts';

export interface OpenCommentsProps {
  readonly agency: AgencyPlace;
  readonly draft: Pick<AgencyPolicy, 'id'>;
  /** Comments of partners that are neither answered nor settled. */
  readonly count: number;
}

/** Says before a draft is adopted what partners still wait for: who adopts it all the same says why. */
export function OpenComments({ agency, draft, count }: OpenCommentsProps) {
  if (count === 0) return null;
  return (
    <Alert kind="info">
      {content.openBeforeAdoption(count)}{' '}
      <a class="usa-link" href={`/workspace/${agency.slug}/policy/versions/${draft.id}#comments`}>
        {content.read}
      </a>
    </Alert>
  );
}
