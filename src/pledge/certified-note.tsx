import { longDate } from '../calendar/calendar-date.ts';
import { standingSentence } from '../certification/standing-content.ts';
import { Alert } from '../uswds/alert.tsx';
import type { PledgeCertificate } from './pledge-certificate-actions.ts';
import { pledgeContent } from './pledge-content.ts';

/** Since when the agency is certified, or why its certificate does not count; and the number that anyone can check. */
export function CertifiedNote({ certificate }: { certificate: PledgeCertificate | undefined }) {
  if (!certificate) return null;
  const { number, certifiedOn, standing } = certificate;
  const words = pledgeContent.certified;
  const isValid = standing.is === 'valid';
  return (
    <Alert kind={isValid ? 'success' : 'warning'}>
      {isValid ? words.since(longDate(certifiedOn)) : standingSentence(standing)} {words.certificate}{' '}
      <a href={`/verify/${number}`}>{number}</a>.
    </Alert>
  );
}
