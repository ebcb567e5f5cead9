import type { AgencyPlace } from '../identity/viewer.ts';
import { Button, ButtonLink } from '../uswds/button.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { ReasonForm } from '../uswds/reason-form.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { Certificate } from './certificate.ts';
import { certificationContent } from './certification-content.ts';

export interface GiveBackPageProps {
  readonly agency: AgencyPlace;
  readonly certificate: Certificate;
  readonly reason: string;
  readonly errors: FormErrors;
}

/** Asks once more before a certificate is given back, and for the reason. */
export function GiveBackPage({ agency, certificate, reason, errors }: GiveBackPageProps) {
  const content = certificationContent.giveBack;
  const base = `/workspace/${agency.slug}/certification`;
  return (
    <WorkspacePage
      agency={agency}
      here="review"
      title={`${content.title}: ${certificate.number}`}
      lead={content.lead}
      errors={errors}
      trail={[sectionLink(agency, 'review'), { label: certificationContent.title, href: base }]}
    >
      <ReasonForm
        action={`${base}/give-back`}
        label={content.reason}
        hint={content.reasonHint}
        value={reason}
        error={errors.reason}
        maxlength={4000}
        buttons={
          <>
            <Button look="danger">{content.submit}</Button>
            <ButtonLink href={base} look="plain">
              {content.keep}
            </ButtonLink>
          </>
        }
      />
    </WorkspacePage>
  );
}
