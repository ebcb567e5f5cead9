import { longDate } from '../calendar/calendar-date.ts';
import type { Certificate } from '../certification/certificate.ts';
import { Alert } from '../uswds/alert.tsx';
import { pledgeContent } from './pledge-content.ts';

/** Since when the agency is certified, and the number that anyone can check. */
export function CertifiedNote({ certificate }: { certificate: Certificate | undefined }) {
  if (!certificate) return null;
  const { number, certifiedOn } = certificate;
  const words = pledgeContent.certified;
  return (
    <Alert kind="success">
      {words.since(longDate(certifiedOn))} {words.certificate} <a href={`/verify/${number}`}>{number}</a>.
    </Alert>
  );
}
