import type { AgencyPlace } from '../identity/viewer.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { EndForm } from './end-form.tsx';
import type { Partnership } from './partnership.ts';
import { endContent as content } from './partnership-detail-content.ts';

export interface EndPartnershipPageProps {
  readonly agency: AgencyPlace;
  readonly partnership: Partnership;
  readonly reason: string;
  readonly errors?: FormErrors | undefined;
}

/** The agency ends a partnership, or takes a proposal back. */
export function EndPartnershipPage({ agency, partnership, reason, errors }: EndPartnershipPageProps) {
  const { id, partner, revision, state } = partnership;
  const base = `/workspace/${agency.slug}/partnerships/${id}`;
  const isActive = state.is === 'active';
  return (
    <WorkspacePage
      agency={agency}
      here="partnerships"
      title={isActive ? content.title : content.takeBackTitle}
      lead={partner.name}
      errors={errors}
      trail={[sectionLink(agency, 'partnerships'), { label: partner.name, href: base }]}
    >
      <EndForm
        action={`${base}/end`}
        revision={revision}
        reason={reason}
        text={content.text(partner.name)}
        submit={isActive ? content.submit : content.takeBackSubmit}
        back={base}
        errors={errors}
      />
    </WorkspacePage>
  );
}
