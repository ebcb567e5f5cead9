import type { Child } from 'hono/jsx';
import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { AgencyPlace, CampaignRole, PartnerPlace } from '../identity/viewer.ts';
import { PartnerPage } from '../partnership/partner-page.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { doneWords, jointContent } from './joint-content.ts';

/** Who reads, and whose pages frame what is read. */
export type JointReader =
  | { readonly side: 'agency'; readonly agency: AgencyPlace }
  | { readonly side: 'partner'; readonly partner: PartnerPlace }
  | { readonly side: 'campaign'; readonly roles: readonly CampaignRole[] };

/** The address of the reader's groups. */
export function groupsPath(reader: JointReader): string {
  if (reader.side === 'agency') return `/workspace/${reader.agency.slug}/groups`;
  return reader.side === 'partner' ? `/partner/${reader.partner.id}/groups` : '/campaign/groups';
}

export interface JointFrameProps {
  readonly reader: JointReader;
  readonly title: string;
  readonly lead?: Child;
  readonly status?: Child;
  readonly actions?: Child;
  /** The `?done=` of the address. */
  readonly done?: string | undefined;
  /** What was just done, where a code in the address doesn't hold it. */
  readonly notice?: string | undefined;
  readonly errors?: FormErrors | undefined;
  /** The group that this page is beneath; the group's own page and the list are beneath none. */
  readonly above?: { readonly label: string; readonly href: string } | undefined;
  readonly isList?: boolean;
  readonly children: Child;
}

/** The frame of every page about groups, on the side that reads it. */
export function JointFrame(props: JointFrameProps) {
  const { reader, children } = props;
  const list = { label: jointContent.title, href: groupsPath(reader) };
  const beneath = [...(props.isList ? [] : [list]), ...(props.above ? [props.above] : [])];
  const shown = {
    title: props.title,
    lead: props.lead,
    status: props.status,
    notice: <SuccessNotice>{props.notice ?? doneWords(props.done)}</SuccessNotice>,
    errors: props.errors,
  };
  if (reader.side === 'agency') {
    return (
      <WorkspacePage
        {...shown}
        agency={reader.agency}
        here="partnerships"
        actions={props.actions}
        trail={[sectionLink(reader.agency, 'partnerships'), ...beneath]}
      >
        {children}
      </WorkspacePage>
    );
  }
  if (reader.side === 'campaign') {
    return (
      <CampaignPage
        {...shown}
        roles={reader.roles}
        here="/campaign/groups"
        actions={props.actions}
        trail={beneath}
      >
        {children}
      </CampaignPage>
    );
  }
  return (
    <PartnerPage {...shown} partner={reader.partner} trail={beneath}>
      {props.actions}
      {children}
    </PartnerPage>
  );
}
