import type { Child } from 'hono/jsx';
import { PartnerPage } from '../partnership/partner-page.tsx';
import { PartnershipNav, type PartnershipSection } from '../partnership/partnership-nav.tsx';
import { Alert } from '../uswds/alert.tsx';
import { ButtonGroup } from '../uswds/button.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import type { PageLink } from '../uswds/page-frame.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { jointContent, jointNotices, ownAgencyMessage } from './joint-content.ts';
import { isShared, type JointPlace } from './joint-place.ts';

export interface JointPageProps {
  readonly place: JointPlace;
  readonly section: PartnershipSection;
  readonly title: string;
  readonly lead?: Child;
  readonly status?: Child;
  /** The code of what was just done. */
  readonly notice?: string | undefined;
  readonly errors?: FormErrors | undefined;
  /** Pages between the partnership and this one. */
  readonly trail?: readonly PageLink[] | undefined;
  /** Buttons and links under the heading. */
  readonly actions?: Child;
  readonly children: Child;
}

/** The frame of every page about joint work: the workspace's on one side, the organization's on the other. */
export function JointPage(props: JointPageProps) {
  const { place, title, errors, trail = [] } = props;
  const { agency, partner } = place.partnership;
  const notice = <SuccessNotice>{jointNotices[props.notice ?? '']}</SuccessNotice>;
  const other = place.side === 'agency' ? partner.name : agency.name;
  const status = (
    <>
      {props.status} <span class="om-quiet">{jointContent.with(other)}</span>
    </>
  );
  const shared = { title, lead: props.lead, status, notice, errors };
  const body = <JointBody {...props} />;
  if (place.side === 'agency') {
    const way = [
      sectionLink(place.agency, 'partnerships'),
      { label: partner.name, href: place.base },
      ...trail,
    ];
    return (
      <WorkspacePage agency={place.agency} here="partnerships" {...shared} trail={way}>
        {body}
      </WorkspacePage>
    );
  }
  const way = [{ label: jointContent.partnershipWith(agency.name), href: place.base }, ...trail];
  return (
    <PartnerPage partner={place.partner} {...shared} trail={way}>
      {body}
    </PartnerPage>
  );
}

function JointBody({ place, section, actions, children }: JointPageProps) {
  const { state } = place.partnership;
  const ended = state.is === 'ended' || state.is === 'declined';
  return (
    <>
      <PartnershipNav base={place.base} current={section} />
      {isShared(place.partnership) ? null : (
        <Alert kind="info">{ended ? jointContent.ended : jointContent.notYet}</Alert>
      )}
      {place.side === 'partner' && isShared(place.partnership) && !place.isEditor ? (
        <Alert kind="info">{ownAgencyMessage}</Alert>
      ) : null}
      {actions ? <ButtonGroup>{actions}</ButtonGroup> : null}
      {children}
    </>
  );
}
