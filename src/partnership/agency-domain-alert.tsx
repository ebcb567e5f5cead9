import type { PartnerAtAgencyDomain } from '../partner-organization/agency-mail-domain.ts';
import { Alert } from '../uswds/alert.tsx';
import { agencyDomainContent } from './agency-domain-content.ts';

/** Says openly what reviewers are told too: who answers for the partner has an address where the agency's people have theirs. */
export function AgencyDomainAlert({ atDomain }: { atDomain: PartnerAtAgencyDomain | undefined }) {
  if (!atDomain) return null;
  const { heading, asked, confirmed, rest } = agencyDomainContent;
  return (
    <Alert kind="info" heading={heading}>
      {atDomain.hasConfirmed ? confirmed(atDomain.partner) : asked(atDomain.partner)} {rest}
    </Alert>
  );
}
