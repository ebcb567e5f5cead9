import type { Child } from 'hono/jsx';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import { Section } from '../uswds/section.tsx';
import { AppealLink, type RoundProps } from './agency-deadline.tsx';
import { agencyReviewContent as content, requirementNames } from './review-content.ts';

type Requests = ReadonlyMap<Requirement, string>;

/** What the reviewer asked for, with the way to appeal each. */
export function RequestsSection({ requests, ...props }: RoundProps & { readonly requests: Requests }) {
  return (
    <Section heading={content.requestsHeading}>
      <RequestList
        requests={requests}
        after={(requirement) =>
          props.maySubmit ? <AppealLink {...props} requirement={requirement} /> : null
        }
      />
    </Section>
  );
}

/** What a closed case left open, so that the next one does not come back for the same. */
export function UnansweredSection({ requests }: { readonly requests: Requests }) {
  if (requests.size === 0) return null;
  return (
    <Section heading={content.unansweredHeading}>
      <p>{content.unanswered}</p>
      <RequestList requests={requests} />
    </Section>
  );
}

interface RequestListProps {
  readonly requests: Requests;
  readonly after?: (requirement: Requirement) => Child;
}

function RequestList({ requests, after }: RequestListProps) {
  return (
    <dl class="om-facts">
      {[...requests].map(([requirement, comment]) => (
        <div class="om-facts__row">
          <dt>{requirementNames[requirement]}</dt>
          <dd class="om-facts__detail">
            {comment}
            {after?.(requirement)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
