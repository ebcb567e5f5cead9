import type { Child } from 'hono/jsx';
import type { PartnerPlace } from '../identity/viewer.ts';
import { ErrorSummary } from '../uswds/error-summary.tsx';
import { type FormErrors, hasErrors, noErrors } from '../uswds/form-errors.ts';
import { Page, type PageLink } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';

export interface PartnerPageProps {
  readonly partner: PartnerPlace;
  readonly title: string;
  readonly lead?: Child;
  readonly status?: Child;
  readonly notice?: Child;
  readonly errors?: FormErrors | undefined;
  /** Pages between the organization's home and this one. */
  readonly trail?: readonly PageLink[] | undefined;
  readonly isHome?: boolean | undefined;
  readonly children: Child;
}

/** The frame of every page of a partner organization. */
export function PartnerPage(props: PartnerPageProps) {
  const { partner, title, errors = noErrors, trail = [] } = props;
  const home = { label: partner.name, href: `/partner/${partner.id}` };
  return (
    <Page
      title={title}
      breadcrumbs={props.isHome ? undefined : [home, ...trail]}
      refused={hasErrors(errors)}
      unlisted
    >
      {props.notice}
      <ErrorSummary errors={errors} />
      <PageHeading
        heading={title}
        above={props.isHome ? undefined : partner.name}
        lead={props.lead}
        status={props.status}
      />
      {props.children}
    </Page>
  );
}
