import type { Child } from 'hono/jsx';
import type { AgencyPlace } from '../identity/viewer.ts';
import { ErrorSummary } from '../uswds/error-summary.tsx';
import { type FormErrors, hasErrors, noErrors } from '../uswds/form-errors.ts';
import { Page, type PageLink } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { SideNav, WithSideNav } from '../uswds/side-nav.tsx';
import { sectionPath, sectionsFor, type WorkspaceSection, workspaceSections } from './workspace-section.ts';

export interface WorkspacePageProps {
  /** `c.var.agency` of a route guarded by `agencyAccess`. */
  readonly agency: Pick<AgencyPlace, 'slug' | 'name' | 'roles'>;
  /** The section this page belongs to: marked in the side navigation. */
  readonly here: WorkspaceSection;
  /** The document's title and the `<h1>`. */
  readonly title: string;
  /** The first sentence under the heading. */
  readonly lead?: Child;
  /** Tags beside the heading. */
  readonly status?: Child;
  /** Buttons or links on the heading's right. */
  readonly actions?: Child;
  /** What was just done: an `Alert` above the heading. */
  readonly notice?: Child;
  /** What is wrong with the page's form; shown above the heading, and said in the title. */
  readonly errors?: FormErrors | undefined;
  /** The way from the agency's overview to this page, for pages beneath a section: `[sectionLink(agency, 'roster')]`. */
  readonly trail?: readonly PageLink[] | undefined;
  /** For a page that shows work under way: see `PageProps`. */
  readonly reloadSeconds?: number | undefined;
  readonly children: Child;
}

/** The frame of every page in an agency's workspace: the agency's name, side navigation, heading, and its errors. */
export function WorkspacePage(props: WorkspacePageProps) {
  const { agency, here, title, errors = noErrors } = props;
  return (
    <Page
      title={title}
      breadcrumbs={breadcrumbs(props)}
      refused={hasErrors(errors)}
      reloadSeconds={props.reloadSeconds}
      unlisted
    >
      <WithSideNav nav={<WorkspaceNav agency={agency} here={here} />}>
        {props.notice}
        <ErrorSummary errors={errors} />
        <PageHeading
          heading={title}
          above={agency.name}
          lead={props.lead}
          status={props.status}
          actions={props.actions}
        />
        {props.children}
      </WithSideNav>
    </Page>
  );
}

/** A section as a link, for `trail`. */
export function sectionLink(agency: Pick<AgencyPlace, 'slug'>, section: WorkspaceSection): PageLink {
  const label = workspaceSections.find((entry) => entry.section === section)?.label ?? section;
  return { label, href: sectionPath(agency.slug, section) };
}

function WorkspaceNav({ agency, here }: Pick<WorkspacePageProps, 'agency' | 'here'>) {
  const links = sectionsFor(agency.roles).map((entry) => ({
    label: entry.label,
    href: sectionPath(agency.slug, entry.section),
  }));
  return (
    <SideNav label={`${agency.name} workspace`} links={links} current={sectionPath(agency.slug, here)} />
  );
}

function breadcrumbs({ agency, here, trail }: WorkspacePageProps): readonly PageLink[] | undefined {
  if (here === 'overview' && !trail) return undefined;
  return [{ label: agency.name, href: sectionPath(agency.slug, 'overview') }, ...(trail ?? [])];
}
