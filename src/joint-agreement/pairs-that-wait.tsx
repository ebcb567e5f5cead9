import { Alert } from '../uswds/alert.tsx';
import { jointContent as content } from './joint-content.ts';
import { type PairNames, waitsSentence } from './joint-waits-content.ts';

/** Partnerships that are not in effect although both sides said yes, and why. */
export function PairsThatWait({ pairs }: { pairs: readonly PairNames[] }) {
  const [only, ...more] = pairs;
  if (!only) return null;
  return (
    <Alert kind="warning" heading={content.waits}>
      {more.length === 0 ? (
        <p>{waitsSentence(only)}</p>
      ) : (
        <ul class="usa-list">
          {pairs.map((pair) => (
            <li>{waitsSentence(pair)}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
