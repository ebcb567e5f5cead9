import type { Child } from 'hono/jsx';
import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { teamContent } from './team-content.ts';
import type { TeamDesk } from './team-desk.ts';

interface TeamFrameProps {
  readonly desk: TeamDesk;
  readonly title: string;
  readonly lead?: Child;
  readonly notice?: Child;
  readonly actions?: Child;
  readonly errors?: FormErrors | undefined;
  /** True for pages beneath the team page. */
  readonly isBeneath?: boolean;
  readonly children: Child;
}

/** The frame of the place from which the team is looked after. */
export function TeamFrame({ desk, title, isBeneath, ...rest }: TeamFrameProps) {
  if (desk.from === 'workspace') {
    return (
      <WorkspacePage
        agency={desk.place}
        here="team"
        title={title}
        trail={isBeneath ? [sectionLink(desk.place, 'team')] : undefined}
        {...rest}
      />
    );
  }
  const { name, slug } = desk.agency;
  return (
    <CampaignPage
      roles={desk.roles}
      here="/campaign/pledges"
      title={title}
      above={name}
      trail={[
        { label: name, href: `/campaign/pledges/${slug}` },
        ...(isBeneath ? [{ label: teamContent.campaignTitle, href: desk.base }] : []),
      ]}
      {...rest}
    />
  );
}
