import type { Child } from 'hono/jsx';
import type { CampaignRole } from '../identity/viewer.ts';
import { ErrorSummary } from '../uswds/error-summary.tsx';
import { type FormErrors, hasErrors, noErrors } from '../uswds/form-errors.ts';
import { Page, type PageLink } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { SideNav, WithSideNav } from '../uswds/side-nav.tsx';
import { deskHref, sectionsOf } from './campaign-section.ts';
import { deskContent } from './desk-content.ts';

export interface CampaignPageProps {
  /** `c.var.viewer.campaignRoles`: which sections are shown. */
  readonly roles: readonly CampaignRole[];
  /** The `href` of the section this page belongs to. */
  readonly here: string;
  readonly title: string;
  /** A word or two above the heading, such as the agency's name. */
  readonly above?: string | undefined;
  readonly lead?: Child;
  readonly status?: Child;
  readonly actions?: Child;
  /** What was just done: an `Alert` above the heading. */
  readonly notice?: Child;
  readonly errors?: FormErrors | undefined;
  /** The way from the desk to this page, for pages beneath a section. */
  readonly trail?: readonly PageLink[] | undefined;
  /** As `Page` takes it. */
  readonly reloadSeconds?: number | undefined;
  readonly children: Child;
}

/** The frame of the campaign's own pages: its sections on the side, heading, and what is wrong with a form. */
export function CampaignPage(props: CampaignPageProps) {
  const { roles, here, title, errors = noErrors } = props;
  const links = [{ label: deskContent.title, href: deskHref }, ...sectionsOf(roles)];
  const isDesk = here === deskHref && !props.trail;
  return (
    <Page
      title={title}
      breadcrumbs={
        isDesk ? undefined : [{ label: deskContent.title, href: deskHref }, ...(props.trail ?? [])]
      }
      refused={hasErrors(errors)}
      reloadSeconds={props.reloadSeconds}
      unlisted
    >
      <WithSideNav nav={<SideNav label={deskContent.navigation} links={links} current={here} />}>
        {props.notice}
        <ErrorSummary errors={errors} />
        <PageHeading
          heading={title}
          above={props.above}
          lead={props.lead}
          status={props.status}
          actions={props.actions}
        />
        {props.children}
      </WithSideNav>
    </Page>
  );
}
