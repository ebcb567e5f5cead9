import type { Child } from 'hono/jsx';
import { PartnerPage } from '../partnership/partner-page.tsx';
import { PartnershipTag } from '../partnership/partnership-facts.tsx';
import { PartnershipNav } from '../partnership/partnership-nav.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import type { PageLink } from '../uswds/page-frame.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { type AgreementPlace, otherName } from './agreement-place.ts';

export interface AgreementFrameProps {
  readonly place: AgreementPlace;
  readonly title: string;
  readonly lead?: Child;
  readonly notice?: Child;
  readonly errors?: FormErrors | undefined;
  /** For pages beneath the agreement's own. */
  readonly isBeneath?: boolean;
  readonly actions?: Child;
  readonly children: Child;
}

/** The frame of every page about one agreement, on the side that reads it. */
export function AgreementFrame(props: AgreementFrameProps) {
  const { place, isBeneath = false, children } = props;
  const { reader, partnership, base, today } = place;
  const trail: readonly PageLink[] = [
    { label: otherName(place), href: base },
    ...(isBeneath ? [{ label: 'Agreement', href: `${base}/agreement/versions` }] : []),
  ];
  const shown = {
    title: props.title,
    lead: props.lead,
    notice: props.notice,
    errors: props.errors,
    status: isBeneath ? undefined : (
      <PartnershipTag partnership={partnership} today={today} side={reader.side} />
    ),
  };
  const content = (
    <>
      <PartnershipNav base={base} current="agreement" />
      {children}
    </>
  );
  return reader.side === 'agency' ? (
    <WorkspacePage
      {...shown}
      agency={reader.agency}
      here="partnerships"
      actions={props.actions}
      trail={[sectionLink(reader.agency, 'partnerships'), ...trail]}
    >
      {content}
    </WorkspacePage>
  ) : (
    <PartnerPage {...shown} partner={reader.partner} trail={trail}>
      {props.actions}
      {content}
    </PartnerPage>
  );
}
