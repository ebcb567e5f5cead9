import { type Fact, SummaryList } from '../uswds/summary-list.tsx';
import { factTerms, kindWords } from './organization-content.ts';
import type { PartnerContact } from './partner-contact.ts';
import type { OrganizationFacts } from './partner-organization.ts';

/** What everybody reads who may find the organization. */
export function OrganizationFactsList({ facts }: { readonly facts: OrganizationFacts }) {
  const { kinds, placesServed, website, phone, email } = facts;
  const shown: readonly Fact[] = [
    { term: factTerms.kinds, detail: kindWords(kinds) },
    { term: factTerms.places, detail: <Lines lines={placesServed} /> },
    {
      term: factTerms.website,
      detail: website ? (
        <a class="usa-link" href={website} rel="noreferrer">
          {website}
        </a>
      ) : undefined,
    },
    { term: factTerms.phone, detail: phone ? <PhoneLink phone={phone} /> : undefined },
    { term: factTerms.email, detail: email ? <EmailLink email={email} /> : undefined },
  ];
  return <SummaryList facts={shown} />;
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <>
      {lines.map((line, place) => (
        <>
          {place > 0 ? <br /> : null}
          {line}
        </>
      ))}
    </>
  );
}

/** How to reach a person, in one cell. */
export function Reach({ contact }: { readonly contact: Pick<PartnerContact, 'phone' | 'email'> }) {
  const { phone, email } = contact;
  return (
    <>
      {phone ? <PhoneLink phone={phone} /> : null}
      {phone && email ? <br /> : null}
      {email ? <EmailLink email={email} /> : null}
    </>
  );
}

function PhoneLink({ phone }: { readonly phone: string }) {
  const digits = phone.replace(/[^\d+]/g, '');
  if (digits.length < 3) return <>{phone}</>;
  return (
    <a class="usa-link" href={`tel:${digits}`}>
      {phone}
    </a>
  );
}

function EmailLink({ email }: { readonly email: string }) {
  return (
    <a class="usa-link" href={`mailto:${email}`}>
      {email}
    </a>
  );
}
